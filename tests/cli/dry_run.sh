# dry_run.sh -- --dry-run shows the plan and leaves the database alone.
new_project
new_revision a1 - "first" <<<'op.create_table("t", sa.Column("id", sa.Integer))'
new_revision b2 a1 "second" <<<'op.create_table("u", sa.Column("id", sa.Integer))'
put tables.py <<'PY'
import sqlalchemy as sa
with sa.create_engine("sqlite:///app.db").connect() as c:
    print(sorted(r[0] for r in c.execute(sa.text("select name from sqlite_master where type = 'table'"))))
PY
run_stdout retort upgrade head --dry-run
run retort run tables.py
run_stdout retort upgrade a1
run_stdout retort upgrade +1 --dry-run
run_stdout retort upgrade a1 --dry-run
run_stdout retort downgrade base --dry-run
run_stdout retort downgrade -1 --dry-run
run_stdout retort upgrade nothing --dry-run
run retort run tables.py
run_stdout retort current
run retort upgrade head --dry-run --sql
run retort upgrade head --json
run_stdout retort -q upgrade head --dry-run
