# add_note and __notes__.
e = ValueError("v")
print(hasattr(e, "__notes__"))
e.add_note("one")
e.add_note("two")
print(e.__notes__, e)
for bad in (5, None):
    try:
        e.add_note(bad)
    except TypeError as err:
        print(err)
e.__notes__ = ["replaced"]
print(e.__notes__)
