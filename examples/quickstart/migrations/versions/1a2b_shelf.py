"""A shelf of books

Revision ID: 1a2b
Revises:
Create Date: 2026-01-05 09:00:00
"""

from alembic import op
import sqlalchemy as sa

revision = "1a2b"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "authors",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(100), nullable=False),
    )
    books = op.create_table(
        "books",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("author_id", sa.Integer(), sa.ForeignKey("authors.id", ondelete="CASCADE")),
        sa.Column("title", sa.String(200), nullable=False),
        sa.Column("pages", sa.Integer(), server_default="0", nullable=False),
        sa.CheckConstraint("pages >= 0", name="ck_books_pages"),
    )
    op.execute("INSERT INTO authors (id, name) VALUES (1, 'Mary Shelley'), (2, 'Jules Verne')")
    op.bulk_insert(
        books,
        [
            {"author_id": 1, "title": "Frankenstein; or, The Modern Prometheus", "pages": 280},
            {"author_id": 2, "title": "Around the World in Eighty Days", "pages": 320},
            {"author_id": 2, "title": "The Mysterious Island", "pages": 720},
        ],
    )


def downgrade() -> None:
    op.drop_table("books")
    op.drop_table("authors")
