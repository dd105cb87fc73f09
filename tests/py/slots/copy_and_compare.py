"""copy, deepcopy, equality, hashing, vars of slotted objects"""
import copy


class Node:
    __slots__ = ("value", "next")

    def __init__(self, value, next=None):
        self.value = value
        self.next = next

    def __eq__(self, other):
        return type(other) is Node and (self.value, self.next) == (other.value, other.next)

    def __hash__(self):
        return hash(self.value)

    def __repr__(self):
        return f"Node({self.value!r}, {self.next!r})"


chain = Node([1], Node([2]))
shallow, deep = copy.copy(chain), copy.deepcopy(chain)
print(shallow, deep, shallow == chain, deep == chain, shallow.value is chain.value, deep.value is chain.value, deep.next is chain.next)
half = Node.__new__(Node)
half.value = 1
print(hasattr(copy.copy(half), "next"), copy.copy(half).value)
print(len({Node(1), Node(1), Node(2)}))
nodes = [Node(n % 3, n) for n in range(6)]
print(sorted(nodes, key=lambda n: (n.value, n.next)))
match chain:
    case Node(value=[1], next=Node(value=v)):
        print("matched", v)
