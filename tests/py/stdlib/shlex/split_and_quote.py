import shlex
print(shlex.split("a 'b c' \"d e\" f\\ g"), shlex.split("x # y", comments=True), shlex.split("x # y"), shlex.split("''"), shlex.split('a"b"c'), shlex.split('"a\\"b" \'c\\d\''), shlex.quote("a b"), shlex.quote("it's"), shlex.quote("safe-1./x"), shlex.quote(""), shlex.join(["a", "b c"]))
for bad in ("'a", '"a', "a\\"):
    try:
        shlex.split(bad)
    except ValueError as e:
        print(e)
print(list(shlex.shlex("a=b; c|d", punctuation_chars=True)), list(shlex.shlex("a 'b' c+d")), shlex.split("a 'b'", posix=False))
