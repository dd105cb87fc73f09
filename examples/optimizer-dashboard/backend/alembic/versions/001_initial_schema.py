"""Plans and their nodes.

Revision ID: 001_initial_schema
Revises:
Create Date: 2025-01-20
"""

from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision: str = "001_initial_schema"
down_revision: Union[str, None] = None
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    op.create_table(
        "query_plans",
        sa.Column(
            "id",
            postgresql.UUID(as_uuid=True),
            primary_key=True,
            server_default=sa.text("gen_random_uuid()"),
            comment="식별자",
        ),
        sa.Column("query_hash", sa.String(64), nullable=False),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("plan", postgresql.JSONB, nullable=False, comment="EXPLAIN (FORMAT JSON)"),
        sa.Column("total_cost", sa.Float, nullable=False, server_default="0.0"),
        sa.Column("reviewed", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("NOW()")),
        comment="실행 계획",
    )
    op.create_index("ix_query_plans_query_hash", "query_plans", ["query_hash"])

    op.create_table(
        "plan_nodes",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column(
            "plan_id",
            postgresql.UUID(as_uuid=True),
            sa.ForeignKey("query_plans.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("depth", sa.Integer, nullable=False, server_default="0"),
        sa.Column("node_type", sa.String(50), nullable=False),
        sa.Column("cost", sa.Float),
    )
    op.create_index("ix_plan_nodes_plan_id_depth", "plan_nodes", ["plan_id", "depth"])


def downgrade() -> None:
    op.drop_table("plan_nodes")
    op.drop_table("query_plans")
