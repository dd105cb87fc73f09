"""fastapi_users: its tables (fastapi_users.db); everything else may be named."""

__incomplete__ = True
