# Strings without an end, bad numbers, odd characters.
for text in ["'abc", '"abc', "'''abc", "'a\nb'", "x = 'it's'", "'\\", "b'é'", "'\\x1'", "'\\u12'", "'\\N{nope}'", "'\\U00110000'", "b'\\x1'", "1_", "1__0", "_1", "0b2", "0b", "0o8", "0o", "0xg", "0x", "1e", "1.2.3", "1.e", "0123", "00", "0_0", "0b1_", "1abc", "1if x else 2", "1or 2", "1_000", "x = $", "x = ?", "a?b", "x = 5€", "‘a’", "x = “a”", "a – b", "x = 1\u00a0+ 2", "\u200bx = 1", "é = 1", "x\\y", "x = \\ 1", "x = 1 \\\n+ 2", "\x0c x = 1", "a\0b", "#\0", "'\0'", "\ufeffx = 1", "x = 1;; y", ";", "x = 1 ;", "@", "@x\ny = 1", "->", "x -> y", "...", "x = ..", "0xfor", "1.0j", "1J2", "1.5if x else 2"]:
    try:
        compile(text, "f.py", "exec")
        print(ascii(text)[:40], "compiles")
    except (SyntaxError, ValueError) as e:
        print(ascii(text)[:40], type(e).__name__, ascii(getattr(e, "msg", str(e))), getattr(e, "lineno", 0), getattr(e, "offset", 0))
