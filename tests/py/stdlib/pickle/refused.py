import pickle, threading
def outer():
    def inner(): pass
    return inner
for v in (lambda: 0, outer(), (x for x in []), open(__file__)):
    try:
        pickle.dumps(v)
        print("made")
    except Exception as e:
        print(type(e).__name__)
for call in (lambda: pickle.dumps(1, 9), lambda: pickle.loads("text"), lambda: pickle.dump(1, 5)):
    try:
        call()
    except Exception as e:
        print(type(e).__name__, e)
print(pickle.HIGHEST_PROTOCOL, pickle.DEFAULT_PROTOCOL, issubclass(pickle.PicklingError, pickle.PickleError), pickle.encode_long(255), pickle.decode_long(b"\xff\x00"), pickle.encode_long(-128))
