"""The tables of fastapi-users, by the name that its guide uses."""

__incomplete__ = True

from fastapi_users_db_sqlalchemy import (UUID_ID, SQLAlchemyBaseOAuthAccountTable,  # noqa: F401
                                         SQLAlchemyBaseOAuthAccountTableUUID, SQLAlchemyBaseUserTable,
                                         SQLAlchemyBaseUserTableUUID, SQLAlchemyUserDatabase)
