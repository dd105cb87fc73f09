# run_interrupt.sh -- Ctrl-C in a script is a KeyboardInterrupt that it may catch; a second one ends it.
cat > loop.py <<'PY'
import sys, time

def ready():
    print("ready", flush=True)
    open_end()

def open_end():
    n = 0
    while True:
        n += 1

class Manager:
    def __enter__(self):
        return self
    def __exit__(self, kind, value, trace):
        print("exit", kind.__name__, flush=True)

def endless():
    while True:
        yield 1

def recurse(n):
    return n and recurse(n - 1)

mode = sys.argv[1]
try:
    if mode == "with":
        with Manager():
            ready()
    elif mode == "exception":
        try:
            ready()
        except Exception:
            print("never")
    elif mode == "again":
        try:
            ready()
        except KeyboardInterrupt:
            ready()
    else:
        print("ready", flush=True)
        if mode == "calls":
            while recurse(20) == 0:
                pass
        elif mode == "generator":
            sum(endless())
        elif mode == "native":
            list(zip(iter(range(10**12))))[:0] if False else max(iter(range(10**12)))
        elif mode == "sleep":
            time.sleep(50)
        elif mode == "sort":
            while True:
                sorted(range(1000), key=lambda n: -n)
        elif mode == "comprehension":
            any([False for n in range(10**12) if n < 0])
except KeyboardInterrupt as e:
    print("caught", repr(e), isinstance(e, Exception), flush=True)
    if mode in ("again", "with"):
        raise
finally:
    print("finally", flush=True)
print("goes on")
PY
interrupted() { # MODE [TIMES]
    local code=0
    echo "== $1"
    : >out
    env --default-signal=INT retort run loop.py "$1" >out 2>err &
    local pid=$!
    for times in $(seq "${2:-1}"); do
        for _ in $(seq 400); do [ "$(grep -c ready out)" -ge "$times" ] && break; sleep 0.05; done
        kill -INT $pid
    done
    wait $pid || code=$?
    cat out
    grep -o "interrupted.*" err
    echo "[exit $code]"
}
for mode in with exception calls generator native sleep sort comprehension; do interrupted $mode; done
interrupted again 2
