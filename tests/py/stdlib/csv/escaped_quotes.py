# A field is quoted for what is not escaped in it.
import csv, io
for options in ({"doublequote": False, "escapechar": "!"}, {"escapechar": "!"}, {"doublequote": False}, {"quoting": csv.QUOTE_ALL, "doublequote": False, "escapechar": "!"}):
    for row in (['say "x"', "a!b", "a,b", "a\nb", '!,"'], ['"'], [""]):
        f = io.StringIO()
        try:
            print(csv.writer(f, **options).writerow(row), ascii(f.getvalue()))
        except csv.Error as e:
            print(repr(e), csv.Error)
