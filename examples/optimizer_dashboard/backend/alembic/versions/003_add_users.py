"""Users, and suggestions for their plans.

Revision ID: 003_add_users
Revises: 002_add_user_id
Create Date: 2025-02-03
"""

from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "003_add_users"
down_revision: Union[str, None] = "002_add_user_id"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "users",
        sa.Column("id", postgresql.UUID(as_uuid=True), primary_key=True),
        sa.Column("email", sa.String(255), nullable=False),
        sa.Column("name", sa.String(100)),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("NOW()")),
        comment="대시보드 사용자",
    )
    op.create_index("ix_users_email", "users", ["email"], unique=True)
    op.create_foreign_key(
        "fk_query_plans_user",
        "query_plans",
        "users",
        ["user_id"],
        ["id"],
        ondelete="CASCADE",
    )
    op.create_table(
        "suggestions",
        sa.Column("id", postgresql.UUID(as_uuid=True), primary_key=True),
        sa.Column(
            "plan_id",
            postgresql.UUID(as_uuid=True),
            sa.ForeignKey("query_plans.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("title", sa.String(255), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), server_default=sa.text("NOW()")),
        comment="최적화 제안",
    )


def downgrade() -> None:
    op.drop_table("suggestions")
    op.drop_constraint("fk_query_plans_user", "query_plans", type_="foreignkey")
    op.drop_index("ix_users_email", table_name="users")
    op.drop_table("users")
