# try with every combination of clauses.
def run(error):
    try:
        print("try", end=" ")
        if error:
            raise error
    except (KeyError, IndexError) as e:
        print("lookup", repr(e), end=" ")
    except ValueError:
        print("value", end=" ")
    except Exception as e:
        print("other", type(e).__name__, end=" ")
    else:
        print("else", end=" ")
    finally:
        print("finally")


for error in (None, KeyError("k"), IndexError(), ValueError, TypeError("t"), UnicodeDecodeError("a", b"", 0, 1, "r")):
    run(error)
try:
    try:
        raise KeyError("inner")
    finally:
        print("inner finally")
except KeyError as e:
    print("outer", e)
try:
    pass
except undefined_is_never_evaluated:
    pass
