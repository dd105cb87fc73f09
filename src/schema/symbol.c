/* symbol.c -- constants that only are themselves: JSON.NULL, the JSON value null where None would
 * be the NULL of SQL. */
#include "schema/schema.h"

typedef struct Symbol {
    Obj obj;
    const char *name;
} Symbol;

static Str *symbol_repr(Value self)
{
    return str_format("symbol('%s')", ((const Symbol *)self.obj)->name);
}

static const Class Symbol_class = {
    CLASS_NAMED(Symbol, "symbol", "sqlalchemy.util.langhelpers", object),
    .repr = symbol_repr,
};
static const Symbol json_null_symbol = {{.class = &Symbol_class}, "JSON_NULL"};

bool is_json_null(Value v)
{
    return v.tag == TAG_OBJ && v.obj == &json_null_symbol.obj;
}

void symbols_init(void)
{
    class_set(&JSON_class, intern("NULL"), OBJ(&json_null_symbol));
}
