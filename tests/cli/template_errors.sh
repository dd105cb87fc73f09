# template_errors.sh -- what is wrong in script.py.mako is shown at its place there, and no file is written.
new_project
cp migrations/script.py.mako good.mako
broken() { # TITLE, then the template on stdin
    echo "== $1"
    cat >migrations/script.py.mako
    run retort revision --rev-id "r$((++count))" -m "message"
    ls migrations/versions
}
broken "an unknown name" <<'M'
"""${message}"""
revision = ${repr(up_revision)}
x = ${nothing}
M
broken "an unknown name inside an expression" <<'M'
"""${message}"""
first = ${len(message)}; x = ${nothing.attribute}
M
broken "a division" <<'M'
line 1
  text ${1 + 2} and ${1 // 0}
M
broken "syntax of an expression" <<'M'
line 1
${a b}
M
broken "an open expression" <<'M'
line 1
${repr(message}
M
broken "an empty expression" <<'M'
${ }
M
broken "a loop without end" <<'M'
line 1
% for x in [1, 2]:
${x}
M
broken "the wrong end" <<'M'
% if message:
% endfor
M
broken "an end without start" <<'M'
% endif
M
broken "else without if" <<'M'
% for x in []:
% elif x:
% endfor
M
broken "no control word" <<'M'
% print(1)
M
broken "code that fails" <<'M'
<%
    a = 1
    b = a.nothing
%>
M
broken "module code that fails" <<'M'
<%!
    import re
    x = re.nothing
%>
M
broken "a tag that is not there" <<'M'
<%nothing/>
M
broken "include" <<'M'
<%include file="header.mako"/>
M
broken "inherit" <<'M'
<%inherit file="base.mako"/>
M
broken "an open tag" <<'M'
<%def name="f()">
x
M
broken "a def without parentheses" <<'M'
<%def name="f">x</%def>
M
broken "an open code block" <<'M'
<% x = 1
M
broken "not a string" <<'M'
${len(message) | n}
M
broken "a function that fails" <<'M'
<%def name="f(x)">
${x + 1}
</%def>
line 4
${f("a")}
M
broken "a result that is no Python" <<'M'
revision = ${repr(up_revision)}
down_revision = (
M
rm -f migrations/versions/*
echo "== the good one, with Windows line ends"
sed 's/$/\r/' good.mako >migrations/script.py.mako
run retort revision --rev-id w1 -m "windows"
od -c migrations/versions/w1_windows.py | head -n 3
run retort heads
