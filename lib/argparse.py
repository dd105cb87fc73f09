"""Namespace, and a parser that knows flags and values."""


class ArgumentError(Exception):
    pass


class Namespace:
    def __init__(self, **keywords):
        self.__dict__.update(keywords)

    def __repr__(self):
        return "Namespace(" + ", ".join(f"{name}={value!r}" for name, value in self.__dict__.items()) + ")"

    def __eq__(self, other):
        return isinstance(other, Namespace) and self.__dict__ == other.__dict__

    def __contains__(self, key):
        return key in self.__dict__


class ArgumentParser:
    def __init__(self, *args, **options):
        self._rules = []

    def add_argument(self, *names, action="store", default=None, type=None, dest=None, nargs=None, const=None, **options):
        if dest is None:
            long = [name for name in names if name.startswith("--")]
            dest = (long[0] if long else names[0]).lstrip("-").replace("-", "_")
        if action == "store_true" and default is None:
            default = False
        if action == "store_false" and default is None:
            default = True
        self._rules.append((names, action, default, type, dest, nargs, const))

    def parse_known_args(self, args=None, namespace=None):
        import sys

        args = list(sys.argv[1:] if args is None else args)
        made = Namespace(**{rule[4]: rule[2] for rule in self._rules})
        rest, places = [], [rule for rule in self._rules if not rule[0][0].startswith("-")]
        while args:
            word = args.pop(0)
            name, equals, value = word.partition("=")
            rule = next((r for r in self._rules if name in r[0] and name.startswith("-")), None)
            if rule is None:
                if word.startswith("-") or not places:
                    rest.append(word)
                else:
                    rule = places.pop(0)
                    setattr(made, rule[4], rule[3](word) if rule[3] else word)
                continue
            _, action, _, kind, dest, _, const = rule
            if action in ("store_true", "store_false", "store_const"):
                setattr(made, dest, {"store_true": True, "store_false": False}.get(action, const))
                continue
            value = value if equals else args.pop(0) if args else self.error(f"argument {name}: expected one argument")
            value = kind(value) if kind else value
            if action == "append":
                setattr(made, dest, (getattr(made, dest) or []) + [value])
            else:
                setattr(made, dest, value)
        return made, rest

    def parse_args(self, args=None, namespace=None):
        made, rest = self.parse_known_args(args)
        if rest:
            self.error("unrecognized arguments: " + " ".join(rest))
        return made

    def error(self, message):
        import sys

        sys.stderr.write(f"error: {message}\n")
        sys.exit(2)

    def add_argument_group(self, *args, **options):
        return self

    add_mutually_exclusive_group = add_argument_group
