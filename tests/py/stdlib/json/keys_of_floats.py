# Keys that are no finite numbers.
import json
for x in ({float("inf"): 1}, {float("nan"): 1, -float("inf"): 2}, {1.5: 1e400}, {-0.0: -1e400}):
    for allowed in (True, False):
        try: print(json.dumps(x, allow_nan=allowed), json.dumps(x, allow_nan=allowed, indent=1))
        except ValueError as e: print(e)
