"""before_cursor_execute and after_cursor_execute: of an engine, of its class, of a connection; with retval."""
import time
from sqlalchemy import create_engine, event, text
from sqlalchemy.engine import Engine
engine = create_engine("sqlite://")
@event.listens_for(Engine, "before_cursor_execute")
def before(conn, cursor, statement, parameters, context, executemany):
    conn.info.setdefault("query_start_time", []).append(time.time())
    context._started = 1
    print("before", type(conn).__name__, repr(statement), parameters, executemany)
@event.listens_for(Engine, "after_cursor_execute")
def after(conn, cursor, statement, parameters, context, executemany):
    total = time.time() - conn.info["query_start_time"].pop(-1)
    print("after", total >= 0, context._started, repr(statement), context.statement == statement, context.executemany)
@event.listens_for(engine, "before_cursor_execute", retval=True)
def comment(conn, cursor, statement, parameters, context, executemany):
    if statement.startswith("SELECT"):
        statement = statement.replace("?", "? + 1") + " -- counted"
    return statement, parameters
with engine.connect() as c:
    event.listen(c, "after_cursor_execute", lambda *args: print("own", args[2]))
    print(c.execute(text("SELECT :n"), {"n": 5}).scalar())
    print(c.exec_driver_sql("SELECT ?", (7,)).scalar())
    c.execute(text("CREATE TABLE t (id int)"))
    print(c.execute(text("SELECT count(*) FROM t")).scalar())
    cur = c.connection.cursor()
    cur.execute("SELECT 1")
    try:
        c.execute(text("SELECT nothing"))
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[:2])
with create_engine("sqlite://").begin() as c:
    print(c.execute(text("SELECT 1")).scalar())
