# dialect_tables.sh -- docs/dialect-tables.md promises nothing that the binary has not; `make dialect` writes it anew.
# Names that came since are told on standard error: run this file's command by hand to see them.
retort --allow read-anywhere run "$TOP/tools/dialect.py" --check "$TOP/docs/dialect-tables.md" 2>/dev/null
echo "[exit $?]"
