/* expr.h -- structs of the SQL expressions; see EXPR_LIST in schema.h. Included by schema.h. */
#ifndef RETORT_SCHEMA_EXPR_H
#define RETORT_SCHEMA_EXPR_H
#endif
