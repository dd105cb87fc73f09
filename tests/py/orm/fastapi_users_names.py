from fastapi_users.db import SQLAlchemyBaseOAuthAccountTableUUID, SQLAlchemyBaseUserTableUUID, SQLAlchemyUserDatabase
from fastapi_users import schemas
from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class User(SQLAlchemyBaseUserTableUUID, Base):
    pass


class OAuthAccount(SQLAlchemyBaseOAuthAccountTableUUID, Base):
    pass


class UserRead(schemas.BaseUser):
    pass


for table in Base.metadata.sorted_tables:
    print(table.name, [c.name for c in table.primary_key])
# expect: user ['id']
# expect: oauth_account ['id']
