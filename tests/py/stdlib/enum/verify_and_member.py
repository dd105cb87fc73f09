# enum: verify(), member(), nonmember(), property, global names.
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, IntEnum, member, nonmember, verify


@verify(UNIQUE, CONTINUOUS)
class Good(IntEnum):
    A = 1
    B = 2


print(list(Good))
for checks, body in [((UNIQUE,), {"A": 1, "B": 1}), ((CONTINUOUS,), {"A": 1, "C": 4})]:
    try:
        verify(*checks)(IntEnum("Bad", body))
    except ValueError as e:
        print(e)
try:
    @verify(NAMED_FLAGS)
    class Bits(Flag):
        A = 1
        C = 12
except ValueError as e:
    print(e)


class Mixed(Enum):
    ONE = 1
    limit = nonmember(10)

    @member
    def act():
        return "acted"

    @nonmember
    class Inner:
        pass


print([m.name for m in Mixed], Mixed.limit, Mixed.act.value(), isinstance(Mixed.Inner, type))
print(Mixed["ONE"], Mixed.ONE.name, "limit" in Mixed.__members__)
