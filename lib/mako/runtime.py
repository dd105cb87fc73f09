"""What the script of a template uses: its context, loops, filters."""

import builtins


class Undefined:
    """A name that neither the context nor the template has: false, and an error where it is shown."""

    def __bool__(self):
        return False

    def __str__(self):
        raise NameError("Undefined")


UNDEFINED = Undefined()


def defined(value, name):
    if value is UNDEFINED:
        raise NameError(f"'{name}' is not defined: neither this template nor the command that renders it has it")
    return value


class Context:
    """The names given to render(), and the text written so far."""

    def __init__(self, names):
        self.kwargs = dict(names)
        self._buffers = [[]]

    def get(self, key, default=None):
        return self.kwargs.get(key, getattr(builtins, key, default))

    def __getitem__(self, key):
        return self.kwargs[key] if key in self.kwargs else getattr(builtins, key)

    def __contains__(self, key):
        return key in self.kwargs or hasattr(builtins, key)

    def keys(self):
        return list(self.kwargs)

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"a template writes strings, not {type(text).__name__}: leave out the filter n")
        self._buffers[-1].append(text)

    def push(self):
        self._buffers.append([])

    def pop(self):
        return "".join(self._buffers.pop())

    def text(self):
        return "".join(self._buffers[0])


class Loop:
    """`loop` inside `% for`."""

    def __init__(self, iterable, parent):
        self._iterable = iterable
        self.parent = parent
        self.index = 0

    def __iter__(self):
        for item in self._iterable:
            yield item
            self.index += 1

    def __len__(self):
        return len(self._iterable)

    @property
    def reverse_index(self):
        return len(self) - self.index - 1

    @property
    def first(self):
        return self.index == 0

    @property
    def last(self):
        return self.index == len(self) - 1

    @property
    def even(self):
        return not self.odd

    @property
    def odd(self):
        return bool(self.index % 2)

    def cycle(self, *values):
        if not values:
            raise ValueError("You must provide values to cycle through")
        return values[self.index % len(values)]


class Loops:
    def __init__(self):
        self._current = UNDEFINED

    def enter(self, iterable):
        self._current = Loop(iterable, self._current or None)
        return self._current

    def leave(self):
        self._current = self._current.parent or UNDEFINED
        return self._current


class Caller:
    """`caller` inside a <%def> that <%call> called."""

    def __init__(self):
        self.bodies = []

    def body(self, *args, **kwargs):
        return self.bodies[-1](*args, **kwargs)


class Decode:
    def __getattr__(self, encoding):
        def decode(value):
            if isinstance(value, str):
                return value
            return value.decode(encoding) if isinstance(value, bytes) else str(value)

        return decode

    def __call__(self, value):
        return self.utf8(value)


# the entities of U+00A0 to U+00FF
LATIN_1 = """
nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para
middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute
Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute
THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde
ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
"""


class Filters:
    decode = Decode()

    @staticmethod
    def xml(text):
        for char, entity in (("&", "&amp;"), (">", "&gt;"), ("<", "&lt;"), ('"', "&#34;"), ("'", "&#39;")):
            text = text.replace(char, entity)
        return text

    html = xml

    @staticmethod
    def url(text):
        from urllib.parse import quote_plus

        return quote_plus(text.encode("utf8"))

    @staticmethod
    def trim(text):
        return text.strip()

    @staticmethod
    def entity(text):
        named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
        named.update((chr(160 + i), f"&{name};") for i, name in enumerate(LATIN_1.split()))
        return "".join(named.get(c, c if ord(c) < 128 else f"&#{ord(c)};") for c in text)


def words_of(script):
    """Everything in the script that may be a name."""
    found, word = set(), ""
    for char in script + " ":
        if char.isidentifier() or (word and char.isalnum()):
            word += char
        elif word:
            found.add(word)
            word = ""
    return found


def globals_of(context, script):
    """The globals a template's script runs in."""

    def capture(function, *args, **kwargs):
        context.push()
        try:
            function(*args, **kwargs)
        finally:
            text = context.pop()
        return text

    caller = Caller()
    names = {word: UNDEFINED for word in words_of(script) if not hasattr(builtins, word)}
    names.update(context=context, UNDEFINED=UNDEFINED, capture=capture, caller=caller)
    names.update(context.kwargs)
    names.update(
        __M_write=context.write, __M_push=context.push, __M_pop=context.pop, __M_defined=defined,
        __M_loops=Loops(), __M_filters=Filters, __M_callers=caller.bodies,
    )
    return names
