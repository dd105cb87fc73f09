"""Small templates as projects write them in script.py.mako; templates.out is what Mako prints."""
from mako.template import Template

CASES = []


def case(text, **names):
    CASES.append((text, names))


# --- text, newlines, comments
case("plain")
case("two\nlines\n")
case("no newline at the end\\")
case("joined \\\nlines\n")
case("a backslash \\ inside\n")
case("\\\\\n")
case("## a comment\ntext\n")
case("  ## an indented comment\ntext\n")
case("text ## not a comment\n")
case("a\n## one\n## two\nb\n")
case("100%% inside\n")
case("50% inside\n")
case("<%doc>gone\nwith lines</%doc>kept\n")
case("a<%doc> x </%doc>b<%doc></%doc>c\n")
case("<%text>${not} % evaluated ## here</%text>\n")
case("<%text>\n% for x in y:\n${x}\n% endfor\n</%text>\n")
case("$ {x} $x {x} $\n", x=1)
case("dollars $$ and $\n")
case("\r\nwindows\r\nlines ${x}\r\n", x="ok")
case("unicode ${x} \u00e9 \ud55c\uad6d\uc5b4\n", x="\uac00\ub098")
# --- expressions
case("${x}", x="v")
case("${ x }", x="v")
case("${x}${y}", x=1, y=2)
case("${x + 1}\n", x=1)
case("${'a' if x else 'b'}\n", x=0)
case("${x if x else ''}|\n", x=None)
case("${None}\n")
case("${True}\n")
case("${repr(x)}\n", x="it's")
case("${repr(x)}\n", x=("a", "b"))
case("${[1, 2, 3]}\n")
case("${{'a': 1}['a']}\n")
case("${{'a': {'b': 2}}}\n")
case("${dict(a=1)}\n")
case('${"}"}\n')
case("${'}' + '{'}\n")
case('${"a|b"}\n')
case("${(1 | 2)}\n")
case("${x or 'none'}\n", x="")
case("${x[0]} ${x[-1]} ${x[1:]}\n", x="abc")
case("${', '.join(x)}\n", x=["a", "b"])
case("${', '.join('%s=%r' % (k, v) for k, v in x.items())}\n", x={"a": 1, "b": "c"})
case("${[n * 2 for n in x]}\n", x=[1, 2])
case("${x.upper()}\n", x="abc")
case("${'%s-%s' % (x, x)}\n", x="q")
case("${f'{x}!'}\n", x="q")
case("${(lambda n: n + 1)(x)}\n", x=1)
case("${x == 1 and not x == 2}\n", x=1)
case("${'\\n'.join(['a', 'b'])}\n")
case("${'''triple'''}\n")
case("${len(x)} ${max(x)} ${sorted(x)}\n", x=[3, 1, 2])
# --- filters
case("${x | h}\n", x="<a href='x'>\"&</a>")
case("${x | x}\n", x="<&>")
case("${x | u}\n", x="a b/c?d=\u00e9")
case("${x | trim}|\n", x="  a b  ")
case("${x | n}\n", x=5)
case("${x|n,trim}|\n", x=" a ")
case("${x | trim,h}|\n", x=" <a> ")
case("${x | h, trim}|\n", x=" <a> ")
case("${x | entity}\n", x="\u00e9<")
case("${x | str}\n", x=5)
case("${x | unicode}\n", x=5)
case("${x | repr}\n", x="q")
case("${x | repr,trim}\n", x="q")
case("${x | comma,n}\n", x=("a", "b"), comma=lambda v: ", ".join(v))
case("${x | comma}\n", x=5, comma=lambda v: "<" + v + ">")
case("${x | n,double}\n", x=5, double=lambda v: v * 2)
case("${x | up}\n", x="a", up=str.upper)
case("${x | wrap('[', ']')}\n", x="a", wrap=lambda a, b: lambda v: a + v + b)
case("${'a|b' | trim}\n")
case("${x|h}${y|n}\n", x="<", y="<")
# --- control lines
case("% for i in x:\n${i},\n% endfor\n", x=[1, 2, 3])
case("  % for i in x:\n  ${i}\n  % endfor\nend\n", x=[1, 2])
case("%for i in x:\n${i}\n%endfor\n", x=[1])
case("% if x:\nyes\n% else:\nno\n% endif\n", x=True)
case("% if x:\nyes\n% else:\nno\n% endif\n", x=False)
case("% if x == 1:\none\n% elif x == 2:\ntwo\n% else:\nmany\n% endif\n", x=2)
case("% if x:\n% endif\nafter\n", x=True)
case("% for i in x:\n% if i % 2:\n${i} odd\n% endif\n% endfor\n", x=range(4))
case("% for k, v in x.items():\n${k}=${v}\n% endfor\n", x={"a": 1, "b": 2})
case("<% n = 3 %>\\\n% while n:\n${n}\n<% n -= 1 %>\\\n% endwhile\n")
case("% try:\n${1 / 0}\n% except ZeroDivisionError:\nnot that\n% endtry\n")
case("% for i in x:\n${i}\\\n% endfor\n\n", x=[1, 2])
case("% for i in \\\n    x:\n${i}\n% endfor\n", x=[1, 2])
case("% if x and \\\n    y:\nboth\n% endif\n", x=1, y=1)
case("% for i in x:\n${i}${'' if loop.last else ','}\\\n% endfor\n", x="abc")
case("% for i in x:\n${loop.index}${loop.first}${loop.last}${loop.even}${loop.odd}${loop.reverse_index}\n% endfor\n", x="ab")
case("% for i in x:\n${loop.cycle('odd', 'even')}\n% endfor\n", x="abc")
case("% for i in x:\n% for j in x:\n${loop.parent.index}${loop.index}\n% endfor\n% endfor\n", x="ab")
case("% for i in []:\nx\n% endfor\nnothing\n")
case("% for a in x:\n  ${a}\n\n% endfor\n", x=[1, 2])
case("% for i in x:\n% if i == 2:\n<% continue %>\n% endif\n${i}\n% endfor\n", x=[1, 2, 3])
case("% for i in x:\n% if i == 2:\n<% break %>\\\n% endif\n${i}\n% endfor\n", x=[1, 2, 3])
case("% if True: \nx\n% endif \ny\n")
# --- code blocks
case("<% y = x * 2 %>${y}\n", x=2)
case("<%\ny = x * 2\nz = y + 1\n%>${y} ${z}\n", x=2)
case("<%\n    y = []\n    for i in x:\n        y.append(i * 2)\n%>\\\n${y}\n", x=[1, 2])
case("<%\n    if x:\n        y = 'yes'\n    else:\n        y = 'no'\n%>${y}\n", x=1)
case("<%\n    # a comment\n    y = '''a\n  b'''\n%>${y}\n")
case("<%! import re %>${re.sub('a', 'b', x)}\n", x="aaa")
case("<%!\nimport re\n\n%>\"\"\"${x}\n", x="doc")
case("<%!\n    def twice(s):\n        return s * 2\n%>${twice(x)}\n", x="ab")
case("<%!\n    from datetime import date\n    D = date(2026, 1, 2)\n%>${D}\n")
case("${twice(3)}<%!\n    def twice(n):\n        return n * 2\n%>\n")
case("<%! def f(v): return '<' + v + '>' %>${x | f}\n", x="a")
case("<% a, b = x %>${a}-${b}\n", x=(1, 2))
case("<% import json %>${json.dumps(x)}\n", x=[1])
case("<%\n    def local(n):\n        return n + 1\n%>${local(1)}\n")
case("<% z = 5 %>${z}${z}\n")
case("<% context.write('written') %>\n")
case("<%\n    return\n%>never\n")
case("% if x:\n<% return %>\n% endif\nnever\n", x=1)
# --- context
case("${context.get('x')}\n", x=1)
case("${context.get('y', 'default')}\n")
case("${context['x']}\n", x=1)
case("${'x' in context.keys()} ${'y' in context.keys()}\n", x=1)
case("${sorted(context.kwargs)}\n", x=1, y=2)
case("${x is UNDEFINED} ${nope is UNDEFINED}\n", x=1)
case("${nope if nope is not UNDEFINED else 'unset'}\n")
case("% if nope is UNDEFINED:\nunset\n% endif\n")
# --- defs and blocks
case("<%def name=\"f()\">body</%def>${f()}\n")
case("<%def name=\"f(a, b=2)\">${a}-${b}</%def>${f(1)} ${f(1, b=3)}\n")
case("${f(1)}<%def name=\"f(a)\">[${a}]</%def>\n")
case("<%def name=\"f()\">\n  lines\n</%def>${f()}|\n")
case("<%def name=\"f()\">${x}</%def>${f()}\n", x="outer")
case("<%def name=\"f(n)\">${n}${f(n - 1) if n else ''}</%def>${f(3)}\n")
case("<%def name=\"f()\" filter=\"trim\">  a  </%def>|${f()}|\n")
case("<%def name=\"f()\" filter=\"h\"><b></%def>${f()}\n")
case("<%def name=\"f()\">a<%def name=\"g()\">b</%def>${g()}</%def>${f()}\n")
case("<%def name=\"f()\">x</%def>${capture(f)}|\n")
case("<%def name=\"f(a)\">x${a}</%def>${capture(f, 1).upper()}|\n")
case("<%def name=\"f()\" buffered=\"True\">x</%def>${f() + 'y'}\n")
case("<%def name=\"f()\">x</%def>${f() | trim}|\n")
case("<%def name='f()'>single quotes</%def>${f()}\n")
case("% for i in x:\n${f(i)}\n% endfor\n<%def name=\"f(i)\">\\\n<${i}>\\\n</%def>", x=[1, 2])
case("<%block name=\"b\">in block ${x}</%block>\n", x=1)
case("<%block>anonymous</%block>\n")
case("<%block filter=\"h\"><b></%block>\n")
case("<%block name=\"b\">x</%block> again\n")
case("<%def name=\"f()\">\n% if x:\nyes\n% endif\n</%def>${f()}", x=1)
case("<%def name=\"f()\">[${caller.body()}]</%def><%call expr=\"f()\">inside</%call>\n")
# --- <%page>
case("<%page expression_filter=\"h\"/>${x} ${x | n}\n", x="<")
case("<%page args=\"x, y=2\"/>${x} ${y}\n", x=1)
# --- whole templates
case('''"""${message}

Revision ID: ${up_revision}
Revises: ${down_revision | comma,n}
Create Date: ${create_date}

"""
from alembic import op
import sqlalchemy as sa
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}


def upgrade():
    ${upgrades if upgrades else "pass"}
''', message="it's", up_revision="a", down_revision=("b", "c"), create_date="today", imports="", upgrades=None,
     comma=lambda v: ", ".join(v))
case('''<%!
import re

%>x
<%
    names = "one, two"
%>
## comment
% for name in re.split(r',\\s*', names):

def upgrade_${name}():
    ${context.get("%s_upgrades" % name, "pass")}

% endfor
''', one_upgrades="op.x()")

for number, (text, names) in enumerate(CASES):
    try:
        result = Template(text).render_unicode(**names)
    except Exception as error:
        result = type(error).__name__ + "\n"
    print(f"--- {number}: {text!r}")
    print(result.replace("\r", "\\r"), end="<end>\n")
