"""Rows of values as lines of text."""

import re

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)
__version__ = "1.0"
_limit = 131072


class Error(Exception):
    __module__ = "_csv"


class Dialect:
    delimiter, quotechar, escapechar, doublequote = ",", '"', None, True
    skipinitialspace, lineterminator, quoting, strict = False, "\r\n", QUOTE_MINIMAL, False


class excel(Dialect):
    pass


class excel_tab(excel):
    delimiter = "\t"


class unix_dialect(Dialect):
    lineterminator, quoting = "\n", QUOTE_ALL


_dialects = {"excel": excel, "excel-tab": excel_tab, "unix": unix_dialect}
_OPTIONS = ("delimiter", "quotechar", "escapechar", "doublequote", "skipinitialspace", "lineterminator", "quoting",
            "strict")


class _Settings:
    """The options of one reader or writer: a dialect with what the call changes."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in _OPTIONS:
            setattr(self, name, options.pop(name, getattr(dialect, name, getattr(Dialect, name))))
        if options:
            raise TypeError(f"{next(iter(options))!r} is an invalid keyword argument for this function")
        if not isinstance(self.delimiter, str):
            raise TypeError(f'"delimiter" must be string, not {type(self.delimiter).__name__}')
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        if self.quotechar is not None and (not isinstance(self.quotechar, str) or len(self.quotechar) != 1):
            raise TypeError('"quotechar" must be a 1-character string')
        if self.quoting not in range(6):
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")


def register_dialect(name, dialect=excel, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Settings(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


def field_size_limit(new_limit=None):
    global _limit
    old = _limit
    if new_limit is not None:
        _limit = new_limit
    return old


class reader:
    def __init__(self, csvfile, dialect="excel", **options):
        self.dialect = _Settings(dialect, options)
        self._lines, self.line_num = iter(csvfile), 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        quote = d.quotechar if d.quoting != QUOTE_NONE else None
        row, field, state, quoted = [], [], "start", False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if field or state == "quoted":
                    if d.strict and state == "quoted":
                        raise Error("unexpected end of data") from None
                    row.append("".join(field))
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} "
                            "(the file should be opened in text mode)")
            self.line_num += 1
            body = line.rstrip("\r\n")
            if state != "quoted" and d.delimiter not in body and (quote is None or quote not in body) and (
                    d.escapechar is None or d.escapechar not in body) and "\n" not in body and "\r" not in body:
                if not body:
                    return row
                return [self._value(body.lstrip(" ") if d.skipinitialspace else body, False)]
            i, n = 0, len(body)
            while i < n:
                c = body[i]
                i += 1
                if c == d.escapechar:
                    field.append(body[i:i + 1] or "\n")
                    i += 1
                    state = "plain" if state == "start" else state
                elif state == "quoted":
                    if c != quote:
                        field.append(c)
                    elif d.doublequote and body[i:i + 1] == quote:
                        field.append(c)
                        i += 1
                    else:
                        state = "ended"
                elif c == "\n" or c == "\r":
                    raise Error("new-line character seen in unquoted field - do you need to open the file in "
                                "universal-newline mode?")
                elif state == "start" and c == " " and d.skipinitialspace:
                    pass
                elif c == d.delimiter:
                    row.append(self._value("".join(field), quoted))
                    field, state, quoted = [], "start", False
                elif state == "start" and c == quote:
                    state, quoted = "quoted", True
                elif state == "ended" and d.strict:
                    raise Error(f"'{d.delimiter}' expected after '{quote}'")
                else:
                    field.append(c)
                    state = "plain"
            if state == "quoted":
                field.append(line[n:])  # its end of line, if it has one
                continue
            row.append(self._value("".join(field), quoted))
            return row

    def _value(self, text, quoted):
        return float(text) if self.dialect.quoting == QUOTE_NONNUMERIC and not quoted else text


class writer:
    def __init__(self, csvfile, dialect="excel", **options):
        self.dialect = d = _Settings(dialect, options)
        self._write = csvfile.write
        special = {d.delimiter, "\r", "\n", d.quotechar, d.escapechar, *d.lineterminator} - {None}
        self._special = re.compile("[" + re.escape("".join(sorted(special))) + "]")

    def writerow(self, row):
        d = self.dialect
        try:
            values = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        texts = [self._text(value) for value in values]
        if texts == [""]:
            if d.quoting == QUOTE_NONE:
                raise Error("single empty field record must be quoted")
            texts = [d.quotechar * 2]
        return self._write(d.delimiter.join(texts) + d.lineterminator)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)

    def _text(self, value):
        d = self.dialect
        text = "" if value is None else value if isinstance(value, str) else str(value)
        number = isinstance(value, (int, float)) and not isinstance(value, str)
        wanted = (d.quoting == QUOTE_ALL or d.quoting == QUOTE_NONNUMERIC and not number
                  or d.quoting == QUOTE_STRINGS and isinstance(value, str)
                  or d.quoting == QUOTE_NOTNULL and value is not None)
        special = self._special.search(text)
        if d.quoting == QUOTE_NONE:
            if special and d.escapechar is None:
                raise Error("need to escape, but no escapechar set")
            return self._special.sub(lambda m: d.escapechar + m.group(0), text) if special else text
        if d.skipinitialspace and text.startswith(" "):
            wanted = True
        if not special and not wanted:
            return text
        escaped = {d.escapechar} if d.doublequote else {d.escapechar, d.quotechar}
        wanted = wanted or any(c not in escaped for c in self._special.findall(text))
        if d.escapechar is None and not d.doublequote and d.quotechar in text:
            raise Error("need to escape, but no escapechar set")
        if d.escapechar is not None:
            text = "".join(d.escapechar + c if c in escaped else c for c in text)
        if d.doublequote:
            text = text.replace(d.quotechar, d.quotechar * 2)
        return d.quotechar + text + d.quotechar if wanted else text


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **options):
        self._fieldnames = list(fieldnames) if fieldnames is not None else None
        self.restkey, self.restval, self.dialect = restkey, restval, dialect
        self.reader = reader(f, dialect, **options)

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    @property
    def line_num(self):
        return self.reader.line_num

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while not row:
            row = next(self.reader)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self.restval
        return made


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **options):
        if extrasaction.lower() not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.fieldnames, self.restval, self.extrasaction = fieldnames, restval, extrasaction.lower()
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            wrong = [key for key in rowdict if key not in self.fieldnames]
            if wrong:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return [rowdict.get(name, self.restval) for name in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows([self._row(row) for row in rowdicts])


class Sniffer:
    """Guesses the delimiter: the candidate whose count is the same on nearly every line."""

    preferred = [",", "\t", ";", " ", ":"]

    def sniff(self, sample, delimiters=None):
        lines = [line for line in sample.splitlines() if line]
        found = []
        for c in dict.fromkeys(delimiters or [one for one in sample if not one.isalnum() and one not in "\r\n\"'_."]):
            counts = [line.count(c) for line in lines]
            usual = max(set(counts), key=counts.count) if counts else 0
            if usual and counts.count(usual) >= 0.9 * len(counts):
                rank = self.preferred.index(c) if c in self.preferred else len(self.preferred)
                found.append((-counts.count(usual), rank, c))
        if not found:
            raise Error("Could not determine delimiter")
        delimiter = min(found)[2]

        class dialect(excel):
            pass

        dialect.delimiter = delimiter
        dialect.skipinitialspace = all(line.count(delimiter) == line.count(delimiter + " ") for line in lines)
        return dialect

    def has_header(self, sample):
        import io

        rows = reader(io.StringIO(sample), self.sniff(sample))
        header, body = next(rows), list(rows)[:20]
        score = 0
        for i, title in enumerate(header):
            cells = [row[i] for row in body if len(row) == len(header)]
            kinds = {self._kind(cell) for cell in cells}
            if len(kinds) == 1:
                kind = kinds.pop()
                score += 1 if kind == "number" and self._kind(title) != "number" else -1 if kind == "number" else 0
        if not score:
            lengths = [{len(row[i]) for row in body if len(row) == len(header)} for i in range(len(header))]
            score = sum(1 if len(title) not in one else -1 for title, one in zip(header, lengths) if len(one) == 1)
        return score > 0

    def _kind(self, text):
        try:
            complex(text)
            return "number"
        except ValueError:
            return "text"
