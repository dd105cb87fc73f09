# Errors in __set_name__ come out of the class statement.
class Bad:
    def __set_name__(self, owner, name):
        raise ValueError("no thanks")


try:
    class A:
        x = Bad()
except ValueError as e:
    print(type(e).__name__, e, getattr(e, "__notes__", None))
