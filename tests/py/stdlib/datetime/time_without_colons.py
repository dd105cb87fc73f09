from datetime import time
for s in ("20240229", "2024022912", "10:20:30123", "102030.12", "102030", "1020301234567", "102030Z", "102030+01", "1020304"):
    try: print(s, repr(time.fromisoformat(s)))
    except ValueError as e: print(e)
