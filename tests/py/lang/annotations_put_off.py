# python: 3.14
# A name in an annotation that is not known yet: the annotation stays as text.
class Order:
    lines: list[Line]
    number: int

    def first(self, default: Line | None = None) -> Line: ...


# expect: {'lines': 'list[Line]', 'number': <class 'int'>}
print(Order.__annotations__)
# expect: {'default': 'Line | None', 'return': 'Line'}
print(Order.first.__annotations__)


class Line:
    order: Order


# expect: True
print(Line.__annotations__["order"] is Order)

try:

    class Wrong:
        part: 1 / 0

except ZeroDivisionError as error:
    # expect: division by zero
    print(error)
