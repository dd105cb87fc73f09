"""The part of psycopg.types that migrations name."""
