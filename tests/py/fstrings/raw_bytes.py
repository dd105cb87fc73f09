# Raw f-strings and escapes.
x = 1
print(rf"\n{x}\{x}", fr'\t{x:>3}', f"\n{x}\t".strip(), f"\x41{x}\u00e9", rf"{x}\\", Rf"{'\n'!r}", f"\{x}" if False else "", f"{{\n}}".__len__())
