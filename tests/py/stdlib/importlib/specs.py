import json
import json.decoder
import os
import sys
import types
from importlib.util import find_spec

import _pack.member

print(__spec__)
print(_pack.inside, _pack.member.inside)
for module in (json, json.decoder, _pack, _pack.member):
    spec = module.__spec__
    print(spec.name, repr(spec.parent), spec is module.__spec__, type(spec).__name__,
          spec.submodule_search_locations is None)
print(_pack.member.__spec__.origin == _pack.member.__file__, _pack.__spec__.has_location)
for name in ("_pack", "_pack.member", "json", "json.encoder", "no_such_module", "_pack.nothing"):
    spec = find_spec(name)
    print(name, spec and (spec.name, spec.parent))
print(find_spec("_pack").submodule_search_locations == [os.path.dirname(_pack.__file__)])
for name in ("json.decoder.deeper", "_pack.member.deeper"):
    try:
        find_spec(name)
    except ModuleNotFoundError as error:
        print(error)
print(types.ModuleType("made").__spec__)
