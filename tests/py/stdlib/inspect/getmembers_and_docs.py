import inspect
class Base:
    """Base doc.

        indented
    end
    """
    def run(self):
        """Run doc."""
    def _hidden(self): pass
    value = 3
class Child(Base):
    def run(self): pass
    def more(self): pass
print([n for n, v in inspect.getmembers(Child, inspect.isfunction)])
print([n for n, v in inspect.getmembers(Child) if not n.startswith("__")])
print([n for n, v in inspect.getmembers(Child(), inspect.ismethod)])
print(repr(inspect.getdoc(Base)), inspect.getdoc(Child.run), inspect.getdoc(Child.more), inspect.getdoc(Child) == inspect.getdoc(Base))
print(inspect.cleandoc("  first\n     second\n       third\n"), inspect.getmro(Child)[:2] == (Child, Base))
print(inspect.isabstract(Base), inspect.getmodulename("/a/b/mod.py"), inspect.getmodulename("x.txt"))
for what in (3, "x"):
    try:
        inspect.getsource(what)
    except TypeError as e:
        print(e)
