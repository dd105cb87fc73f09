# alembic_utils.sh -- functions, views, triggers, policies and extensions that a project registers: created in an order
# that runs, replaced, dropped; the downgrade brings back what was there. Written as alembic_utils 0.8 writes it.
new_project "$DATABASE_URL"
sed -i 's/^\[alembic\]/&\nprepend_sys_path = ./' alembic.ini
put entities.py <<'PY'
import os
from pathlib import Path

from alembic_utils.pg_extension import PGExtension
from alembic_utils.pg_function import PGFunction
from alembic_utils.pg_materialized_view import PGMaterializedView
from alembic_utils.pg_policy import PGPolicy
from alembic_utils.pg_trigger import PGTrigger
from alembic_utils.pg_view import PGView
from alembic_utils.replaceable_entity import register_entities
from sqlalchemy import Column, Integer, MetaData, String, Table

metadata = MetaData()
Table("account", metadata, Column("id", Integer, primary_key=True), Column("email", String))
second = os.environ["STATE"] == "2"
word = "lower" if second else "upper"
entities = [
    PGView("public", "b_names", "select id, 2 as n from names" if second else "select id from names"),
    PGView.from_path(Path("names.sql")),
    PGFunction("public", "shout(words text default 'a')",
               f"returns text as $$ declare x text := words; begin return {word}(x); end; $$ language plpgsql"),
    PGMaterializedView("public", "counts", "select count(*) as n from account"),
    PGFunction.from_sql("create or replace function public.tidy() returns trigger as "
                        "$$ begin new.email = lower(new.email); return new; end $$ language plpgsql"),
    PGTrigger("public", "tidy_it", "BEFORE INSERT ON public.account FOR EACH ROW EXECUTE FUNCTION public.tidy()",
              on_entity="public.account"),
    PGPolicy("public", "own", f"as permissive for select to public using (id = {2 if second else 1})",
             on_entity="public.account"),
]
if not second:
    entities.append(PGExtension("public", "pg_trgm"))
register_entities(entities)
PY
echo 'create view public.names (id, email) as select id, email from account where email <> $$a:b$$;' >names.sql
put migrations/env.py <<'PY'
from alembic import context
from sqlalchemy import engine_from_config, pool

from entities import metadata

engine = engine_from_config(context.config.get_section("alembic"), prefix="sqlalchemy.", poolclass=pool.NullPool)
with engine.connect() as connection:
    context.configure(connection=connection, target_metadata=metadata)
    with context.begin_transaction():
        context.run_migrations()
PY
has_trigram=$(rows "SELECT count(*) FROM pg_available_extensions WHERE name = 'pg_trgm'")
[ "$has_trigram" = 1 ] || skip "the server has no pg_trgm"
present() {
    rows "SELECT 'view ' || viewname || replace(definition, E'\n', '') FROM pg_views WHERE schemaname = 'public'
          UNION ALL SELECT 'function ' || proname || ' ' || prosrc FROM pg_proc p
              WHERE pronamespace = 'public'::regnamespace AND prolang <> (SELECT oid FROM pg_language WHERE lanname = 'c')
          UNION ALL SELECT 'materialized view ' || matviewname FROM pg_matviews
          UNION ALL SELECT 'trigger ' || tgname FROM pg_trigger WHERE NOT tgisinternal
          UNION ALL SELECT 'policy ' || policyname || ' ' || qual FROM pg_policies
          UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY 1"
}
rows 'CREATE TABLE account (id serial PRIMARY KEY, email varchar)'
for state in 1 2; do
    export STATE=$state
    echo "== state $state"
    present >before
    must retort revision --autogenerate --rev-id s$state -m s$state >/dev/null 2>&1
    sed -n '/^from/,$p' migrations/versions/s${state}_*.py | grep -v 'typing\|^ *# #'
    must retort -q upgrade head
    present
    run_stdout retort check
    must retort -q downgrade -1
    present | diff before - && echo "as before"
    must retort -q upgrade head
done
run_stdout retort upgrade s1:s2 --sql
