# env_arguments.sh -- what env.py and revisions find of the command: sys.argv, and with --sql a connection that
# knows the name of its database.
new_project
new_revision a1a1 - "first" <<'PY'
bind = op.get_bind()
if bind.engine.name == "sqlite" and bind.execution_options().dialect.name == "sqlite":
    op.create_table("t", sa.Column("id", sa.Integer))
---
op.drop_table("t")
PY
sed -i '1i import os, sys\nprint(os.path.basename(sys.argv[0]), sys.argv[1:], "--sql" in sys.argv, file=sys.stderr)' migrations/env.py
run retort upgrade head --sql
run retort -x tenant=a upgrade head
run retort downgrade base
