"""The ORM: declarative classes at once; sessions, queries and loading options when somebody asks for them."""

from sqlalchemy.orm.base import (DynamicMapped, Mapped, MapperProperty, ORMDescriptor, SQLORMExpression,  # noqa: F401
                                 WriteOnlyMapped, class_mapper, object_mapper)
from sqlalchemy.orm.decl_api import (DeclarativeBase, DeclarativeBaseNoMeta, DeclarativeMeta,  # noqa: F401
                                     MappedAsDataclass, add_mapped_attribute, as_declarative, declarative_base,
                                     declarative_mixin, declared_attr, has_inherited_table, mapped_as_dataclass,
                                     registry, synonym_for)
from sqlalchemy.orm.mapper import (Mapper, clear_mappers, configure_mappers, reconstructor,  # noqa: F401
                                   validates)
from sqlalchemy.orm.properties import (ColumnProperty, Composite, CompositeProperty, MappedColumn,  # noqa: F401
                                       MappedSQLExpression, Synonym, SynonymProperty, column_property, composite,
                                       deferred, mapped_column, orm_insert_sentinel, query_expression, synonym)
from sqlalchemy.orm.relationships import (Relationship, RelationshipProperty, backref, dynamic_loader,  # noqa: F401
                                          foreign, relationship, remote)

# name -> module that is loaded for it
_LATER = {
    "attributes": "InstrumentedAttribute QueryableAttribute AttributeEventToken",
    "base": "EXT_CONTINUE EXT_SKIP EXT_STOP InspectionAttr InspectionAttrExtensionType InspectionAttrInfo "
            "LoaderCallableStatus MANYTOMANY MANYTOONE NO_KEY NO_VALUE NotExtension ONETOMANY PassiveFlag "
            "PropComparator RelationshipDirection UserDefinedOption",
    "decl_base": "MappedClassProtocol",
    "collections": "InstrumentedDict InstrumentedList InstrumentedSet KeyFuncDict MappedCollection "
                   "attribute_keyed_dict attribute_mapped_collection column_keyed_dict column_mapped_collection "
                   "keyfunc_mapping mapped_collection",
    "query": "Query QueryContext FromStatement AliasOption AppenderQuery",
    "session": "ORMExecuteState Session SessionTransaction SessionTransactionOrigin close_all_sessions "
               "make_transient make_transient_to_detached object_session sessionmaker scoped_session "
               "QueryPropertyDescriptor create_session",
    "state": "AttributeState InstanceState",
    "strategy_options": "Load contains_alias contains_eager defaultload defer immediateload joinedload lazyload "
                        "load_only noload raiseload selectin_polymorphic selectinload subqueryload undefer "
                        "undefer_group with_expression with_loader_criteria LoaderCriteriaOption",
    "util": "AliasedClass AliasedInsp Bundle CascadeOptions aliased join outerjoin polymorphic_union was_deleted "
            "with_parent with_polymorphic identity_key",
    "events": "AttributeEvents InstanceEvents InstrumentationEvents MapperEvents QueryEvents SessionEvents",
    "dynamic": "DynamicCollection WriteOnlyCollection",
}
_LATER = {name: module for module, names in _LATER.items() for name in names.split()}
_MODULES = ("attributes", "base", "collections", "decl_api", "decl_base", "descriptor_props", "dynamic", "events", "exc",
            "interfaces", "mapper", "properties", "query", "relationships", "session", "state", "strategy_options",
            "util", "scoping", "unitofwork", "context", "loading", "mapped_collection")


def __getattr__(name):
    module = _LATER.get(name)
    if module is None and name not in _MODULES:
        raise AttributeError(f"module 'sqlalchemy.orm' has no attribute {name!r}")
    from importlib import import_module

    found = import_module(f"sqlalchemy.orm.{module or name}")
    value = getattr(found, name) if module else found
    globals()[name] = value
    return value


def mapper(class_, local_table=None, **arguments):
    from sqlalchemy.exc import InvalidRequestError

    raise InvalidRequestError("The 'sqlalchemy.orm.mapper()' function is removed as of SQLAlchemy 2.0.  Use the "
                              "'sqlalchemy.orm.registry.map_imperatively()` method of the ``sqlalchemy.orm.registry`` "
                              "class to perform classical mapping.")
