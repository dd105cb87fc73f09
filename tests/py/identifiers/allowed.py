"""which characters may begin a name, and which may go on"""
for text in "é = 1", "á = 1", "́a = 1", "x٣ = 1", "٣x = 1", "x² = 1", "€ = 1", "x€ = 1", "中文 = 1", "_· = 1", "·_ = 1", "℘ = 1", "ᢅ = 1", "a‍ = 1", "a  = 1", "Ⅰ = 1", "a‿b = 1", "😀 = 1", "한 = 1", "a️ = 1", "ͺ = 1", "x = «q»", ";":
    try:
        names = {}
        exec(text, names)
        print(ascii(text), ascii([n for n in names if n != "__builtins__"]), text.split()[0].isidentifier())
    except SyntaxError as e:
        print(ascii(text), ascii(e.msg), e.offset, text.split()[0].isidentifier())
