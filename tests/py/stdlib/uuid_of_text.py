import uuid
for wrong in ("5", -1, 2**128, None, b"x"):
    try: print(uuid.UUID(int=wrong))
    except Exception as e: print(type(e).__name__, e)
