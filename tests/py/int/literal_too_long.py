# Of a text that is no int, 200 characters are told; of one that is no float, all.
for text in "x" * 300, b"y" * 300, "é" * 250, "'" * 198, "1" * 199 + "z":
    for kind in int, float, lambda v: int(v, 36):
        try:
            kind(text)
        except ValueError as e:
            print(len(str(e)), str(e)[-12:])
