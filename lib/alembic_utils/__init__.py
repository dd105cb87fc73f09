"""A stand-in for alembic_utils: functions, views, triggers, policies, extensions and grants of PostgreSQL that a
project declares, compared and rendered by autogenerate, created and replaced by revisions.

    replaceable_entity.py  what they have in common, the registry, the comparison
    pg_*.py                one kind each: its text as SQL, and what the catalog has of it
    simulate.py            an entity as the server prints it, in a savepoint that is undone
    depends.py             the order in which they can be created
    reversible_op.py       op.create_entity, drop_entity, replace_entity, and how they are written
"""
