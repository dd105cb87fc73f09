# Dunder methods found on the class: containers, attributes, comparison, truth, calls.
class Box:
    def __init__(self):
        self.items = {}

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __contains__(self, key):
        return key in self.items

    def __len__(self):
        return len(self.items)

    def __iter__(self):
        return iter(self.items)

    def __bool__(self):
        return True


b = Box()
b["a"] = 1
b["b"] = 2
b["a"] += 10
del b["b"]
print(b["a"], "a" in b, "b" not in b, len(b), list(b), bool(b))


class Dyn:
    def __getattr__(self, name):
        if name.startswith("x"):
            return name.upper()
        raise AttributeError(name)

    def __setattr__(self, name, value):
        object.__setattr__(self, name, value * 2)

    def __delattr__(self, name):
        print("deleting", name)
        object.__delattr__(self, name)


d = Dyn()
d.v = 4
print(d.v, d.xyz, hasattr(d, "nope"))
del d.v
try:
    d.v
except AttributeError as e:
    print("AttributeError", e)


class Order:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n

    def __le__(self, other):
        return self.n <= other.n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        return self.n == other.n

    def __repr__(self):
        return f"<{self.n}>"


print(sorted([Order(3), Order(1), Order(2)]), Order(1) < Order(2), Order(1) > Order(2), Order(2) >= Order(2))
print(len({Order(1), Order(1), Order(2)}), max(Order(4), Order(9)))


class Seq:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError(i)
        return i * 10


print(list(Seq()), 20 in Seq(), [x for x in Seq()])


class Num:
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return ("add", self.v, o)

    def __radd__(self, o):
        return ("radd", self.v, o)

    def __neg__(self):
        return ("neg", self.v)

    def __iadd__(self, o):
        self.v += o
        return self

    def __int__(self):
        return self.v

    def __index__(self):
        return self.v

    def __format__(self, spec):
        return f"<{spec}>"


n = Num(3)
print(n + 1, 1 + n, -n, int(n), [0, 1, 2, 3][n], f"{n:>5}")
n += 4
print(n.v)
try:
    n - 1
except TypeError as e:
    print(e)


class Desc:
    def __get__(self, instance, owner):
        return ("get", instance is None, owner.__name__)

    def __set__(self, instance, value):
        instance.__dict__["stored"] = value


class Host:
    attr = Desc()


h = Host()
h.attr = 5
print(h.attr, Host.attr, h.__dict__)


class New:
    def __new__(cls, *args):
        self = super().__new__(cls)
        self.args = args
        return self

    def __init__(self, *args):
        self.inited = True


print(New(1, 2).args, New().inited)


class Gen:
    def __class_getitem__(cls, item):
        return (cls.__name__, item)


print(Gen[int])


class Str(str):
    def shout(self):
        return self.upper() + "!"


s = Str("abc")
print(s.shout(), s + "d", isinstance(s, str), len(s), s == "abc", {s: 1}["abc"])


class Int(int):
    pass


print(Int(5) + 1, Int(7) == 7, [10, 20][Int(1)])


class MyList(list):
    def total(self):
        return sum(self)


m = MyList([1, 2, 3])
m.append(4)
print(m, m.total(), m[1:], type(m).__name__, len(m))


class MyDict(dict):
    def __missing__(self, key):
        return "no " + key


print(MyDict(a=1)["a"], MyDict()["b"])
