"""Json and Jsonb: a value that goes to the server as JSON text."""

import json


class _JsonWrapper:
    def __init__(self, obj, dumps=None):
        self.obj = obj
        self._dumps = dumps or json.dumps

    def __repr__(self):
        shown = repr(self.obj)
        if len(shown) > 40:
            shown = shown[:36] + " ..." + shown[-1]
        return f"{type(self).__name__}({shown})"

    def __parameter__(self):
        return self._dumps(self.obj)


class Json(_JsonWrapper):
    pass


class Jsonb(_JsonWrapper):
    pass
