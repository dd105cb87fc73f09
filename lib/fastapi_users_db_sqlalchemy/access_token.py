"""Columns of the table of access tokens."""

import datetime
import uuid

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, declared_attr, mapped_column

from fastapi_users_db_sqlalchemy.generics import GUID, TIMESTAMPAware


def _now():
    return datetime.datetime.now(datetime.timezone.utc)


class SQLAlchemyBaseAccessTokenTable:
    __tablename__ = "accesstoken"

    token: Mapped[str] = mapped_column(String(length=43), primary_key=True)
    created_at: Mapped[datetime.datetime] = mapped_column(TIMESTAMPAware(timezone=True), index=True, nullable=False,
                                                          default=_now)

    def __class_getitem__(cls, item):
        return cls


class SQLAlchemyBaseAccessTokenTableUUID(SQLAlchemyBaseAccessTokenTable):
    @declared_attr
    def user_id(cls) -> Mapped[uuid.UUID]:
        return mapped_column(GUID, ForeignKey("user.id", ondelete="cascade"), nullable=False)


class SQLAlchemyAccessTokenDatabase:
    def __init__(self, session, access_token_table):
        self.session, self.access_token_table = session, access_token_table

    def __class_getitem__(cls, item):
        return cls
