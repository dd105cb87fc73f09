# A script's own statement adds to the options that statements have.
from sqlalchemy.sql.expression import ClauseElement, Executable


class Copy(Executable, ClauseElement):
    _execution_options = Executable._execution_options.union({"autocommit": True})


print(Executable._execution_options, Copy._execution_options)
# expect: immutabledict({}) immutabledict({'autocommit': True})
