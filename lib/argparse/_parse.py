"""One run of a parser over an argument list."""

import re

from argparse._actions import (
    ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE, ArgumentError, ArgumentTypeError, _name_of,
)

_COUNT_ERRORS = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                 ONE_OR_MORE: "expected at least one argument"}
_PATTERNS = {None: "(-*A-*)", OPTIONAL: "(-*A?-*)", ZERO_OR_MORE: "(-*[A-]*)", ONE_OR_MORE: "(-*A[A-]*)",
             REMAINDER: "([-AO]*)", PARSER: "(-*A[-AO]*)", SUPPRESS: "(-*-*)"}


class Parse:
    def __init__(self, parser, args, namespace):
        self.parser, self.namespace = parser, namespace
        self.args = self._expand_files(args) if parser.fromfile_prefix_chars is not None else args
        self.seen, self.seen_given = set(), set()
        self.conflicts = {}
        for group in parser._mutually_exclusive_groups:
            for action in group._group_actions:
                others = [one for one in group._group_actions if one is not action]
                self.conflicts.setdefault(id(action), []).extend(others)
        self.options = {}
        self.pattern = self._classify()
        self.positionals = [a for a in parser._actions if not a.option_strings]
        self.extras = []

    def _expand_files(self, args):
        out = []
        for arg in args:
            if not arg or arg[0] not in self.parser.fromfile_prefix_chars:
                out.append(arg)
                continue
            try:
                with open(arg[1:]) as file:
                    lines = []
                    for line in file.read().splitlines():
                        lines.extend(self.parser.convert_arg_line_to_args(line))
            except OSError as error:
                raise ArgumentError(None, str(error))
            out.extend(self._expand_files(lines))
        return out

    def _classify(self):
        """One letter an argument: O option, A anything else, - for `--`."""
        out, args = [], iter(self.args)
        for i, arg in enumerate(args):
            if arg == "--":
                out.append("-")
                out.extend("A" for _ in args)
                break
            found = self._parse_option(arg)
            if found is not None:
                self.options[i] = found
            out.append("A" if found is None else "O")
        return "".join(out)

    def _parse_option(self, arg):
        """[(action, option string, separator, explicit value)] or None for a positional."""
        parser = self.parser
        if not arg or arg[0] not in parser.prefix_chars:
            return None
        if arg in parser._option_string_actions:
            return [(parser._option_string_actions[arg], arg, None, None)]
        if len(arg) == 1:
            return None
        text, sep, value = arg.partition("=")
        if sep and text in parser._option_string_actions:
            return [(parser._option_string_actions[text], text, sep, value)]
        matches = self._abbreviations(arg)
        if matches:
            return matches
        if parser._negative_number.match(arg) and not parser._has_negative_number_optionals:
            return None
        if " " in arg:
            return None
        return [(None, arg, None, None)]

    def _abbreviations(self, arg):
        parser, found = self.parser, []
        chars = parser.prefix_chars
        if arg[0] in chars and arg[1] in chars:
            if parser.allow_abbrev:
                prefix, sep, value = arg.partition("=")
                for text, action in parser._option_string_actions.items():
                    if text.startswith(prefix):
                        found.append((action, text, sep or None, value if sep else None))
            return found
        short, rest = arg[:2], arg[2:]
        prefix, sep, value = arg.partition("=")
        for text, action in parser._option_string_actions.items():
            if text == short:
                found.append((action, text, "", rest))
            elif parser.allow_abbrev and text.startswith(prefix):
                found.append((action, text, sep or None, value if sep else None))
        return found

    # --- the run

    def run(self):
        last = max(self.options) if self.options else -1
        at = 0
        while at <= last:
            next_option = at
            while next_option <= last and next_option not in self.options:
                next_option += 1
            if at != next_option:
                after = self._positionals(at)
                if after > at:
                    at = after
                    continue
            if at not in self.options:
                self.extras.extend(self.args[at:next_option])
                at = next_option
            at = self._option(at)
        at = self._positionals(at)
        self.extras.extend(self.args[at:])
        self._finish()
        more = vars(self.namespace).pop("_unrecognized_args", None)
        if more:
            self.extras.extend(more)
        return self.namespace, self.extras

    def _finish(self):
        missing = []
        for action in self.parser._actions:
            if action in self.seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif (action.default is not None and isinstance(action.default, str)
                  and getattr(self.namespace, action.dest, None) is action.default):
                setattr(self.namespace, action.dest, self._value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self.parser._mutually_exclusive_groups:
            if group.required and not any(a in self.seen_given for a in group._group_actions):
                names = [_name_of(a) for a in group._group_actions if a.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")

    def _take(self, action, texts, option=None):
        self.seen.add(action)
        values = self._values(action, texts)
        if values is not action.default:
            self.seen_given.add(action)
            for other in self.conflicts.get(id(action), ()):
                if other in self.seen_given:
                    raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if values is not SUPPRESS:
            action(self.parser, self.namespace, values, option)

    def _option(self, at):
        found = self.options[at]
        if len(found) > 1:
            names = ", ".join(text for action, text, sep, value in found)
            raise ArgumentError(None, f"ambiguous option: {self.args[at]} could match {names}")
        action, text, sep, value = found[0]
        todo = []
        while True:
            if action is None:
                self.extras.append(self.args[at])
                return at + 1
            if value is None:
                start = at + 1
                count = self._count(action, self.pattern[start:])
                todo.append((action, self.args[start:start + count], text))
                at = start + count
                break
            if self._count(action, "A") == 0 and text[1] not in self.parser.prefix_chars and value != "":
                if sep or value[0] in self.parser.prefix_chars:
                    raise ArgumentError(action, f"ignored explicit argument {value!r}")
                todo.append((action, [], text))
                text = text[0] + value[0]
                rest = value[1:]
                sep, value = ("=", rest[1:]) if rest.startswith("=") else ("", rest or None)
                if text not in self.parser._option_string_actions:
                    self.extras.append(text[0] + text[1] + rest)
                    at += 1
                    break
                action = self.parser._option_string_actions[text]
            elif self._count(action, "A") == 1:
                todo.append((action, [value], text))
                at += 1
                break
            else:
                raise ArgumentError(action, f"ignored explicit argument {value!r}")
        for action, texts, text in todo:
            self._take(action, texts, text)
        return at

    def _nargs_pattern(self, action):
        pattern = _PATTERNS.get(action.nargs) or "(-*" + "-*".join("A" * action.nargs) + ")"
        if action.option_strings:
            pattern = pattern.replace("-*", "").replace("-", "")
        return pattern

    def _count(self, action, letters):
        match = re.match(self._nargs_pattern(action), letters)
        if match is None:
            message = _COUNT_ERRORS.get(action.nargs)
            if message is None:
                plural = "s" if action.nargs != 1 else ""
                message = f"expected {action.nargs} argument{plural}"
            raise ArgumentError(action, message)
        return len(match.group(1))

    def _positionals(self, at):
        counts = []
        for i in range(len(self.positionals), 0, -1):
            pattern = "".join(self._nargs_pattern(a) for a in self.positionals[:i])
            match = re.match(pattern, self.pattern[at:])
            if match is not None:
                counts = [len(text) for text in match.groups()]
                break
        for action, count in zip(self.positionals, counts):
            texts = self.args[at:at + count]
            if action.nargs == PARSER:
                if self.pattern[at] == "-":
                    texts.remove("--")
            elif action.nargs != REMAINDER and "-" in self.pattern[at:at + count]:
                texts.remove("--")
            at += count
            self._take(action, texts)
        self.positionals[:] = self.positionals[len(counts):]
        return at

    # --- values

    def _values(self, action, texts):
        nargs = action.nargs
        if not texts and nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str):
                value = self._value(action, value)
            return value
        if not texts and nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if nargs == SUPPRESS:
            return SUPPRESS
        if len(texts) == 1 and nargs in (None, OPTIONAL):
            value = self._value(action, texts[0])
            self._check(action, value)
            return value
        values = [self._value(action, text) for text in texts]
        if nargs == PARSER:
            self._check(action, values[0])
        elif nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values

    def _value(self, action, text):
        function = self.parser._registry_get("type", action.type, action.type)
        try:
            return function(text)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            name = getattr(action.type, "__name__", repr(action.type))
            raise ArgumentError(action, f"invalid {name} value: {text!r}")

    def _check(self, action, value):
        if action.choices is not None and value not in action.choices:
            known = ", ".join(map(repr, action.choices))
            raise ArgumentError(action, f"invalid choice: {value!r} (choose from {known})")
