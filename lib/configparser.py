"""ConfigParser with basic interpolation."""


class Error(Exception):
    pass


class NoSectionError(Error):
    def __init__(self, section):
        Error.__init__(self, f"No section: {section!r}")
        self.section = section


class NoOptionError(Error):
    def __init__(self, option, section):
        Error.__init__(self, f"No option {option!r} in section: {section!r}")
        self.option, self.section = option, section


class DuplicateSectionError(Error):
    pass


class ParsingError(Error):
    pass


class InterpolationError(Error):
    pass


_missing = object()
_BOOLEANS = {"1": True, "yes": True, "true": True, "on": True, "0": False, "no": False, "false": False, "off": False}


class SectionProxy:
    def __init__(self, parser, name):
        self._parser, self.name = parser, name

    def __getitem__(self, key):
        if not self._parser.has_option(self.name, key):
            raise KeyError(key)
        return self._parser.get(self.name, key)

    def __setitem__(self, key, value):
        self._parser.set(self.name, key, value)

    def __contains__(self, key):
        return self._parser.has_option(self.name, key)

    def __iter__(self):
        return iter(self._parser._names(self.name))

    def __len__(self):
        return len(self._parser._names(self.name))

    def keys(self):
        return list(self)

    def items(self):
        return [(key, self[key]) for key in self]

    def get(self, key, fallback=None, **options):
        return self._parser.get(self.name, key, fallback=fallback, **options)

    def getint(self, key, fallback=None):
        return self._parser.getint(self.name, key, fallback=fallback)

    def getboolean(self, key, fallback=None):
        return self._parser.getboolean(self.name, key, fallback=fallback)


class RawConfigParser:
    _interpolates = False

    def __init__(self, defaults=None, *args, interpolation=_missing, **options):
        self._defaults = {}
        self._sections = {}
        if interpolation is None:
            self._interpolates = False
        for key, value in (defaults or {}).items():
            self._defaults[self.optionxform(key)] = value

    def optionxform(self, option):
        return option.lower()

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections)

    def has_section(self, section):
        return section in self._sections

    def add_section(self, section):
        if section in self._sections:
            raise DuplicateSectionError(f"Section {section!r} already exists")
        self._sections[section] = {}

    def _names(self, section):
        if section == "DEFAULT":
            return list(self._defaults)
        if section not in self._sections:
            raise NoSectionError(section)
        return list(self._sections[section]) + [n for n in self._defaults if n not in self._sections[section]]

    options = _names

    def has_option(self, section, option):
        return section in self._sections and self.optionxform(option) in self._names(section)

    def read(self, filenames, encoding=None):
        import os

        done = []
        for name in [filenames] if isinstance(filenames, (str, os.PathLike)) or hasattr(filenames, "__fspath__") else filenames:
            if os.path.isfile(name):
                with open(name, encoding=encoding or "utf-8") as file:
                    self.read_string(file.read(), name)
                done.append(name)
        return done

    def read_file(self, f, source=None):
        self.read_string("".join(f), source)

    def read_dict(self, dictionary, source="<dict>"):
        for section, values in dictionary.items():
            for key, value in values.items():
                self._target(section)[self.optionxform(key)] = str(value)

    def _target(self, section):
        return self._defaults if section == "DEFAULT" else self._sections.setdefault(section, {})

    def read_string(self, string, source="<string>"):
        target = last = None
        for line in string.splitlines():
            body = line.strip()
            if not body or body[0] in "#;":
                if not body and last is not None:
                    target[last] += "\n"
                continue
            if line[0] in " \t" and last is not None:
                target[last] += "\n" + body
                continue
            if body[0] == "[" and "]" in body:
                target, last = self._target(body[1:body.index("]")]), None
                continue
            if target is None:
                raise ParsingError(f"File contains no section headers.\nfile: {source!r}")
            at = min([i for i in (body.find("="), body.find(":")) if i >= 0], default=-1)
            if at < 0:
                raise ParsingError(f"Source contains parsing errors: {source!r}")
            last = self.optionxform(body[:at].strip())
            target[last] = body[at + 1:].strip()
        for values in [self._defaults] + list(self._sections.values()):
            for key, value in values.items():
                values[key] = value.rstrip() if isinstance(value, str) else value

    def _expand(self, section, value, depth=0):
        import re

        if depth > 10:
            raise InterpolationError("Recursion limit exceeded in value substitution")

        def one(match):
            if match.group(0) == "%%":
                return "%"
            return self._expand(section, self.get(section, match.group(1), raw=True), depth + 1)

        return re.sub(r"%%|%\(([^)]+)\)s", one, value)

    def get(self, section, option, *, raw=False, vars=None, fallback=_missing):
        name = self.optionxform(option)
        try:
            if name not in self._names(section):
                raise NoOptionError(option, section)
        except Error:
            if fallback is _missing:
                raise
            return fallback
        value = self._sections.get(section, {}).get(name, self._defaults.get(name))
        return value if raw or not self._interpolates or value is None else self._expand(section, value)

    def getint(self, section, option, **options):
        return int(self.get(section, option, **options))

    def getfloat(self, section, option, **options):
        return float(self.get(section, option, **options))

    def getboolean(self, section, option, **options):
        value = self.get(section, option, **options)
        return value if not isinstance(value, str) else _BOOLEANS[value.lower()]

    def items(self, section=_missing, raw=False, vars=None):
        if section is _missing:
            return [(name, SectionProxy(self, name)) for name in ["DEFAULT"] + self.sections()]
        names = [n for n in self._defaults] + [n for n in self._sections.get(section, ()) if n not in self._defaults]
        if section not in self._sections:
            raise NoSectionError(section)
        return [(name, self.get(section, name, raw=raw)) for name in names]

    def set(self, section, option, value=None):
        if section != "DEFAULT" and section not in self._sections:
            raise NoSectionError(section)
        self._target(section)[self.optionxform(option)] = value

    def remove_option(self, section, option):
        return self._sections[section].pop(self.optionxform(option), None) is not None

    def remove_section(self, section):
        return self._sections.pop(section, None) is not None

    def __getitem__(self, section):
        if section != "DEFAULT" and section not in self._sections:
            raise KeyError(section)
        return SectionProxy(self, section)

    def __contains__(self, section):
        return section == "DEFAULT" or section in self._sections

    def __iter__(self):
        return iter(["DEFAULT"] + self.sections())


class ConfigParser(RawConfigParser):
    _interpolates = True


SafeConfigParser = ConfigParser


class BasicInterpolation:
    pass


ExtendedInterpolation = BasicInterpolation
