/* sa_reflect.h -- between the Inspector and the reflection of whole Table objects. */
#ifndef RETORT_BIND_SA_REFLECT_H
#define RETORT_BIND_SA_REFLECT_H

#include "bind/sa_inside.h"

#include "reflect/reflect.h"

/* Columns, constraints, indexes and comment of the database's table into a Table. bind: Engine or
 * Connection. options: include_columns (None or strings), resolve_fks (also reads the tables
 * referred to). Raises NoSuchTableError. */
void reflect_into_table(Table *table, Value bind, const Dict *options);

/* One column as get_columns() of the dialect has it. */
Dict *reflected_column_dict(const ReflectedColumn *column, const Dialect *dialect);
#endif
