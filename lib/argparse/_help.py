"""Help texts of argparse: usage lines, sections, wrapped columns."""

import re

from argparse._actions import ONE_OR_MORE, OPTIONAL, PARSER, REMAINDER, SUPPRESS, ZERO_OR_MORE


class HelpFormatter:
    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil

            width = shutil.get_terminal_size().columns - 2
        self._prog, self._step, self._width = prog, indent_increment, width
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._indent, self._longest = 0, 0
        self._root = self._section = []
        self._stack = []

    # --- building: sections are lists of functions that give text

    def _add(self, function, *args):
        self._section.append((function, args))

    def start_section(self, heading):
        items = []
        self._add(self._format_section, heading, items, self._indent)
        self._stack.append(self._section)
        self._section = items
        self._indent += self._step

    def end_section(self):
        self._section = self._stack.pop()
        self._indent -= self._step

    def _format_section(self, heading, items, indent):
        self._indent += self._step
        body = "".join([text for text in (function(*args) for function, args in items) if text])
        self._indent -= self._step
        if not body:
            return ""
        title = f"{' ' * indent}{heading}:\n" if heading is not SUPPRESS and heading is not None else ""
        return f"\n{title}{body}\n"

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add(self._format_text, text)

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add(self._format_usage, usage, actions, groups, prefix)

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        widths = [len(self._format_action_invocation(action)) + self._indent]
        for inner in self._subactions(action):
            widths.append(len(self._format_action_invocation(inner)) + self._indent + self._step)
        self._longest = max(self._longest, *widths)
        self._add(self._format_action, action)

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        text = "".join([text for text in (function(*args) for function, args in self._root) if text])
        if text:
            text = re.sub(r"\n\n\n+", "\n\n", text).strip("\n") + "\n"
        return text

    def _subactions(self, action):
        inner = getattr(action, "_get_subactions", None)
        return inner() if inner else ()

    # --- usage

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % dict(prog=self._prog)}\n\n"
        if not actions:
            return f"{prefix}{self._prog}\n\n"
        options = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        usage = " ".join([text for text in [self._prog, self._join(options + positionals, groups)] if text])
        if len(prefix) + len(usage) > self._width - self._indent:
            usage = self._wrapped_usage(prefix, options, positionals, groups)
        return f"{prefix}{usage}\n\n"

    def _join(self, actions, groups):
        return " ".join(self._usage_parts(actions, groups))

    def _wrapped_usage(self, prefix, options, positionals, groups):
        width, prog = self._width - self._indent, self._prog
        option_parts, positional_parts = self._usage_parts(options, groups), self._usage_parts(positionals, groups)

        def lines(parts, indent, lead=None):
            out, line = [], []
            length = len(lead) - 1 if lead is not None else len(indent) - 1
            for part in parts:
                if length + 1 + len(part) > width and line:
                    out.append(indent + " ".join(line))
                    line, length = [], len(indent) - 1
                line.append(part)
                length += len(part) + 1
            if line:
                out.append(indent + " ".join(line))
            if lead is not None:
                out[0] = out[0][len(indent):]
            return out

        if len(prefix) + len(prog) <= 0.75 * width:
            indent = " " * (len(prefix) + len(prog) + 1)
            if option_parts:
                out = lines([prog] + option_parts, indent, prefix) + lines(positional_parts, indent)
            elif positional_parts:
                out = lines([prog] + positional_parts, indent, prefix)
            else:
                out = [prog]
        else:
            indent = " " * len(prefix)
            out = lines(option_parts + positional_parts, indent)
            if len(out) > 1:
                out = lines(option_parts, indent) + lines(positional_parts, indent)
            out = [prog] + out
        return "\n".join(out)

    def _usage_parts(self, actions, groups):
        starts, inside = {}, set()
        for group in groups:
            members = group._group_actions
            if not members or not all(one in actions for one in members):
                continue
            start = actions.index(members[0])
            if actions[start:start + len(members)] == members:
                starts[start] = group
        parts, i = [], 0
        while i < len(actions):
            group = starts.get(i)
            if group is None:
                text = self._usage_part(actions[i], True)
                if text:
                    parts.append(text)
                i += 1
                continue
            shown = [one for one in group._group_actions if one.help is not SUPPRESS]
            texts = [self._usage_part(one, False) for one in shown]
            if len(texts) == 1:
                parts.append(texts[0] if group.required else f"[{texts[0]}]")
            elif texts:
                left, right = "()" if group.required else "[]"
                texts[0], texts[-1] = left + texts[0], texts[-1] + right
                for text in texts[:-1]:
                    parts.append(text + " |")
                parts.append(texts[-1])
            i += len(group._group_actions)
        return parts

    def _usage_part(self, action, brackets):
        if action.help is SUPPRESS:
            return ""
        if not action.option_strings:
            default = self._get_default_metavar_for_positional(action)
            part = self._format_args(action, default)
            if not brackets and part[0] == "[" and part[-1] == "]":
                part = part[1:-1]
            return part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            default = self._get_default_metavar_for_optional(action)
            part = f"{action.option_strings[0]} {self._format_args(action, default)}"
        return part if action.required or not brackets else f"[{part}]"

    # --- arguments

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _metavar(self, action, default):
        if action.metavar is not None:
            name = action.metavar
        elif action.choices is not None:
            name = "{" + ",".join(str(one) for one in action.choices) + "}"
        else:
            name = default
        return lambda count: name if isinstance(name, tuple) else (name,) * count

    def _format_args(self, action, default):
        names, nargs = self._metavar(action, default), action.nargs
        if nargs is None:
            return "%s" % names(1)
        if nargs == OPTIONAL:
            return "[%s]" % names(1)
        if nargs == ZERO_OR_MORE:
            metavar = names(1)
            return "[%s [%s ...]]" % metavar if len(metavar) == 2 else "[%s ...]" % metavar
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % names(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % names(1)
        if nargs == SUPPRESS:
            return ""
        return " ".join(["%s"] * nargs) % names(nargs)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavar(action, self._get_default_metavar_for_positional(action))(1))
        if action.nargs == 0:
            return ", ".join(action.option_strings)
        args = self._format_args(action, self._get_default_metavar_for_optional(action))
        return ", ".join([f"{text} {args}" for text in action.option_strings])

    def _format_action(self, action):
        position = min(self._longest + 2, self._max_help_position)
        help_width = max(self._width - position, 11)
        column = position - self._indent - 2
        header = self._format_action_invocation(action)
        lead = " " * self._indent
        first = 0
        if not action.help:
            parts = [f"{lead}{header}\n"]
        elif len(header) <= column:
            parts = [f"{lead}{header:<{column}}  "]
        else:
            parts = [f"{lead}{header}\n"]
            first = position
        if action.help and action.help.strip():
            text = self._expand_help(action)
            if text:
                lines = self._split_lines(text, help_width)
                parts.append(f"{' ' * first}{lines[0]}\n")
                for line in lines[1:]:
                    parts.append(f"{' ' * position}{line}\n")
        elif not parts[0].endswith("\n"):
            parts.append("\n")
        self._indent += self._step
        for inner in self._subactions(action):
            parts.append(self._format_action(inner))
        self._indent -= self._step
        return "".join(parts)

    def _get_help_string(self, action):
        return action.help

    def _expand_help(self, action):
        values = dict(vars(action), prog=self._prog)
        for name in list(values):
            if values[name] is SUPPRESS:
                del values[name]
            elif hasattr(values[name], "__name__"):
                values[name] = values[name].__name__
        if values.get("choices") is not None:
            values["choices"] = ", ".join([str(one) for one in values["choices"]])
        return self._get_help_string(action) % values

    # --- wrapping

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % dict(prog=self._prog)
        width = max(self._width - self._indent, 11)
        return self._fill_text(text, width, " " * self._indent) + "\n\n"

    def _split_lines(self, text, width):
        import textwrap

        return textwrap.wrap(re.sub(r"\s+", " ", text).strip(), width)

    def _fill_text(self, text, width, indent):
        import textwrap

        return textwrap.fill(re.sub(r"\s+", " ", text).strip(), width, initial_indent=indent,
                             subsequent_indent=indent)


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    def _get_default_metavar_for_positional(self, action):
        return action.type.__name__
