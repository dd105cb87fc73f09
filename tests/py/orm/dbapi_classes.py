import sqlite3
from psycopg2.extensions import connection as pg
import sqlalchemy as sa
from sqlalchemy import event
e = sa.create_engine("sqlite://")
@event.listens_for(e, "connect")
def on(dbapi_connection, record):
    c = dbapi_connection.cursor()
    print(isinstance(dbapi_connection, sqlite3.Connection), isinstance(dbapi_connection, pg), type(dbapi_connection).__module__, isinstance(c, sqlite3.Cursor), type(c).__name__)
with e.connect() as c:
    print(c.execute(sa.text("select 1")).scalar())
print(sqlite3.Binary(b"x") == b"x", issubclass(sqlite3.IntegrityError, sqlite3.Error))
