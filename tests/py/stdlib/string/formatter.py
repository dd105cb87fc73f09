from string import Formatter
f = Formatter()
print(f.format("{0} {1!r:>5} {x:{w}.2f} {{}} {a[k]} {b.real}", 1, "z", x=3.14159, w=8, a={"k": 2}, b=5))
print(f.format("{} {} {}", 1, 2, 3), f.vformat("{a}{0}", (1,), {"a": 2}))
for text in ("a{b!r:x}c{}", "{{}}", "{0.a[1].b}", "plain", "{:>{w}}", "", "{a[}]}", "{x!s}"):
    print(text, list(f.parse(text)))
print(f.get_field("0.real", (7,), {}), f.convert_field("é", "a"), f.format_field(3, "03"), f.convert_field(1, None))
for bad in ("{", "}", "{0} {}", "{} {0}", "{x!z}", "{0", "{a!}", "{0!rx}", "{nope}", "{5}"):
    try:
        print(f.format(bad, 1, 2, x=1, a=1))
    except Exception as e:
        print(bad, type(e).__name__, e)
class Default(Formatter):
    def get_value(self, key, args, kwargs):
        return kwargs.get(key, f"<{key}>") if isinstance(key, str) else args[key]
    def check_unused_args(self, used, args, kwargs):
        print("used", sorted(map(str, used)))
print(Default().format("{a} {b} {0}", 9, b=1))
class Upper(Formatter):
    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)
print(Upper().format("{0!u} {0!s}", "x"))
