"""Errors of the ORM."""

from sqlalchemy.exc import ArgumentError, InvalidRequestError, MultipleResultsFound, NoResultFound, SQLAlchemyError

NO_STATE = (AttributeError, KeyError)


class StaleDataError(SQLAlchemyError):
    pass


ConcurrentModificationError = StaleDataError


class FlushError(SQLAlchemyError):
    pass


class MappedAnnotationError(ArgumentError):
    pass


class UnmappedError(InvalidRequestError):
    pass


class ObjectDereferencedError(SQLAlchemyError):
    pass


class DetachedInstanceError(SQLAlchemyError):
    code = "bhk3"


class UnmappedInstanceError(UnmappedError):
    def __init__(self, obj, msg=None):
        if not msg:
            if isinstance(obj, type):
                name = f"{obj.__module__}.{obj.__name__}"
                msg = (f"Class {name!r} is not mapped; was a class ({name}) supplied where an instance was "
                       "required?")
            else:
                msg = f"Class '{type(obj).__module__}.{type(obj).__name__}' is not mapped"
        super().__init__(msg)


class UnmappedClassError(UnmappedError):
    def __init__(self, cls, msg=None):
        super().__init__(msg or f"Class '{cls.__module__}.{cls.__name__}' is not mapped")


class ObjectDeletedError(InvalidRequestError):
    def __init__(self, state, msg=None):
        super().__init__(msg or f"Instance '{state}' has been deleted, or its row is otherwise not present.")


class UnmappedColumnError(InvalidRequestError):
    pass


class LoaderStrategyException(InvalidRequestError):
    pass
