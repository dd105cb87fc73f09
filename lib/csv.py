"""Rows of values as lines of text."""

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE = 0, 1, 2, 3


class Error(Exception):
    pass


def reader(csvfile, dialect="excel", delimiter=",", quotechar='"', skipinitialspace=False, **options):
    row, field, quoted, was_quoted = [], "", False, False
    for line in csvfile:
        body = line.rstrip("\r\n")
        i = 0
        while i < len(body):
            c = body[i]
            if quoted:
                if c == quotechar and body[i + 1:i + 2] == quotechar:
                    field += c
                    i += 1
                elif c == quotechar:
                    quoted = False
                else:
                    field += c
            elif c == quotechar and not field:
                quoted = was_quoted = True
            elif c == delimiter:
                row.append(field)
                field, was_quoted = "", False
            elif not (c == " " and skipinitialspace and not field):
                field += c
            i += 1
        if quoted:
            field += line[len(body):] or "\n"
            continue
        if body or field or row or was_quoted:
            row.append(field)
        yield row
        row, field, was_quoted = [], "", False


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", **options):
        self._rows = reader(f, dialect, **options)
        self._names, self._restval, self._restkey = fieldnames, restval, restkey

    @property
    def fieldnames(self):
        if self._names is None:
            self._names = next(self._rows, None)
        return self._names

    def __iter__(self):
        return self

    def __next__(self):
        names = self.fieldnames
        row = next(self._rows)
        while not row:
            row = next(self._rows)
        made = dict(zip(names, row))
        if len(row) > len(names):
            made[self._restkey] = row[len(names):]
        for name in names[len(row):]:
            made[name] = self._restval
        return made


class _Writer:
    def __init__(self, csvfile, delimiter, quotechar, quoting, lineterminator):
        self._file, self._delimiter, self._quote = csvfile, delimiter, quotechar
        self._quoting, self._end = quoting, lineterminator

    def _text(self, value):
        text = "" if value is None else str(value)
        needs = any(c in text for c in (self._delimiter, self._quote, "\r", "\n"))
        if self._quoting == QUOTE_ALL or needs or self._quoting == QUOTE_NONNUMERIC and not isinstance(value, (int, float)):
            return self._quote + text.replace(self._quote, self._quote * 2) + self._quote
        return text

    def writerow(self, row):
        return self._file.write(self._delimiter.join([self._text(value) for value in row]) + self._end)

    def writerows(self, rows):
        for row in rows:
            self.writerow(row)


def writer(csvfile, dialect="excel", delimiter=",", quotechar='"', quoting=QUOTE_MINIMAL, lineterminator="\r\n", **options):
    return _Writer(csvfile, delimiter, quotechar, quoting, lineterminator)


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", **options):
        self.fieldnames, self._restval, self._extras = fieldnames, restval, extrasaction
        self.writer = writer(f, dialect, **options)

    def writeheader(self):
        return self.writer.writerow(self.fieldnames)

    def writerow(self, rowdict):
        wrong = [key for key in rowdict if key not in self.fieldnames]
        if wrong and self._extras == "raise":
            raise ValueError("dict contains fields not in fieldnames: " + ", ".join(map(repr, wrong)))
        return self.writer.writerow([rowdict.get(name, self._restval) for name in self.fieldnames])

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)
