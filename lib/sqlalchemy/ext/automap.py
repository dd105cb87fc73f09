"""automap: classes made from a database. Migrations have no use for it; prepare() is refused."""


def automap_base(declarative_base=None, **keywords):
    if declarative_base is None:
        from sqlalchemy.orm import declarative_base as make

        declarative_base = make(**keywords)

    class AutomapBase(declarative_base):
        __abstract__ = True

        @classmethod
        def prepare(cls, *args, **options):
            from sqlalchemy.exc import InvalidRequestError

            raise InvalidRequestError("automap_base().prepare() is not available in retort: use Table(..., "
                                      "autoload_with=connection)")

    return AutomapBase


def _keep(name):
    return lambda *args, **keywords: name


name_for_scalar_relationship = name_for_collection_relationship = classname_for_table = _keep(None)
