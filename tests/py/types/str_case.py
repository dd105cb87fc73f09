for s in ["Hello World", "straße", "ΑΣ ΣΑ", "ŉ ǆ ǅ", "ﬁ", "İstanbul", "çağrı", "한글 abc", "they're bill's", "éa-b_c1d", ""]:
    print(ascii(s.lower()), ascii(s.upper()), ascii(s.title()), ascii(s.capitalize()), ascii(s.swapcase()), ascii(s.casefold()))
