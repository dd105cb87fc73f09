#!/usr/bin/env bash
# limits.sh -- what is far too long or too deep ends with a result or one clean error, never a crash.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit

repeat() { # TEXT COUNT
    head -c "$2" /dev/zero | sed "s/\x00/$1/g"
}

expect() { # NAME CODE WORDS: script.py ends with this code and says so
    timeout 60 "$BUILD/retort" run script.py >out 2>&1
    local code=$?
    if [ $code = "$2" ] && head -c 4000 out | grep -qF -- "$3"; then
        echo "ok - $1"
    else
        echo "not ok - $1"
        echo "#   exit code $code, not $2; expected: $3; got: $(head -c 300 out)"
    fi
}

for bracket in '[' '(' '{'; do
    printf 'x = %s\n' "$(repeat "$bracket" 100000)" >script.py
    expect "100,000 $bracket" 1 "SyntaxError: too many nested parentheses"
done
printf 'x = %s1\n' "$(repeat - 100000)" >script.py
expect "100,000 signs" 1 "SyntaxError: too many nested expressions or blocks"
printf 'x = a%s\n' "$(repeat '()' 100000)" >script.py
expect "100,000 calls" 1 "SyntaxError: too many operators in one expression"
printf 'x = "%s"\nprint(len(x))\n' "$(repeat a 5000000)" >script.py
expect "a line of 5 MB" 0 "5000000"
printf 'x = [%s]\nprint(len(x))\n' "$(repeat 7, 1000000)" >script.py
expect "a list of a million literals" 0 "1000000"
cat >script.py <<'END'
def f(n):
    return f(n + 1)


try:
    f(0)
except RecursionError:
    print("caught")
END
expect "endless recursion" 0 "caught"
cat >script.py <<'END'
for code in ("'ab' * 10**12", "[0] * 10**12", "(0,) * 10**12", "bytes(10**12)", "'a'.zfill(10**12)", "10**10**8", "1 << 10**12"):
    try:
        eval(code)
        print(code)
    except MemoryError:
        pass
print("all refused")
END
expect "values beyond memory" 0 "all refused"
