"""Find nodes by type without stopping the writers.

Revision ID: 005_index_node_type
Revises: 004_plan_status
Create Date: 2025-02-20
"""

from typing import Sequence, Union

import sqlalchemy as sa
from alembic import op

revision: str = "005_index_node_type"
down_revision: Union[str, None] = "004_plan_status"
branch_labels: Union[str, Sequence[str], None] = None
depends_on: Union[str, Sequence[str], None] = None


def upgrade() -> None:
    # PostgreSQL refuses CONCURRENTLY inside a transaction, and every migration runs in one
    with op.get_context().autocommit_block():
        op.execute("CREATE INDEX CONCURRENTLY ix_plan_nodes_node_type ON plan_nodes (node_type)")


def downgrade() -> None:
    op.drop_index("ix_plan_nodes_node_type", table_name="plan_nodes")
