# run_script.sh -- where `run` takes a script from, what it hands on to it, how it ends.
cat > args.py <<'PY'
import sys
print(sys.argv, __name__, __file__, "__main__" in sys.modules, sys.modules["__main__"].sys is sys)
PY
run retort run args.py
run retort run args.py a --flag -x -- --name=value -c
run retort run -c 'import sys; print(sys.argv, __name__, "__file__" in globals())'
run retort run -c 'import sys; print(sys.argv)' -x --y z
run retort run -- args.py
run bash -c 'echo "import sys; print(sys.argv, __name__)" | retort run - a -b'
run bash -c 'printf "def f():\n    return 6 * 7\nprint(f())" | retort run -'
run bash -c 'printf "print(1)\n\xff\n" | retort run -'
echo "VALUE = 5" > helper.py
run retort run -c 'import helper; print(helper.VALUE)'
run bash -c 'echo "from helper import VALUE; print(VALUE)" | retort run -'
run retort run -c 'x = 1
y = x / 0'
run retort run -c 'def f(:'
run bash -c 'echo "1 / 0" | retort run -'
run retort run
run retort run -c
run retort run missing.py
echo "--- exit codes"
for code in '' 0 3 -1 256 True None '"text"' '(1, 2)' 2**70 1.5; do
    run retort run -c "import sys; sys.exit($code)"
done
run retort run -c 'raise SystemExit'
run retort run -c 'raise SystemExit(4, 5)'
run retort run -c 'import sys
try:
    sys.exit(7)
finally:
    print("finally")'
run retort run -c 'import sys
try:
    sys.exit(7)
except SystemExit as e:
    print("caught", e.code)
    e.code = 8
    raise'
run retort run -c 'class Code(int): pass
raise SystemExit(Code(9))'
run retort run -c 'raise KeyboardInterrupt'
run retort run --help
echo "== a slip in a name: of a function, a class body, the built-ins"
run retort run -c 'def f(number):
    return nubmer + 1
f(1)'
run retort run -c 'class Row:
    value = 1
    other = vlaue'
run retort run -c 'pritn(1)'
run retort run -c 'globals()[5] = 1
lenn("")'
run retort run -c 'quite_another_name'
