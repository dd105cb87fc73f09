from enum import Enum, auto, unique
class Color(Enum):
    RED = 1
    GREEN = "g"
    BLUE = auto() if False else 3
print(Color.RED, repr(Color.GREEN), Color(1), Color["BLUE"], Color.RED.name, Color.RED.value, list(Color), len(Color), Color.RED is Color(1), Color.RED == 1, "RED" in Color.__members__, Color.RED in Color, 1 in Color, hash(Color.RED) == hash(Color.RED))
for f in (lambda: Color(9), lambda: Color["X"], lambda: setattr(Color, "RED", 2), lambda: Color.RED < Color.BLUE):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(f"{Color.RED}", "%s" % Color.RED, str(Color.RED), type(Color.RED), isinstance(Color.RED, Color))
