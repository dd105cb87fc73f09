from string import Template
t = Template("Hi $name, ${name}s owe $$5 and $other!")
print(t.substitute(name="Bo", other=3), t.safe_substitute(name="Bo"), t.substitute({"name": "A"}, other="B"), t.template)
print(t.is_valid(), t.get_identifiers(), Template("$a $ b").is_valid(), Template("x ${a").is_valid(), Template("").get_identifiers())
for text in ("$", "a\nbb $ c", "${a", "$1", "${}", "$a$"):
    try:
        print(Template(text).substitute(a=1))
    except ValueError as e:
        print("ValueError", e)
    print(repr(Template(text).safe_substitute(a=1)))
try:
    t.substitute(name=1)
except KeyError as e:
    print("KeyError", e)
class Percent(Template):
    delimiter = "%"
    idpattern = "[a-z]+[.][a-z]+"
print(Percent("%a.b %% %x $y").safe_substitute({"a.b": 7}))
class Braces(Template):
    braceidpattern = "[0-9]+"
print(Braces("$a ${12}").substitute({"a": 1, "12": 2}))
class Whole(Template):
    pattern = r"""@(?:(?P<escaped>@)|(?P<named>\w+)|<(?P<braced>\w+)>|(?P<invalid>))"""
print(Whole("@a @<b> @@").substitute(a=1, b=2), Template("$Ab_1").substitute(Ab_1="ok"), Template("$é").safe_substitute())
