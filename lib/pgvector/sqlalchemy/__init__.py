"""Vector, HALFVEC, SPARSEVEC and BIT columns with their distance operators."""

from sqlalchemy import types
from sqlalchemy.dialects.postgresql.base import ischema_names
from sqlalchemy.types import Float


def _distance(operator):
    def method(self, other):
        return self.op(operator, return_type=Float)(other)

    return method


_Base = getattr(types.UserDefinedType, "Comparator", object)


class _Vector(types.UserDefinedType):
    cache_ok = True
    _name = "VECTOR"

    def __init__(self, dim=None):
        super().__init__()
        self.dim = dim

    def get_col_spec(self, **keywords):
        return self._name if self.dim is None else f"{self._name}({int(self.dim)})"

    def __repr__(self):
        return f"{type(self).__name__}({'' if self.dim is None else f'dim={self.dim!r}'})"

    def bind_processor(self, dialect):
        def process(value):
            if value is None or isinstance(value, str):
                return value
            return "[" + ",".join(str(float(v)) for v in value) + "]"

        return process

    def result_processor(self, dialect, coltype):
        def process(value):
            if not isinstance(value, str):
                return value
            return [float(v) for v in value.strip("[]").split(",") if v]

        return process

    class comparator_factory(_Base):
        l2_distance = _distance("<->")
        max_inner_product = _distance("<#>")
        cosine_distance = _distance("<=>")
        l1_distance = _distance("<+>")


class VECTOR(_Vector):
    __module__ = "pgvector.sqlalchemy.vector"


class HALFVEC(_Vector):
    __module__ = "pgvector.sqlalchemy.halfvec"
    _name = "HALFVEC"


class SPARSEVEC(_Vector):
    __module__ = "pgvector.sqlalchemy.sparsevec"
    _name = "SPARSEVEC"


class BIT(types.UserDefinedType):
    __module__ = "pgvector.sqlalchemy.bit"
    cache_ok = True

    def __init__(self, length=None):
        super().__init__()
        self.length = length

    def get_col_spec(self, **keywords):
        return "BIT" if self.length is None else f"BIT({int(self.length)})"

    def __repr__(self):
        return f"BIT({'' if self.length is None else f'length={self.length!r}'})"

    class comparator_factory(_Base):
        hamming_distance = _distance("<~>")
        jaccard_distance = _distance("<%>")


Vector = VECTOR
ischema_names.update(vector=VECTOR, halfvec=HALFVEC, sparsevec=SPARSEVEC)


def _aggregate(name):
    def make(*arguments):
        from sqlalchemy import func

        return getattr(func, name)(*arguments)

    return make


avg, sum = _aggregate("avg"), _aggregate("sum")
