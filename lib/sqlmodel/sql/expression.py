"""select() and the column helpers, as sqlalchemy has them."""

from sqlalchemy import *  # noqa: F401,F403
from sqlalchemy import select  # noqa: F401
from sqlalchemy.sql.selectable import Select

SelectOfScalar = Select


def col(column_expression):
    return column_expression
