"""dedent, indent, wrap, fill, shorten."""


def dedent(text):
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


class TextWrapper:
    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width, self.initial_indent, self.subsequent_indent = width, initial_indent, subsequent_indent
        self.break_long_words, self.break_on_hyphens = break_long_words, break_on_hyphens
        self.max_lines, self.placeholder, self.tabsize = max_lines, placeholder, tabsize

    def _words(self, text):
        for word in text.expandtabs(self.tabsize).split():
            if not self.break_on_hyphens:
                yield word, True
                continue
            start = 0
            for i in range(1, len(word) - 1):
                if word[i] == "-" and word[i - 1].isalpha() and word[i + 1].isalpha() and i - start > 0:
                    yield word[start:i + 1], start == 0
                    start = i + 1
            yield word[start:], start == 0

    def wrap(self, text):
        lines, line, used = [], "", False
        words = list(self._words(text))
        while words:
            word, spaced = words.pop(0)
            room = self.width - len(self.subsequent_indent if lines else self.initial_indent)
            part = (" " if used and spaced else "") + word
            if len(line) + len(part) <= room:
                line, used = line + part, True
            elif len(word) > room and self.break_long_words:
                free = room - len(line) - (1 if used and spaced else 0)
                if free > 0:
                    line += (" " if used and spaced else "") + word[:free]
                    word = word[free:]
                lines.append(line)
                line, used = "", False
                words.insert(0, (word, True))
            elif not used:
                lines.append(word)
            else:
                lines.append(line)
                line, used = "", False
                words.insert(0, (word, True))
        if line:
            lines.append(line)
        lines = [(self.subsequent_indent if i else self.initial_indent) + one for i, one in enumerate(lines)]
        if self.max_lines is not None and len(lines) > self.max_lines:
            lines = lines[:self.max_lines]
            last = lines[-1]
            while last and len(last) + len(self.placeholder) > self.width:
                last = last.rpartition(" ")[0]
            lines[-1] = last + self.placeholder if last else self.placeholder.lstrip()
        return lines

    def fill(self, text):
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **options):
    return TextWrapper(width, **options).wrap(text)


def fill(text, width=70, **options):
    return TextWrapper(width, **options).fill(text)


def shorten(text, width, **options):
    return TextWrapper(width, max_lines=1, **options).fill(" ".join(text.split()))
