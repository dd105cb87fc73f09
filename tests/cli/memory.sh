# memory.sh -- what a command may hold: 5 MB for --version, 20 MB for a history of 500; and that short commands never start
# the collector. Builds with sanitizers or without the collector are others in this respect, and pass.
new_project
is_plain() { ! grep -q -e __asan_init -e MEM_MALLOC "$BUILD/retort" && GC_PRINT_STATS=1 "$BUILD/retort" run -c 'x = [[i] for i in range(300000)]' 2>&1 | grep -q collection; }
within() { # MB COMMAND...
    local most=$1 kib code
    shift
    is_plain || { echo "at most $most MB: $*" && return; }
    read -r _ kib code _ < <("$BUILD/floor" measure 1 "$BUILD/retort" "$@")
    [ "$code" = 0 ] && [ "$kib" -le $((most * 1024)) ] && echo "at most $most MB: $*" || echo "exit code $code, $kib KiB: $*"
}
uncollected() { # COMMAND...
    GC_PRINT_STATS=1 "$BUILD/retort" "$@" >out 2>&1 || echo "exit code $?"
    grep -q 'GC\|collection' out && echo "starts the collector: $*" || echo "no collector: $*"
}
for i in $(seq 1 500); do
    new_revision "m$i" "$([ "$i" = 1 ] && echo - || echo "m$((i - 1))")" "step $i" <<PY
op.create_table("t$i", sa.Column("id", sa.Integer, primary_key=True), sa.Column("name", sa.String(80), nullable=False))
op.create_index("ix_t${i}_name", "t$i", ["name"])
PY
done
within 5 --version
within 20 heads
within 20 history
within 20 upgrade head --sql
within 20 upgrade head
within 20 current
uncollected --version
uncollected heads
uncollected current
uncollected upgrade head
