"""Results whose rows hold objects: what Session.execute(select(User)) returns."""

from sqlalchemy.exc import MultipleResultsFound, NoResultFound


class ObjectRow(tuple):
    """A row with names."""

    def __new__(cls, values, keys):
        row = tuple.__new__(cls, values)
        row._keys = keys
        return row

    def __getattr__(self, name):
        if name.startswith("__") or name == "_keys":
            raise AttributeError(name)
        try:
            return self[self._keys.index(name)]
        except ValueError:
            raise AttributeError(f"Could not locate column in row for column '{name}'") from None

    @property
    def _mapping(self):
        return dict(zip(self._keys, self))

    _fields = property(lambda self: tuple(self._keys))

    def _asdict(self):
        return dict(zip(self._keys, self))

    def _tuple(self):
        return self

    t = property(lambda self: self)
    tuple = _tuple


class ObjectResult:
    returns_rows, closed = True, False

    def __init__(self, keys, rows, kind="rows", unique=False):
        self._keys, self._rows, self._kind, self._unique = list(keys), rows, kind, unique
        self._at = 0

    def keys(self):
        return list(self._keys)

    @property
    def rowcount(self):
        return len(self._rows)

    def _take(self, row):
        if self._kind == "scalars":
            return row[0]
        return row._mapping if self._kind == "mappings" else row

    def _rest(self):
        rows = [self._take(r) for r in self._rows[self._at:]]
        self._at = len(self._rows)
        if not self._unique:
            return rows
        seen, kept = set(), []
        for row in rows:
            key = tuple(id(v) if hasattr(v, "_sa_instance_state") else v for v in
                        (row if isinstance(row, tuple) else (row,)))
            if key not in seen:
                seen.add(key)
                kept.append(row)
        return kept

    def __iter__(self):
        return iter(self._rest())

    def __next__(self):
        row = self.fetchone()
        if row is None and self._at >= len(self._rows):
            raise StopIteration
        return row

    def all(self):
        return self._rest()

    fetchall = all

    def fetchone(self):
        if self._at >= len(self._rows):
            return None
        self._at += 1
        return self._take(self._rows[self._at - 1])

    def fetchmany(self, size=None):
        rows = self._rows[self._at:] if size is None else self._rows[self._at:self._at + size]
        self._at += len(rows)
        return [self._take(r) for r in rows]

    def partitions(self, size=None):
        while True:
            rows = self.fetchmany(size)
            if not rows:
                return
            yield rows

    def first(self):
        return self.fetchone()

    def one_or_none(self):
        rows = self._rest()
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when one or none was required")
        return rows[0] if rows else None

    def one(self):
        rows = self._rest()
        if not rows:
            raise NoResultFound("No row was found when one was required")
        if len(rows) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required")
        return rows[0]

    def scalar(self):
        row = self._rows[self._at] if self._at < len(self._rows) else None
        return None if row is None else row[0]

    def scalar_one(self):
        row = self.one()
        return row if self._kind == "scalars" else row[0]

    def scalar_one_or_none(self):
        row = self.one_or_none()
        return row if row is None or self._kind == "scalars" else row[0]

    def scalars(self, index=0):
        rows = self._rows if index == 0 else [ObjectRow([r[index]], [self._keys[index]]) for r in self._rows]
        return ObjectResult(self._keys, rows, "scalars", self._unique)

    def mappings(self):
        return ObjectResult(self._keys, self._rows, "mappings", self._unique)

    def tuples(self):
        return self

    t = property(lambda self: self)

    def unique(self, strategy=None):
        self._unique = True
        return self

    def yield_per(self, size):
        return self

    def columns(self, *which):
        places = [self._keys.index(w) if isinstance(w, str) else w for w in which]
        keys = [self._keys[i] for i in places]
        return ObjectResult(keys, [ObjectRow([r[i] for i in places], keys) for r in self._rows])

    def close(self):
        self._at = len(self._rows)

    def freeze(self):
        return lambda: ObjectResult(self._keys, list(self._rows))

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
