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

SCHEMA = "pgs_analysis"


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

    op.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    op.create_table(
        "analysis_sessions",
        sa.Column(
            "id", postgresql.UUID(as_uuid=True), primary_key=True, server_default=sa.text("gen_random_uuid()")
        ),
        sa.Column("label", sa.String(100), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False, server_default=sa.text("NOW()")),
        sa.Column("finished_at", sa.DateTime(timezone=True)),
        schema=SCHEMA,
        comment="분석 세션",
    )
    op.create_table(
        "statistics",
        sa.Column("id", sa.BigInteger, primary_key=True),
        sa.Column(
            "session_id",
            postgresql.UUID(as_uuid=True),
            sa.ForeignKey(f"{SCHEMA}.analysis_sessions.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column(
            "plan_id",
            postgresql.UUID(as_uuid=True),
            sa.ForeignKey("query_plans.id", ondelete="CASCADE"),
            nullable=False,
        ),
        sa.Column("name", sa.String(50), nullable=False),
        sa.Column("value", sa.Numeric(12, 3), nullable=False),
        sa.UniqueConstraint("session_id", "plan_id", "name", name="uq_statistics_session_plan_name"),
        sa.CheckConstraint("value >= 0", name="ck_statistics_value"),
        schema=SCHEMA,
    )


def downgrade() -> None:
    op.drop_table("statistics", schema=SCHEMA)
    op.drop_table("analysis_sessions", schema=SCHEMA)
    op.execute(f"DROP SCHEMA {SCHEMA}")
    op.drop_table("plan_nodes")
    op.drop_table("query_plans")
