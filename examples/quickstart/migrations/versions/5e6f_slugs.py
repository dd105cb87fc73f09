"""Every book gets an address

A data migration: rows are read, changed by Python code, and written back.

Revision ID: 5e6f
Revises: 3c4d
Create Date: 2026-03-20 11:15:00
"""

import re

from alembic import op
import sqlalchemy as sa

revision = "5e6f"
down_revision = "3c4d"
branch_labels = None
depends_on = None

books = sa.table("books", sa.column("id", sa.Integer), sa.column("title", sa.String), sa.column("slug", sa.String))


def slug_of(title: str) -> str:
    """'The Mysterious Island' -> 'the-mysterious-island'"""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def upgrade() -> None:
    op.add_column("books", sa.Column("slug", sa.String(200)))
    connection = op.get_bind()
    for row in connection.execute(sa.select(books.c.id, books.c.title).order_by(books.c.id)).all():
        connection.execute(books.update().where(books.c.id == row.id).values(slug=slug_of(row.title)))
    op.create_index("uq_books_slug", "books", ["slug"], unique=True)


def downgrade() -> None:
    op.drop_index("uq_books_slug", table_name="books")
    op.drop_column("books", "slug")
