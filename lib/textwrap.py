"""dedent, indent, wrap, fill, shorten."""


def dedent(text):
    if isinstance(text, (bytes, bytearray)):
        raise TypeError("cannot use a string pattern on a bytes-like object")
    if not isinstance(text, str):
        raise TypeError(f"expected string or bytes-like object, got {type(text).__name__!r}")
    lines = text.split("\n")
    margin = None
    for line in lines:
        body = line.lstrip(" \t")
        if not body:
            continue
        space = line[:len(line) - len(body)]
        if margin is None:
            margin = space
        else:
            same = 0
            while same < min(len(margin), len(space)) and margin[same] == space[same]:
                same += 1
            margin = margin[:same]
    margin = margin or ""
    return "\n".join("" if not line.strip(" \t") else line[len(margin):] for line in lines)


def indent(text, prefix, predicate=None):
    wanted = predicate or (lambda line: line.strip())
    return "".join(prefix + line if wanted(line) else line for line in text.splitlines(True))


def _pieces(word):
    """A word where it may break: behind hyphens between letters, around dashes."""
    start = at = 0
    while at < len(word):
        end = at
        while word[end:end + 1] == "-":
            end += 1
        if end - at > 1 and at > start and word[end:end + 1].isalnum():
            yield word[start:at]
            yield word[at:end]
            start = end
        elif end - at == 1 and _may_break(word[start:at], word[end:end + 3]):
            yield word[start:end]
            start = end
        at = max(end, at + 1)
    if start < len(word):
        yield word[start:]


def _may_break(before, behind):
    letters = before[-2:].isalpha() and len(before) > 1 or before[-2:-1] == "-" and before[-3:-2].isalpha()
    return letters and behind[:1].isalpha() and (behind[1:2].isalpha() or behind[1:2] == "-" and behind[2:3].isalpha())


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.expand_tabs, self.replace_whitespace, self.drop_whitespace = expand_tabs, replace_whitespace, drop_whitespace
        self.fix_sentence_endings, self.break_long_words = fix_sentence_endings, break_long_words
        self.break_on_hyphens, self.tabsize = break_on_hyphens, tabsize
        self.max_lines, self.placeholder = max_lines, placeholder

    def _chunks(self, text):
        import re

        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate(dict.fromkeys(map(ord, "\t\n\x0b\x0c\r "), " "))
        chunks = []
        for run in re.split(r"([\t\n\x0b\x0c\r ]+)", text):
            if run.strip() and self.break_on_hyphens:
                chunks.extend(_pieces(run))
            elif run:
                chunks.append(run)
        if self.fix_sentence_endings:
            for i in range(1, len(chunks) - 1):
                if chunks[i] == " " and re.search(r"[a-z][.!?][\"']?\Z", chunks[i - 1]):
                    chunks[i] = "  "
        return chunks

    def _take_line(self, chunks, room, is_first):
        """The chunks of the next line, out of `chunks`, which stand last first."""
        line, used = [], 0
        if self.drop_whitespace and not is_first and not chunks[-1].strip():
            chunks.pop()
        while chunks and used + len(chunks[-1]) <= room:
            used += len(chunks[-1])
            line.append(chunks.pop())
        if chunks and len(chunks[-1]) > room:
            self._break_word(chunks, line, room - used if room > 0 else 1)
        if self.drop_whitespace and line and not line[-1].strip():
            line.pop()
        return line

    def _break_word(self, chunks, line, left):
        if not self.break_long_words:
            if not line:
                line.append(chunks.pop())
            return
        word, end = chunks[-1], left
        if self.break_on_hyphens and len(word) > left:
            hyphen = word.rfind("-", 0, left)
            if hyphen > 0 and word[:hyphen].strip("-"):
                end = hyphen + 1
        line.append(word[:end])
        chunks[-1] = word[end:]

    def _shorten(self, lines, line, indent, room):
        """The last line allowed, with the placeholder for what does not fit."""
        while line:
            if line[-1].strip() and sum(map(len, line)) + len(self.placeholder) <= room:
                lines.append(indent + "".join(line) + self.placeholder)
                return
            line.pop()
        if lines and len(lines[-1].rstrip()) + len(self.placeholder) <= self.width:
            lines[-1] = lines[-1].rstrip() + self.placeholder
        else:
            lines.append(indent + self.placeholder.lstrip())

    def wrap(self, text):
        chunks = self._chunks(text)[::-1]
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        lines = []
        while chunks:
            indent = self.subsequent_indent if lines else self.initial_indent
            room = self.width - len(indent)
            line = self._take_line(chunks, room, not lines)
            if not line:
                continue
            is_end = not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()
            if self.max_lines is None or len(lines) + 1 < self.max_lines or is_end and sum(map(len, line)) <= room:
                lines.append(indent + "".join(line))
            else:
                self._shorten(lines, line, indent, room)
                break
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **options):
    return TextWrapper(width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width, max_lines=1, **options).fill(" ".join(text.strip().split()))
