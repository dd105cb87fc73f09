from dataclasses import dataclass, field
for body in ({"a": []}, {"a": {}}):
    try:
        dataclass(type("X", (), {"__annotations__": {"a": list}, **body}))
    except ValueError as e:
        print(e)
try:
    field(default=1, default_factory=list)
except ValueError as e:
    print(e)
