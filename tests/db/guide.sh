# guide.sh -- every command and every snippet of a team's migration guide, in its order, on the example dashboard.
dashboard_project

# A revision on top of the last one: snippet ID DOWN <<'PY' (body of upgrade; after "---" that of downgrade)
snippet() {
    {
        printf '"""Snippet of the guide: %s."""\nimport sqlalchemy as sa\nfrom alembic import op\n' "$1"
        printf 'from sqlalchemy.dialects import postgresql\n\nrevision: str = "%s"\ndown_revision = "%s"\n' "$1" "$2"
        printf '\n\ndef upgrade() -> None:\n'
        awk '$0 == "---" { print "\n\ndef downgrade() -> None:"; seen = 1; next } { print $0 == "" ? "" : "    " $0 }
             END { if (!seen) print "\n\ndef downgrade() -> None:\n    pass" }'
    } >"alembic/versions/$1.py"
}
columns() { rows "SELECT column_name || ' ' || data_type FROM information_schema.columns
                  WHERE table_name = '$1' ORDER BY ordinal_position"; }
indexes() { rows "SELECT indexdef FROM pg_indexes WHERE tablename = '$1' ORDER BY indexname"; }
foreign_keys() { rows "SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
                       WHERE contype = 'f' AND conrelid = '$1'::regclass ORDER BY 1"; }

echo "== status and history"
run retort current
run retort history --verbose

echo "== upgrade"
run retort upgrade head
run retort current
run retort upgrade 001_initial_schema
run retort upgrade +1

echo "== downgrade"
run retort downgrade -1
run retort current
run retort downgrade 001_initial_schema
run retort current
run retort downgrade base
run retort current
state
run retort upgrade 001_initial_schema
run retort upgrade +1
run retort current
run retort upgrade head
state

echo "== new revisions"
run retort revision --autogenerate -m "Add user_id column to query_plans" | masked
run retort check
run retort check --json
run retort revision -m "Custom migration description" | masked
cat alembic/versions/*_custom_migration_description.py | masked
rm -f alembic/versions/*_custom_migration_description.py alembic/versions/*_add_user_id_column*.py

echo "== tables"
snippet 006_table 005_index_node_type <<'PY'
op.create_table(
    "table_name",
    sa.Column("id", postgresql.UUID(as_uuid=True), primary_key=True),
    sa.Column("name", sa.String(255), nullable=False),
    sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("NOW()")),
    comment="테이블 설명",
)
---
op.drop_table("table_name")
PY
run retort upgrade head
columns table_name
rows "SELECT obj_description('table_name'::regclass)"

echo "== columns"
snippet 007_add_column 006_table <<'PY'
op.add_column("table_name", sa.Column("new_column", sa.String(100)))
op.add_column("table_name", sa.Column("column_name", sa.String(100)))
---
op.drop_column("table_name", "column_name")
op.drop_column("table_name", "new_column")
PY
snippet 008_drop_column 007_add_column <<'PY'
op.drop_column("table_name", "new_column")
---
op.add_column("table_name", sa.Column("new_column", sa.String(100)))
PY
run retort upgrade +1
columns table_name
run retort upgrade +1
columns table_name

echo "== indexes"
snippet 009_index 008_drop_column <<'PY'
op.create_index("ix_table_column", "table_name", ["column_name"])
---
op.drop_index("ix_table_column", table_name="table_name")
PY
snippet 010_unique_index 009_index <<'PY'
op.drop_index("ix_table_column", table_name="table_name")
op.create_index("ix_table_column", "table_name", ["column_name"], unique=True)
---
op.drop_index("ix_table_column", table_name="table_name")
op.create_index("ix_table_column", "table_name", ["column_name"])
PY
run retort upgrade +1
indexes table_name
run retort upgrade +1
indexes table_name

echo "== foreign keys"
snippet 011_foreign_key 010_unique_index <<'PY'
op.create_table("target_table", sa.Column("target_column", sa.Integer, primary_key=True))
op.create_table("source_table", sa.Column("source_column", sa.Integer))
op.create_foreign_key(
    "fk_table_ref",
    "source_table",
    "target_table",
    ["source_column"],
    ["target_column"],
    ondelete="CASCADE",
)
---
op.drop_constraint("fk_table_ref", "source_table", type_="foreignkey")
op.drop_table("source_table")
op.drop_table("target_table")
PY
run retort upgrade head
foreign_keys source_table
run retort downgrade -1
run retort upgrade head

echo "== data"
snippet 012_data 011_foreign_key <<'PY'
from sqlalchemy.sql import table, column

op.create_table("my_table", sa.Column("id", sa.Integer, primary_key=True), sa.Column("status", sa.String(20)))
op.execute("INSERT INTO my_table (status) VALUES ('old'), ('kept'), ('old'), (NULL)")

# 테이블 참조 정의
my_table = table("my_table", column("status", sa.String))

# 데이터 업데이트
op.execute(my_table.update().where(my_table.c.status == "old").values(status="new"))
---
op.drop_table("my_table")
PY
run retort upgrade head
rows "SELECT id, status FROM my_table ORDER BY id"
run_marked retort upgrade 011_foreign_key:012_data --sql

echo "== CONCURRENTLY as the guide has it, where Alembic fails: inside the migration's transaction"
cp alembic.ini alembic.ini.kept
sed -i 's/^\[alembic\]/&\nconcurrently_outside = false/' alembic.ini
snippet 013_concurrently 012_data <<'PY'
op.create_table("large_table", sa.Column("col", sa.Integer))
op.execute("CREATE INDEX CONCURRENTLY ix_large_table_col ON large_table (col)")
---
op.drop_table("large_table")
PY
run retort upgrade head
run retort current
rows "SELECT to_regclass('large_table') IS NULL"
mv alembic.ini.kept alembic.ini
echo "== ... which Retort leaves for it"
run retort upgrade head
rows "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = 'large_table'::regclass"
echo "== ... and in a block of its own"
run retort downgrade -1
snippet 013_concurrently 012_data <<'PY'
op.create_table("large_table", sa.Column("col", sa.Integer))
with op.get_context().autocommit_block():
    op.execute("CREATE INDEX CONCURRENTLY ix_large_table_col ON large_table (col)")
---
op.drop_table("large_table")
PY
run retort upgrade head
rows "SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = 'large_table'::regclass"

echo "== COMMIT between DDL and DML"
snippet 014_commit 013_concurrently <<'PY'
# DDL 작업
op.add_column("large_table", sa.Column("note", sa.Text))

# 커밋 후 새 트랜잭션 시작
op.execute("COMMIT")

# DML 작업
op.execute("INSERT INTO large_table (col) VALUES (1), (2)")
op.execute("UPDATE large_table SET note = 'n' || col")
---
op.drop_column("large_table", "note")
PY
run retort upgrade head
rows "SELECT col, note FROM large_table ORDER BY col"
run retort current

echo "== trouble: the version table"
run psql -X "$PGURL" -c "SELECT * FROM alembic_version;"
run retort downgrade 005_index_node_type
run retort stamp head
run psql -X "$PGURL" -c "SELECT * FROM alembic_version;"
run retort stamp 005_index_node_type
run retort current

echo "== trouble: two heads"
rm -f alembic/versions/0*_{table,add_column,drop_column,index,unique_index,foreign_key,data,concurrently,commit}.py
snippet rev1 005_index_node_type <<'PY'
op.create_table("one", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("one")
PY
snippet rev2 005_index_node_type <<'PY'
op.create_table("two", sa.Column("id", sa.Integer, primary_key=True))
---
op.drop_table("two")
PY
run retort heads
run retort upgrade head
run retort merge -m "Merge migrations" rev1 rev2 | masked
cat alembic/versions/*_merge_migrations.py | masked
run retort heads | masked
run retort upgrade head 2>&1 | masked
run retort current | masked
run retort downgrade rev1 2>&1 | masked
run retort downgrade base 2>&1 | masked
state
