"""json.JSONEncoder and json.JSONDecoder."""

import json


class JSONEncoder:
    item_separator, key_separator = ", ", ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys, self.ensure_ascii, self.allow_nan = skipkeys, ensure_ascii, allow_nan
        self.check_circular, self.sort_keys, self.indent = check_circular, sort_keys, indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def encode(self, o):
        return json.dumps(o, skipkeys=self.skipkeys, ensure_ascii=self.ensure_ascii, allow_nan=self.allow_nan,
                          indent=self.indent, separators=(self.item_separator, self.key_separator),
                          default=self.default, sort_keys=self.sort_keys)

    def iterencode(self, o, _one_shot=False):
        yield self.encode(o)


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self.object_hook, self.object_pairs_hook = object_hook, object_pairs_hook
        self.parse_float, self.parse_int, self.parse_constant = parse_float, parse_int, parse_constant
        self.strict = strict

    def decode(self, s):
        return json.loads(s, object_hook=self.object_hook, object_pairs_hook=self.object_pairs_hook,
                          parse_float=self.parse_float, parse_int=self.parse_int,
                          parse_constant=self.parse_constant, strict=self.strict)

    def raw_decode(self, s, idx=0):
        return json._scan(s, idx, object_hook=self.object_hook, object_pairs_hook=self.object_pairs_hook,
                          parse_float=self.parse_float, parse_int=self.parse_int,
                          parse_constant=self.parse_constant, strict=self.strict)


def detect_encoding(b):
    return "utf-8"
