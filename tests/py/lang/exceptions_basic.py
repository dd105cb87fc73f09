# try, except, else, finally, matching by class and tuple, re-raising, names deleted.
def attempt(f):
    try:
        f()
    except (KeyError, IndexError) as e:
        print("lookup", type(e).__name__, e)
    except ZeroDivisionError:
        print("zero")
    except Exception as e:
        print("other", type(e).__name__, e)
    else:
        print("fine")
    finally:
        print("finally")


attempt(lambda: {}["k"])
attempt(lambda: [][1])
attempt(lambda: 1 / 0)
attempt(lambda: int("x"))
attempt(lambda: None)


class Custom(Exception):
    def __init__(self, code):
        super().__init__(f"code {code}")
        self.code = code


try:
    raise Custom(5)
except Custom as e:
    print(e, e.code, e.args, repr(e))
try:
    e
except NameError as error:
    print(error)
try:
    try:
        raise ValueError("first")
    except ValueError:
        raise
except ValueError as e:
    print("again", e)
try:
    raise KeyError
except KeyError as e:
    print(repr(e), e.args)
try:
    raise ValueError("a", 2)
except ValueError as e:
    print(e, e.args)
try:
    raise 5
except TypeError as e:
    print(e)
try:
    try:
        pass
    except 5:
        pass
    1 / 0
except ZeroDivisionError:
    print("never matched")
try:
    try:
        1 / 0
    except 5:
        pass
except TypeError as e:
    print(e)
try:
    raise
except RuntimeError as e:
    print(e)


def nested():
    try:
        try:
            1 / 0
        finally:
            print("inner finally")
    except ZeroDivisionError:
        print("outer except")
        return "returned"
    finally:
        print("outer finally")


print(nested())
assert True
try:
    assert 1 == 2, "message"
except AssertionError as e:
    print("assert", e)
try:
    assert []
except AssertionError as e:
    print("assert", repr(e))
try:
    [1, 2, 3].nope
except AttributeError as e:
    print(e)
try:
    undefined_name
except NameError as e:
    print(e, e.name)
try:
    "a" + 1
except TypeError as e:
    print(e)
try:
    1 + "a"
except TypeError as e:
    print(e)
try:
    None.x
except AttributeError as e:
    print(e)
try:
    (lambda: 0)()()
except TypeError as e:
    print(e)
try:
    for i in 5:
        pass
except TypeError as e:
    print(e)
try:
    [1]["x"]
except TypeError as e:
    print(e)
