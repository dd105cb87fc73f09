# graphs.sh -- a thousand random histories: plans, rows, listings and errors as the reference's. Needs a Python that can
# import alembic: REFERENCE_PYTHON (python3 without it). GRAPHS and SEED ask for others.
# Judged by its exit code.
PYTHON=${REFERENCE_PYTHON:-python3}
"$PYTHON" -c 'import alembic, sys; sys.exit(not alembic.__version__.startswith("1.19"))' 2>/dev/null ||
    skip "REFERENCE_PYTHON has no Alembic 1.19"
must "$PYTHON" "$TESTS/ref/graphs.py" make "${SEED:-20}" "${GRAPHS:-1000}" >questions
must "$PYTHON" "$TESTS/ref/graphs.py" play <questions >theirs
must "$BUILD/unit/rev-test_graph_goldens" - <questions >ours
must "$PYTHON" "$TESTS/ref/graphs.py" compare theirs ours
