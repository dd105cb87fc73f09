import json, io
f = io.StringIO(); json.dump({"a": [1]}, f, indent=1); print(f.getvalue()); f.seek(0); print(json.load(f), json.load(io.BytesIO(b"[1]")))
