"""The part of psycopg2.extras that migrations use: Json and the helpers that repeat a statement."""

import json

from psycopg2._range import DateRange, DateTimeRange, DateTimeTZRange, NumericRange, Range


class Json:
    def __init__(self, adapted, dumps=None):
        self.adapted = adapted
        self._dumps = dumps or json.dumps

    def dumps(self, obj):
        return self._dumps(obj)

    def __parameter__(self):
        return self.dumps(self.adapted)


class DictCursor:
    pass


class RealDictCursor:
    pass


class NamedTupleCursor:
    pass


def register_uuid(oids=None, conn_or_curs=None):
    pass


def register_default_json(conn_or_curs=None, globally=False, loads=None):
    pass


def register_default_jsonb(conn_or_curs=None, globally=False, loads=None):
    pass


def _pages(values, size):
    page = []
    for value in values:
        page.append(value)
        if len(page) == size:
            yield page
            page = []
    if page:
        yield page


def execute_batch(cur, sql, argslist, page_size=100):
    for args in argslist:
        cur.execute(sql, args)


def execute_values(cur, sql, argslist, template=None, page_size=100, fetch=False):
    before, found, after = sql.partition("%s")
    if not found:
        raise ValueError("the query doesn't contain any placeholder")
    result = [] if fetch else None
    for page in _pages(argslist, page_size):
        groups = []
        parameters = []
        for row in page:
            if isinstance(row, dict):
                raise NotImplementedError("execute_values: rows given as dictionaries")
            groups.append(template or "(" + ", ".join(["%s"] * len(row)) + ")")
            parameters.extend(row)
        cur.execute(before + ",".join(groups) + after, parameters)
        if fetch:
            result.extend(cur.fetchall())
    return result
