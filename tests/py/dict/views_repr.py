# Views and iterators: repr, types, reversed, mapping.
d = {"a": 1, 2: [3]}
print(d.keys(), d.values(), d.items(), {}.keys(), {}.values(), {}.items())
print(type(d.keys()).__name__, type(iter(d)).__name__, type(iter(d.values())).__name__, type(iter(d.items())).__name__, type(reversed(d)).__name__)
print(list(reversed(d)), list(reversed(d.values())), d.keys().mapping["a"])
