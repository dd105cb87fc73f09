import re, traceback
def low():
    raise KeyError("k")
def middle():
    try:
        low()
    except KeyError as e:
        raise ValueError("middle") from e
def context():
    try:
        low()
    except KeyError:
        raise TypeError("in handler")
def silent():
    try:
        low()
    except KeyError:
        raise OSError("quiet") from None
for f in (low, middle, context, silent):
    try:
        f()
    except Exception:
        print(re.sub(r'File ".*/', 'File "', traceback.format_exc()))
        print(len(traceback.format_exc().splitlines()), traceback.format_exc(chain=False).count("Traceback"))
print(repr(traceback.format_exc()))
