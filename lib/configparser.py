"""ConfigParser: ini files with interpolation, as Python reads and writes them."""

from collections.abc import MutableMapping
import re

DEFAULTSECT, MAX_INTERPOLATION_DEPTH = "DEFAULT", 10


class Error(Exception):
    def __init__(self, msg=""):
        self.message = msg
        Exception.__init__(self, msg)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section
        self.args = (section,)


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section
        self.args = (option, section)


def _where(source, lineno):
    if source is None:
        return ""
    return f"While reading from {source!r}" + (f" [line {lineno:2d}]" if lineno is not None else "") + ": "


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        text = f"ection {section!r} already exists"
        Error.__init__(self, _where(source, lineno) + ("s" if source is not None else "S") + text)
        self.section, self.source, self.lineno = section, source, lineno
        self.args = (section, source, lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        text = f"ption {option!r} in section {section!r} already exists"
        Error.__init__(self, _where(source, lineno) + ("o" if source is not None else "O") + text)
        self.section, self.option, self.source, self.lineno = section, option, source, lineno
        self.args = (section, option, source, lineno)


class InterpolationError(Error):
    def __init__(self, option, section, msg):
        Error.__init__(self, msg)
        self.option, self.section = option, section
        self.args = (option, section, msg)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        InterpolationError.__init__(
            self, option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an "
            f"interpolation key {reference!r} which is not a valid option name. Raw value: {rawval!r}")
        self.reference = reference
        self.args = (option, section, rawval, reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        InterpolationError.__init__(
            self, option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section "
            f"{section!r} contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} "
            f"steps. Raw value: {rawval!r}")
        self.args = (option, section, rawval)


class ParsingError(Error):
    def __init__(self, source):
        Error.__init__(self, f"Source contains parsing errors: {source!r}")
        self.source, self.errors = source, []
        self.args = (source,)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f"\n\t[line {lineno:2d}]: {line}"


class MissingSectionHeaderError(ParsingError):
    def __init__(self, filename, lineno, line):
        Error.__init__(self, f"File contains no section headers.\nfile: {filename!r}, line: {lineno}\n{line!r}")
        self.source, self.lineno, self.line = filename, lineno, line
        self.args = (filename, lineno, line)


_UNSET = object()


class Interpolation:
    def before_get(self, parser, section, option, value, defaults):
        return value

    def before_set(self, parser, section, option, value):
        return value

    def before_read(self, parser, section, option, value):
        return value

    def before_write(self, parser, section, option, value):
        return value


class _MarkInterpolation(Interpolation):
    """A sign doubled is itself; else it opens a reference, which `_refer` reads and looks up."""

    def before_get(self, parser, section, option, value, defaults):
        return self._expand(parser, section, option, value, value, defaults, 1)

    def before_set(self, parser, section, option, value):
        left = self._reference.sub("", value.replace(self._sign * 2, ""))
        if self._sign in left:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {value.find(self._sign)}")
        return value

    def _expand(self, parser, section, option, value, raw, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, raw)
        out, rest, sign = [], value, self._sign
        while rest:
            text, found, rest = rest.partition(sign)
            out.append(text)
            if not found:
                break
            if rest.startswith(sign):
                out.append(sign)
                rest = rest[1:]
                continue
            if not rest.startswith(self._open):
                raise InterpolationSyntaxError(
                    option, section, f"'{sign}' must be followed by '{sign}' or '{self._open}', found: {sign + rest!r}")
            match = self._reference.match(sign + rest)
            if match is None:
                raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {sign + rest!r}")
            rest = (sign + rest)[match.end():]
            where, inner, names_there = self._refer(parser, section, option, raw, match.group(1), names, rest)
            if sign in inner:
                inner = self._expand(parser, where, option, inner, raw, names_there, depth + 1)
            out.append(inner)
        return "".join(out)


class BasicInterpolation(_MarkInterpolation):
    _sign, _open, _reference = "%", "(", re.compile(r"%\(([^)]+)\)s")

    def _refer(self, parser, section, option, raw, reference, names, rest):
        name = parser.optionxform(reference)
        if name not in names:
            raise InterpolationMissingOptionError(option, section, raw, name)
        return section, names[name], names


class ExtendedInterpolation(_MarkInterpolation):
    _sign, _open, _reference = "$", "{", re.compile(r"\$\{([^}]+)\}")

    def _refer(self, parser, section, option, raw, reference, names, rest):
        path = reference.split(":")
        if len(path) > 2:
            raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        where = path[0] if len(path) == 2 else section
        try:
            name = parser.optionxform(path[-1])
            inner = names[name] if len(path) == 1 else parser.get(where, name, raw=True)
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        return where, inner, dict(parser.items(where, raw=True))


LegacyInterpolation = BasicInterpolation


class SectionProxy(MutableMapping):
    def __init__(self, parser, name):
        self._parser, self._name = parser, name

    def __repr__(self):
        return f"<Section: {self._name}>"

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        self._parser._check_text(value)
        self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if not (self._parser.has_option(self._name, key) and self._parser.remove_option(self._name, key)):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return iter(self._options())

    def _options(self):
        return list(self._parser.defaults()) if self._name == self._parser.default_section else (
            self._parser.options(self._name))

    name = property(lambda self: self._name)
    parser = property(lambda self: self._parser)

    def get(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.get(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def __getattr__(self, name):
        if not name.startswith("get") or name not in self._parser.__dict__:
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        convert = getattr(self._parser, name)
        return lambda option, fallback=None, **more: convert(self._name, option, fallback=fallback, **more)

    def getint(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getint(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getfloat(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getfloat(self._name, option, raw=raw, vars=vars, fallback=fallback)

    def getboolean(self, option, fallback=None, *, raw=False, vars=None):
        return self._parser.getboolean(self._name, option, raw=raw, vars=vars, fallback=fallback)


class RawConfigParser(MutableMapping):
    _DEFAULT_INTERPOLATION = Interpolation()
    BOOLEAN_STATES = {"1": True, "yes": True, "true": True, "on": True,
                      "0": False, "no": False, "false": False, "off": False}

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=("=", ":"),
                 comment_prefixes=("#", ";"), inline_comment_prefixes=None, strict=True,
                 empty_lines_in_values=True, default_section=DEFAULTSECT, interpolation=_UNSET, converters={}):
        self._sections, self._defaults, self._proxies = {}, {}, {}
        self._delimiters, self._comments = tuple(delimiters), tuple(comment_prefixes or ())
        self._inline, self._strict = tuple(inline_comment_prefixes or ()), strict
        self._allow_no_value, self._empty_lines = allow_no_value, empty_lines_in_values
        self.default_section = default_section
        if interpolation is _UNSET:
            interpolation = self._DEFAULT_INTERPOLATION
        self._interpolation = Interpolation() if interpolation is None else interpolation
        self._proxies[default_section] = SectionProxy(self, default_section)
        for name, function in converters.items():
            self._add_converter(name, function)
        if defaults:
            self._read_defaults(defaults)

    def _add_converter(self, name, function):
        def get(section, option, *, raw=False, vars=None, fallback=_UNSET):
            return self._converted(section, option, function, raw, vars, fallback)

        setattr(self, "get" + name, get)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(str(key))] = value

    def optionxform(self, optionstr):
        return optionstr.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(section)
        if section == self.default_section:
            raise ValueError(f"Invalid section name: {section!r}")
        self._sections[section], self._proxies[section] = {}, SectionProxy(self, section)

    def options(self, section):
        if section not in self._sections:
            raise NoSectionError(section)
        return list(dict.fromkeys(list(self._sections[section]) + list(self._defaults)))

    def has_option(self, section, option):
        option = self.optionxform(option)
        if not section or section == self.default_section:
            return option in self._defaults
        return section in self._sections and (option in self._sections[section] or option in self._defaults)

    # --- reading

    def read(self, filenames, encoding=None):
        import os

        if isinstance(filenames, (str, bytes)) or hasattr(filenames, "__fspath__"):
            filenames = [filenames]
        done = []
        for name in filenames:
            if not os.path.isfile(name):
                continue
            with open(name, encoding=encoding or "utf-8") as file:
                self._read(file, os.fspath(name))
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, "name", "<???>") if source is None else source)

    def read_string(self, string, source="<string>"):
        self._read(string.splitlines(keepends=True), source)

    def read_dict(self, dictionary, source="<dict>"):
        seen = set()
        for section, values in dictionary.items():
            section = str(section)
            if section != self.default_section and section not in self._sections:
                self.add_section(section)
            elif self._strict and section in seen:
                raise DuplicateSectionError(section, source)
            seen.add(section)
            for key, value in values.items():
                key = self.optionxform(str(key))
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value if value is None else str(value))

    def _uncommented(self, line):
        if line.strip().startswith(self._comments) and self._comments:
            return None
        for prefix in self._inline:
            at = line.find(prefix)
            while at >= 0:
                if at == 0 or line[at - 1].isspace():
                    line = line[:at]
                    break
                at = line.find(prefix, at + 1)
        return line

    def _read(self, lines, source):
        seen, failed = set(), None
        values = section = option = None
        margin = 0
        for number, line in enumerate(lines, 1):
            text = self._uncommented(line)
            body = (text or "").strip()
            if not body:
                if text is not None and self._empty_lines and option and values is not None and (
                        values[option] is not None and not line.strip()):
                    values[option].append("")
                elif not self._empty_lines:
                    margin = 1 << 30
                continue
            indent = len(line) - len(line.lstrip())
            if values is not None and option and indent > margin:
                if values[option] is None:
                    values[option] = []
                values[option].append(body)
                continue
            margin = indent
            if body[0] == "[" and "]" in body:
                section, option = body[1:body.rindex("]")], None
                if section == self.default_section:
                    values = self._defaults
                elif section in self._sections:
                    if self._strict and section in seen:
                        raise DuplicateSectionError(section, source, number)
                    values = self._sections[section]
                else:
                    self.add_section(section)
                    values = self._sections[section]
                seen.add(section)
                continue
            if values is None:
                raise MissingSectionHeaderError(source, number, line)
            found = self._split(body)
            if found is None:
                failed = failed or ParsingError(source)
                failed.append(number, repr(line))
                continue
            option = self.optionxform(found[0].rstrip())
            if self._strict and (section, option) in seen:
                raise DuplicateOptionError(section, option, source, number)
            seen.add((section, option))
            values[option] = [found[1].strip()] if found[1] is not None else None
        self._join()
        if failed:
            raise failed

    def _split(self, body):
        places = [at for at in (body.find(sign) for sign in self._delimiters) if at >= 0]
        if not places:
            return (body, None) if self._allow_no_value else None
        at = min(places)
        if at == 0:
            return None
        sign = next(one for one in self._delimiters if body.startswith(one, at))
        return body[:at], body[at + len(sign):]

    def _join(self):
        for name, values in [(self.default_section, self._defaults), *self._sections.items()]:
            for key, value in values.items():
                if isinstance(value, list):
                    value = "\n".join(value).rstrip()
                if isinstance(value, str):
                    value = self._interpolation.before_read(self, name, key, value)
                values[key] = value

    # --- values

    def _names(self, section, vars=None):
        names = dict(self._defaults)
        if section in self._sections:
            names.update(self._sections[section])
        elif section != self.default_section:
            raise NoSectionError(section)
        for key, value in (vars or {}).items():
            names[self.optionxform(key)] = value if value is None else str(value)
        return names

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._names(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        if option not in names:
            if fallback is _UNSET:
                raise NoOptionError(option, section)
            return fallback
        value = names[option]
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, names)

    def _converted(self, section, option, convert, raw, vars, fallback):
        value = self.get(section, option, raw=raw, vars=vars, fallback=fallback)
        return value if value is fallback else convert(value)

    def getint(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, int, raw, vars, fallback)

    def getfloat(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, float, raw, vars, fallback)

    def getboolean(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        return self._converted(section, option, self._convert_to_boolean, raw, vars, fallback)

    def _convert_to_boolean(self, value):
        if value.lower() not in self.BOOLEAN_STATES:
            raise ValueError(f"Not a boolean: {value}")
        return self.BOOLEAN_STATES[value.lower()]

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return [(name, self[name]) for name in self]
        names = self._names(section)
        extra = {self.optionxform(key): value for key, value in (vars or {}).items()}
        names.update(extra)
        return [(key, value if raw or value is None else
                 self._interpolation.before_get(self, section, key, value, names)) for key, value in names.items()]

    def _check_text(self, value):
        pass

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        if not section or section == self.default_section:
            values = self._defaults
        elif section in self._sections:
            values = self._sections[section]
        else:
            raise NoSectionError(section)
        values[self.optionxform(option)] = value

    def remove_option(self, section, option):
        values = self._defaults if not section or section == self.default_section else self._sections.get(section)
        if values is None:
            raise NoSectionError(section)
        return values.pop(self.optionxform(option), _UNSET) is not _UNSET

    def remove_section(self, section):
        self._proxies.pop(section, None)
        return self._sections.pop(section, None) is not None

    def write(self, fp, space_around_delimiters=True):
        sign = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        rows = [(self.default_section, self._defaults)] if self._defaults else []
        for name, values in rows + list(self._sections.items()):
            fp.write(f"[{name}]\n")
            for key, value in values.items():
                value = self._interpolation.before_write(self, name, key, value)
                text = "" if value is None and self._allow_no_value else sign + str(value).replace("\n", "\n\t")
                fp.write(f"{key}{text}\n")
            fp.write("\n")

    # --- as a mapping of sections

    def __getitem__(self, key):
        if key != self.default_section and not self.has_section(key):
            raise KeyError(key)
        return self._proxies[key]

    def __setitem__(self, key, value):
        if key in self and self[key] is value:
            return
        if key == self.default_section:
            self._defaults.clear()
        elif key in self._sections:
            self._sections[key].clear()
        self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.has_section(key):
            raise KeyError(key)
        self.remove_section(key)

    def __contains__(self, key):
        return key == self.default_section or self.has_section(key)

    def __len__(self):
        return len(self._sections) + 1

    def __iter__(self):
        return iter([self.default_section, *self._sections])


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _check_text(self, value):
        if not (self._allow_no_value and value is None) and not isinstance(value, str):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        self._check_text(value)
        RawConfigParser.set(self, section, option, value)

    def add_section(self, section):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        RawConfigParser.add_section(self, section)


SafeConfigParser = ConfigParser
