"""sqlalchemy.testing: what models import from it by mistake."""
