"""Plans belong to somebody.

Revision ID: 002_add_user_id
Revises: 001_initial_schema
Create Date: 2025-01-29
"""

from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "002_add_user_id"
down_revision: Union[str, None] = "001_initial_schema"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.add_column("query_plans", sa.Column("user_id", postgresql.UUID(as_uuid=True), nullable=True))
    op.create_index("ix_query_plans_user_id", "query_plans", ["user_id"])


def downgrade() -> None:
    op.drop_index("ix_query_plans_user_id", table_name="query_plans")
    op.drop_column("query_plans", "user_id")
