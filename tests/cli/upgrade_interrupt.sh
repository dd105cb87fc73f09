# upgrade_interrupt.sh -- a revision sees Ctrl-C as KeyboardInterrupt; catching it does not make the upgrade go on.
new_project sqlite:///my.db
loop() { # CLAUSE
    new_revision b2 a1 "Two" <<PY
op.execute("CREATE TABLE two (id INTEGER)")
print("ready", flush=True)
try:
    while True:
        pass
$1
print("after", flush=True)
PY
}
new_revision a1 - "One" <<'PY'
op.execute("CREATE TABLE one (id INTEGER)")
PY
interrupted() {
    local code=0
    : >out
    env --default-signal=INT retort upgrade head >out 2>err &
    local pid=$!
    until_says ready out
    kill -INT $pid
    wait $pid || code=$?
    cat out
    grep -o "interrupted.*" err | head -1
    echo "[exit $code]"
    retort current 2>/dev/null
    rm -f my.db
}
echo "== caught and passed over"
loop 'except KeyboardInterrupt:
    print("caught", flush=True)'
interrupted
echo "== finally"
loop 'finally:
    print("finally", flush=True)'
interrupted
echo "== except Exception does not see it"
loop 'except Exception:
    print("never")'
interrupted
