# str.format_map asks the mapping itself.
class Default(dict):
    def __missing__(self, key):
        return f"<{key}>"


print("{a} {b}".format_map(Default(a=1)), "{x[0]} {y.real}".format_map({"x": [7], "y": 3}))
for template, mapping in [("{a}", {}), ("{}", {}), ("{0}", {}), ("{a.b}", {"a": 1}), ("{a}", 5), ("{a", {}), ("{a}", None)]:
    try:
        print(template.format_map(mapping))
    except Exception as e:
        print(type(e).__name__, e)
