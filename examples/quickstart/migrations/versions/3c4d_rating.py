"""Readers rate books

Revision ID: 3c4d
Revises: 1a2b
Create Date: 2026-02-11 16:30:00
"""

from alembic import op
import sqlalchemy as sa

revision = "3c4d"
down_revision = "1a2b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("books", sa.Column("rating", sa.Numeric(2, 1)))
    op.create_index("ix_books_rating", "books", ["rating"])


def downgrade() -> None:
    op.drop_index("ix_books_rating", table_name="books")
    op.drop_column("books", "rating")
