/* range_type.c -- the type that a Range or a list of them has by itself: what its ends are decides, and whether whole
 * numbers fit in 32 bits.
 */
#include "schema/schema.h"

typedef struct RangeTypes {
    TypeId one, many;
} RangeTypes;

static Value end_of(Value range, const char *name)
{
    return value_get_attr(range, intern(name));
}

static Value some_end(Value range)
{
    Value lower = end_of(range, "lower");
    return is_none(lower) ? end_of(range, "upper") : lower;
}

static bool end_is_small(Value end)
{
    Value plain = value_plain(end);
    return is_none(end) ||
           (plain.tag == TAG_INT && plain.integer >= INT32_MIN && plain.integer <= INT32_MAX);
}

static bool ranges_are_small(const List *ranges)
{
    for (size_t i = 0; i < ranges->length; i++)
        if (!end_is_small(end_of(ranges->at[i], "lower")) || !end_is_small(end_of(ranges->at[i], "upper")))
            return false;
    return true;
}

/* Some end of the first one speaks for all. */
static RangeTypes types_of(const List *ranges)
{
    Value end = some_end(ranges->at[0]);
    Type *type = is_none(end) ? type_new(TYPE_NullType) : type_of_value(end);
    if (is_int(end) || end.tag == TAG_BOOL)
        return ranges_are_small(ranges) ? (RangeTypes){TYPE_PG_INT4RANGE, TYPE_PG_INT4MULTIRANGE}
                                        : (RangeTypes){TYPE_PG_INT8RANGE, TYPE_PG_INT8MULTIRANGE};
    if (type_is(type, TYPE_Numeric))
        return (RangeTypes){TYPE_PG_NUMRANGE, TYPE_PG_NUMMULTIRANGE};
    if (type_is(type, TYPE_DateTime))
        return is_none(end_of(end, "tzinfo")) ? (RangeTypes){TYPE_PG_TSRANGE, TYPE_PG_TSMULTIRANGE}
                                              : (RangeTypes){TYPE_PG_TSTZRANGE, TYPE_PG_TSTZMULTIRANGE};
    if (type_is(type, TYPE_Date))
        return (RangeTypes){TYPE_PG_DATERANGE, TYPE_PG_DATEMULTIRANGE};
    return (RangeTypes){TYPE_NullType, TYPE_NullType};
}

Type *range_find_type(Value v)
{
    if (v.tag != TAG_OBJ || !(v.obj->class->flags & CLASS_HEAP))
        return NULL;
    const Type *said = as(Type, value_find_attr_text(v, "__sa_type_engine__"));
    if (!said)
        return NULL;
    if (!type_is(said, TYPE_PG_AbstractMultiRange))
        return type_new(types_of(list_of(1, &v)).one);
    const List *ranges = list_from(v);
    return ranges->length ? type_new(types_of(ranges).many) : type_new(TYPE_NullType);
}
