/* sa_face.h -- what scripts see of a dialect: one row a dialect, so that nothing in bind/ asks
 * which one it has.
 *
 *     face_of(connection->dialect)->shape.column      "name type nullable default primary_key"
 */
#ifndef RETORT_BIND_SA_FACE_H
#define RETORT_BIND_SA_FACE_H

#include "bind/sa_inside.h"

/* The Python driver a URL may name, as dialect objects tell of it. */
typedef struct DriverFace {
    const char *name;       /* "asyncpg"                                               */
    const char *class_name; /* "PGDialect_asyncpg": in messages of the reference       */
    ParamStyle style;       /* dialect.paramstyle                                      */
} DriverFace;

/* Keys of the inspector's dicts in their order, separated by blanks. */
typedef struct InspectorShape {
    const char *column, *primary_key, *foreign_key, *foreign_key_options, *unique, *check, *index;
    bool unique_is_number; /* "unique": 1, as PRAGMA index_list says it                 */
} InspectorShape;

typedef struct DialectFace {
    const Dialect *dialect;
    const Class *class;         /* what isinstance(conn.dialect, ...) and URL.get_dialect() know */
    const char *dbapi;          /* dialect.dbapi: a module                                       */
    const DriverFace *drivers;  /* the first one is the default; ended by an empty row           */
    const char *current_schema; /* query for default_schema_name; NULL: the dialect's            */
    Value (*version)(int number); /* server_version_info                                          */
    InspectorShape shape;
} DialectFace;

/* Never NULL: the generic dialect has a row as well. */
const DialectFace *face_of(const Dialect *dialect);
/* The native dialect that the class stands for: a script may subclass PGDialect. */
const DialectFace *face_of_class(const Class *class);
/* By the URL's driver name; the default one for names not known. */
const DriverFace *face_driver(const DialectFace *face, const Str *name);
/* The values of d that shape names and d has, in that order. */
Dict *dict_shaped(const Dict *d, const char *shape);

#endif
