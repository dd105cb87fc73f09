"""AsyncSession with exec()."""

from _sqlalchemy_asyncio import AsyncSession as _AsyncSession

from sqlmodel.orm.session import Session


class AsyncSession(_AsyncSession):
    sync_session_class = Session

    async def exec(self, statement, *, params=None, **keywords):
        return self.sync_session.exec(statement, params=params, **keywords)
