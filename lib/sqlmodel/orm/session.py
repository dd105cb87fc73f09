"""Session with exec(): the objects themselves when one thing is selected."""

from sqlalchemy.orm.session import Session as _Session


class Session(_Session):
    def exec(self, statement, *, params=None, **keywords):
        result = self.execute(statement, params, **keywords)
        given = getattr(statement, "_raw_columns", None)
        return result.scalars() if given is not None and len(given) == 1 else result
