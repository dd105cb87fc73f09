# Operators on classes come from the metaclass.
class Meta(type):
    def __len__(cls): return 7
    def __getitem__(cls, k): return k * 2
    def __iter__(cls): return iter("ab")
    def __contains__(cls, x): return x == 1
    def __add__(cls, o): return "added"
    def __lt__(cls, o): return True
    def __repr__(cls): return "<cls>"
    def __getattr__(cls, name): return "meta " + name
    def __bool__(cls): return False
    def __eq__(cls, o): return o == "eq"
    def __hash__(cls): return 1
    def __setattr__(cls, k, v): print("set", k)


class A(metaclass=Meta):
    def __len__(self): return 0


print(len(A), A[3], list(A), 1 in A, A + 1, A < 5, A, A.nothing, bool(A), A == "eq", hash(A), f"{A}", len(A()))
A.x = 1
