for spec in ["", "5", "<5", ">5", "^6", "*^7", "é>5", ".2", "5.1", "s", "05", "0<5", "x", "+5", "=5", "#", ",", ".", "5z", "d"]:
    try:
        print(spec, repr(format("abc", spec)))
    except Exception as e:
        print(spec, type(e).__name__, e)
