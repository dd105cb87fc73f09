# limits.sh -- scripts too deep, too long or without end: an answer or a clean error, in bounded memory.
nested() { perl -e 'print "x = ", $ARGV[0] x 100000, "1", $ARGV[1] x 100000, "\n"' -- "$1" "$2" >nested.py; }
echo "== 100,000 nested brackets"
for pair in '[ ]' '( )' '{ }' '-( )'; do
    nested ${pair% *} ${pair#* }
    retort run nested.py 2>&1 | head -n 1 | cut -c1-80
done
echo "== a recursion without end"
run retort run -c 'def f(n): return f(n + 1)
try: f(0)
except RecursionError as e: print(e)'
echo "== an expression of 100,000 terms, a million elements"
perl -e 'print "print(", join("+", (1) x 100000), ")\n"' >sum.py
retort run sum.py 2>&1 | head -n 1 | cut -c1-80
run retort run -c 'l = list(range(1000000)); l.sort(reverse=True); print(len(l), l[0], sum(l))'
echo "== a long file"
perl -e 'print "y = 1\n" x 200000, "print(y)\n"' >long.py
run retort run long.py
echo "== what cannot fit is refused at once"
run retort run -c 'print("x" * 10**12)'
run retort run -c 'print(2 ** 10**12)'
