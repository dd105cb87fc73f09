# str.isalnum, isalpha, isdecimal, isdigit, isnumeric over many kinds of characters.
for s in ["", "a", "1", "a1", "a b", "é", "²", "½", "٣", "Ⅷ", "一", "_", "a_", "𝟗", "ªº", "\u0345", "①", "-1", "1.5"]:
    print(ascii(s), s.isalnum(), s.isalpha(), s.isdecimal(), s.isdigit(), s.isnumeric())
