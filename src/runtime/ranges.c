/* ranges.c -- values of range and multirange columns. As psycopg2 has it, a row read without a type holds psycopg2's
 * NumericRange and its kin, and SQLAlchemy's types turn them into Range and back; multiranges, which psycopg2 does not
 * know, are lists of Range as with SQLAlchemy's other drivers.
 */
#include "runtime/engine.h"

#include "pystd/pystd.h"

typedef struct RangeKind {
    TypeId one, many;
    CellKind cell;
    const char *class; /* of psycopg2   */
} RangeKind;

static const RangeKind range_kinds[] = {
    {TYPE_PG_INT4RANGE, TYPE_PG_INT4MULTIRANGE, CELL_INT_RANGE, "NumericRange"},
    {TYPE_PG_INT8RANGE, TYPE_PG_INT8MULTIRANGE, CELL_INT_RANGE, "NumericRange"},
    {TYPE_PG_NUMRANGE, TYPE_PG_NUMMULTIRANGE, CELL_NUMERIC_RANGE, "NumericRange"},
    {TYPE_PG_DATERANGE, TYPE_PG_DATEMULTIRANGE, CELL_DATE_RANGE, "DateRange"},
    {TYPE_PG_TSRANGE, TYPE_PG_TSMULTIRANGE, CELL_TIMESTAMP_RANGE, "DateTimeRange"},
    {TYPE_PG_TSTZRANGE, TYPE_PG_TSTZMULTIRANGE, CELL_TIMESTAMPTZ_RANGE, "DateTimeTZRange"},
};

static const RangeKind *kind_of_type(const Type *type)
{
    for (size_t i = 0; i < COUNT_OF(range_kinds); i++)
        if (type_is(type, range_kinds[i].one) || type_is(type, range_kinds[i].many))
            return &range_kinds[i];
    return NULL;
}

static const RangeKind *kind_of_cell(CellKind cell)
{
    for (size_t i = 0; i < COUNT_OF(range_kinds); i++)
        if (range_kinds[i].cell == cell)
            return &range_kinds[i];
    BUG("not a kind of range");
}

static Value range_module(const char *function)
{
    return module_find(import_module(intern("_postgres_ranges")), function);
}

/* --- from the server -------------------------------------------------------------------------------------------- */

Value range_from_cell(const Dialect *dialect, const Cell *cell)
{
    CellRange range = cell_range(cell);
    Value class = module_find(import_module(intern("psycopg2._range")), kind_of_cell(cell->kind)->class);
    Value parts[] = {value_from_cell(dialect, &range.lower), value_from_cell(dialect, &range.upper),
                     STR(str_from(range.is_empty ? "[)" : range.bounds)), BOOL(range.is_empty)};
    return call(class, COUNT_OF(parts), parts);
}

static bool is_driver_range(Value v)
{
    Str *module = value_find_str(value_find_attr(OBJ(class_of(v)), N(__module__)));
    return v.tag == TAG_OBJ && module && str_is(module, "psycopg2._range");
}

static Value many_result(const Dialect *dialect, Str *text, const RangeKind *kind)
{
    CellVec cells = cell_multirange(kind->cell, text);
    List *ranges = list_new(cells.length);
    for (size_t i = 0; i < cells.length; i++)
        list_append(ranges, range_from_cell(dialect, &cells.at[i]));
    Value all = OBJ(ranges);
    return call(range_module("many_from_driver"), 1, &all);
}

Value range_result(const Dialect *dialect, Value v, const Type *type)
{
    const RangeKind *kind = kind_of_type(type);
    Str *text = value_find_str(v);
    if (kind && text && type_is(type, TYPE_PG_AbstractMultiRange))
        return many_result(dialect, text, kind);
    return is_driver_range(v) ? call(range_module("from_driver"), 1, &v) : v;
}

/* --- to the server ---------------------------------------------------------------------------------------------- */

Value range_parameter(Value v, const Type *type)
{
    const RangeKind *kind = kind_of_type(type);
    if (!kind || v.tag != TAG_OBJ)
        return v;
    if (type_is(type, TYPE_PG_AbstractMultiRange))
        return call(range_module("many_to_driver"), 1, &v);
    return call(range_module("to_driver"), 2, (Value[]){v, STR(str_from(kind->class))});
}

/* daterange('2024-01-01'::date, NULL, '[)'): what psycopg2 writes for each of its classes. */
static const char *range_function(Value v)
{
    static const struct {
        const char *class, *function;
    } rows[] = {{"DateRange", "daterange"}, {"DateTimeRange", "tsrange"}, {"DateTimeTZRange", "tstzrange"}};
    for (size_t i = 0; i < COUNT_OF(rows); i++)
        if (str_is(class_name(class_of(v)), rows[i].class))
            return rows[i].function;
    return NULL;
}

/* '[1,5)' */
static Str *number_range(Connection *db, Value lower, Value upper, const Str *bounds)
{
    Str *from = is_none(lower) ? str_empty : driver_literal(db, lower);
    Str *to = is_none(upper) ? str_empty : driver_literal(db, upper);
    return db_literal(db, str_format("%c%s,%s%c", bounds->text[0], from->text, to->text, bounds->text[1]));
}

Str *range_find_literal(Connection *db, Value v)
{
    if (!is_driver_range(v))
        return NULL;
    const char *function = range_function(v);
    Value lower = value_get_attr(v, intern("_lower")), upper = value_get_attr(v, intern("_upper"));
    Value bounds = value_get_attr(v, intern("_bounds"));
    if (is_none(bounds))
        return function ? str_format("'empty'::%s", function) : str_from("'empty'");
    if (!function)
        return number_range(db, lower, upper, value_str(bounds));
    return str_format("%s(%s, %s, %s)", function, driver_literal(db, lower)->text, driver_literal(db, upper)->text,
                      driver_literal(db, bounds)->text);
}
