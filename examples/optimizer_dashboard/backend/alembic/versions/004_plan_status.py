"""A status instead of a yes or no.

The new column is committed first, so that filling it does not keep the table locked.

Revision ID: 004_plan_status
Revises: 003_add_users
Create Date: 2025-02-11
"""

from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op
from sqlalchemy.sql import column, table

revision: str = "004_plan_status"
down_revision: Union[str, None] = "003_add_users"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None

query_plans = table("query_plans", column("status", sa.String), column("reviewed", sa.Boolean))


def upgrade() -> None:
    op.add_column("query_plans", sa.Column("status", sa.String(20), server_default="new", nullable=False))

    # what follows is no longer part of the transaction that holds the lock
    op.execute("COMMIT")

    op.execute(query_plans.update().where(query_plans.c.reviewed == sa.true()).values(status="done"))
    op.drop_column("query_plans", "reviewed")


def downgrade() -> None:
    op.add_column("query_plans", sa.Column("reviewed", sa.Boolean, server_default=sa.false(), nullable=False))
    op.execute(query_plans.update().where(query_plans.c.status == "done").values(reviewed=True))
    op.drop_column("query_plans", "status")
