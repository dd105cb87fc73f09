/* function.c -- func.name(...): the generator, the functions whose types are known, OVER, FILTER,
 * WITHIN GROUP. */
#include "schema/expr_inside.h"

#include <ctype.h>

typedef Function FunctionElement, GenericFunction;

/* --- functions with known types --------------------------------------------------------------- */

typedef enum KnownKind {
    KNOWN_TYPE,
    KNOWN_ANSI,
    KNOWN_FROM_ARGUMENT,
    KNOWN_ARRAY_OF_ARGUMENT,
    KNOWN_COUNT
} KnownKind;

typedef struct KnownFunction {
    const char *name;
    KnownKind kind;
    TypeId type;
} KnownFunction;

static const KnownFunction known_functions[] = {
    {"now", KNOWN_TYPE, TYPE_DateTime},
    {"concat", KNOWN_TYPE, TYPE_String},
    {"char_length", KNOWN_TYPE, TYPE_Integer},
    {"random", KNOWN_TYPE, TYPE_Float},
    {"count", KNOWN_COUNT, TYPE_Integer},
    {"coalesce", KNOWN_FROM_ARGUMENT, TYPE_NullType},
    {"max", KNOWN_FROM_ARGUMENT, TYPE_NullType},
    {"min", KNOWN_FROM_ARGUMENT, TYPE_NullType},
    {"sum", KNOWN_FROM_ARGUMENT, TYPE_NullType},
    {"array_agg", KNOWN_ARRAY_OF_ARGUMENT, TYPE_ARRAY},
    {"current_date", KNOWN_ANSI, TYPE_Date},
    {"current_time", KNOWN_ANSI, TYPE_Time},
    {"current_timestamp", KNOWN_ANSI, TYPE_DateTime},
    {"current_user", KNOWN_ANSI, TYPE_String},
    {"localtime", KNOWN_ANSI, TYPE_DateTime},
    {"localtimestamp", KNOWN_ANSI, TYPE_DateTime},
    {"session_user", KNOWN_ANSI, TYPE_String},
    {"sysdate", KNOWN_ANSI, TYPE_DateTime},
    {"user", KNOWN_ANSI, TYPE_String},
    {"rank", KNOWN_TYPE, TYPE_Integer},
    {"dense_rank", KNOWN_TYPE, TYPE_Integer},
    {"percent_rank", KNOWN_TYPE, TYPE_Numeric},
    {"cume_dist", KNOWN_TYPE, TYPE_Numeric},
    {"aggregate_strings", KNOWN_TYPE, TYPE_String},
    {"cube", KNOWN_TYPE, TYPE_NullType},
    {"rollup", KNOWN_TYPE, TYPE_NullType},
    {"grouping_sets", KNOWN_TYPE, TYPE_NullType},
    {"to_tsvector", KNOWN_TYPE, TYPE_PG_TSVECTOR},
    {"to_tsquery", KNOWN_TYPE, TYPE_PG_TSQUERY},
    {"plainto_tsquery", KNOWN_TYPE, TYPE_PG_TSQUERY},
    {"phraseto_tsquery", KNOWN_TYPE, TYPE_PG_TSQUERY},
    {"websearch_to_tsquery", KNOWN_TYPE, TYPE_PG_TSQUERY},
    {"ts_headline", KNOWN_TYPE, TYPE_Text},
};

static const KnownFunction *find_known(const Str *name)
{
    Str *lower = str_lower_ascii(name);
    for (size_t i = 0; i < COUNT_OF(known_functions); i++)
        if (str_is(lower, known_functions[i].name))
            return &known_functions[i];
    return NULL;
}

static Type *first_argument_type(const Function *function)
{
    for (size_t i = 0; i < function->arguments.length; i++)
        if (!type_is_null(element_type(function->arguments.at[i])))
            return element_type(function->arguments.at[i]);
    return null_type();
}

static Type *known_type(const KnownFunction *known, const Function *function)
{
    Type *type;
    switch (known->kind) {
    case KNOWN_FROM_ARGUMENT:
        return first_argument_type(function);
    case KNOWN_ARRAY_OF_ARGUMENT:
        type = type_new(TYPE_ARRAY);
        type->item_type = first_argument_type(function);
        return type;
    default:
        return type_new(known->type);
    }
}

/* The first argument of the text search functions names a configuration. */
static bool is_text_search(const KnownFunction *known)
{
    return known->type == TYPE_PG_TSVECTOR || known->type == TYPE_PG_TSQUERY ||
           str_is(str_from(known->name), "ts_headline");
}

static void configure_text_search(Function *function)
{
    if (function->arguments.length < 2 || function->arguments.at[0]->kind != EXPR_BIND)
        return;
    ((BindParameter *)function->arguments.at[0])->column_element.type = type_new(TYPE_PG_REGCONFIG);
}

static void function_settle(Function *function)
{
    const KnownFunction *known = function->packages.length ? NULL : find_known(function->name);
    if (!known)
        return;
    function->name = function->identifier = intern(known->name);
    function->is_ansi = known->kind == KNOWN_ANSI;
    if (known->kind == KNOWN_COUNT && !function->arguments.length)
        vec_push(&function->arguments, ELEMENT(literal_column_new(str_from("*"), NULL)));
    if (is_text_search(known))
        configure_text_search(function);
    function->column_element.type = known_type(known, function);
}

/* --- making them ------------------------------------------------------------------------------ */

static void function_add(Function *function, Value argument)
{
    ClauseElement *element = element_from_value(argument, NULL);
    if (element_is_from(element))
        raise_expected("SQL expression element or literal value", argument);
    if (element->kind == EXPR_BIND && !element_find(argument))
        ((BindParameter *)element)->name = function->name;
    else
        element = element_self_group(element, SQL_COMMA);
    vec_push(&function->arguments, element);
}

Function *function_call_new(const char *name, size_t count, ClauseElement *const *arguments)
{
    Function *function = element_new(Function, EXPR_FUNCTION);
    function->name = str_from(name);
    for (size_t i = 0; i < count; i++)
        function_add(function, OBJ(arguments[i]));
    function_settle(function);
    return function;
}

static void function_start(Function *function, Str *name, const List *arguments,
                           const Dict *keywords)
{
    ELEMENT(function)->kind = EXPR_FUNCTION;
    if (!function->column_element.type)
        function->column_element.type = null_type();
    function->name = name;
    for (size_t i = 0; i < arguments->length; i++)
        function_add(function, arguments->at[i]);
    Value type = keywords ? dict_find_text(keywords, "type_") : UNSET;
    if (!is_absent(type))
        function->column_element.type = type_from_value(type);
}

/* Function("name", ...) */
#define FUNCTION_INIT(P)                                                                           \
    P(POS, str, name, Required) P(REST, list, clauses, Empty) P(KWREST, dict, keywords, Empty)
NATIVE(Function, init, FUNCTION_INIT)
{
    function_start(self, a->name, a->clauses, a->keywords);
    return OBJ(self);
}

/* class utcnow(FunctionElement): name = "utcnow" */
#define CLAUSES(P) P(REST, list, clauses, Empty) P(KWREST, dict, keywords, Empty)
NATIVE(FunctionElement, init, CLAUSES)
{
    Str *name =
        value_find_str(value_find_attr(OBJ(self->column_element.element.obj.class), N(name)));
    function_start(self, name ? name : class_name(self->column_element.element.obj.class),
                   a->clauses, a->keywords);
    return OBJ(self);
}

/* --- GenericFunction: classes of scripts found by name through func --------------------------- */

static Map script_functions; /* name -> class; filled as scripts define them */

static void generic_made(const Class *subclass, Dict *keywords)
{
    Str *name = value_find_str(value_find_attr(OBJ(subclass), intern("identifier")));
    if (!name)
        name = value_find_str(value_find_attr(OBJ(subclass), N(name)));
    map_put(&script_functions, str_lower_ascii(name ? name : class_name(subclass)),
            (void *)(uintptr_t)subclass);
}

/* --- func ------------------------------------------------------------------------------------- */

typedef struct FunctionGenerator {
    Obj obj;
    StrVec names;
} FunctionGenerator;

static Value generator_getattr(Value self, Str *name)
{
    if (str_starts_with(name, "__"))
        return UNSET;
    const FunctionGenerator *outer = (FunctionGenerator *)self.obj;
    FunctionGenerator *made = obj_new(FunctionGenerator);
    for (size_t i = 0; i < outer->names.length; i++)
        vec_push(&made->names, outer->names.at[i]);
    bool escaped = name->length > 1 && str_ends_with(name, "_"); /* func.any_() is any() */
    vec_push(&made->names, escaped ? str_slice_bytes(name, 0, name->length - 1) : name);
    return OBJ(made);
}

static Dict *call_keywords(const Call *given)
{
    Dict *keywords = dict_new();
    for (size_t i = 0; i < given->keyword_count; i++)
        dict_set_str(keywords, given->keywords[i], given->args[given->count + i]);
    return keywords;
}

/* func.cast(x, type), func.extract(field, x): the constructs of those names. */
static Value special_form(const Str *name, const Value *arguments)
{
    if (str_is(name, "cast")) {
        Type *type = type_from_value(arguments[1]);
        return OBJ(cast_new(element_from_value(arguments[0], type), type));
    }
    Extract *extract = element_new(Extract, EXPR_EXTRACT);
    extract->field = value_str(arguments[0]);
    extract->expression = element_from_value(arguments[1], NULL);
    extract->column_element.type = integer_type();
    return OBJ(extract);
}

static Value generator_call(Value self, const Call *given)
{
    const FunctionGenerator *generator = (FunctionGenerator *)self.obj;
    if (!generator->names.length)
        raise_type("'_FunctionGenerator' object is not callable: write func.name(...)");
    Str *name = generator->names.at[generator->names.length - 1];
    if (generator->names.length == 1 && given->count == 2 &&
        (str_is(name, "cast") || str_is(name, "extract")))
        return special_form(name, given->args);
    const Class *scripted = map_find(&script_functions, str_lower_ascii(name));
    if (scripted)
        return instantiate(scripted, given);
    Function *function = element_new(Function, EXPR_FUNCTION);
    for (size_t i = 0; i + 1 < generator->names.length; i++)
        vec_push(&function->packages, generator->names.at[i]);
    const KnownFunction *known = function->packages.length ? NULL : find_known(name);
    List *arguments = list_of(given->count, given->args);
    function_start(function, known ? intern(known->name) : name, arguments, NULL);
    function_settle(function);
    Value type = dict_find_text(call_keywords(given), "type_");
    if (!is_absent(type))
        function->column_element.type = type_from_value(type);
    return OBJ(function);
}

const Class FunctionGenerator_class = {
    CLASS_NAMED(FunctionGenerator, "_FunctionGenerator", "sqlalchemy.sql.functions", object),
    .getattr = generator_getattr,
    .call = generator_call,
};

Value function_generator(void)
{
    return OBJ(obj_new(FunctionGenerator));
}

/* --- over, filter, within_group --------------------------------------------------------------- */

static void order_items(ElementVec *out, Value given)
{
    if (is_absent(given))
        return;
    if (is_instance(given, &list_class) || is_instance(given, &tuple_class))
        elements_from(out, list_from(given), element_from_name);
    else
        vec_push(out, element_from_name(given));
}

static FrameBound frame_bound(Value v)
{
    if (is_none(v))
        return (FrameBound){.is_unbounded = true};
    if (v.tag != TAG_INT)
        raise_exception(&ArgumentError_class, "Integer or None expected for range value");
    return (FrameBound){.offset = v.integer};
}

static void set_frame(Over *over, FrameKind kind, Value given)
{
    if (is_none(given))
        return;
    if (over->frame != FRAME_NONE)
        raise_exception(&ArgumentError_class,
                        "only one of 'rows', 'range_', or 'groups' may be provided");
    const Tuple *pair = is_instance(given, &tuple_class) ? (Tuple *)given.obj : NULL;
    if (!pair || pair->length != 2)
        raise_exception(&ArgumentError_class, "2-tuple expected for range/rows");
    over->frame = kind;
    over->from = frame_bound(pair->at[0]);
    over->to = frame_bound(pair->at[1]);
}

static Value over_new(ClauseElement *element, Value partition_by, Value order_by, Value rows,
                      Value range, Value groups)
{
    Over *over = element_new(Over, EXPR_OVER);
    over->element = element;
    over->column_element.type = element_type(element);
    order_items(&over->partition_by, partition_by);
    order_items(&over->order_by, order_by);
    set_frame(over, FRAME_ROWS, rows);
    set_frame(over, FRAME_RANGE, range);
    set_frame(over, FRAME_GROUPS, groups);
    return OBJ(over);
}

#define OVER_PARAMS(P)                                                                             \
    P(KEY, any, partition_by, None)                                                                \
    P(KEY, any, order_by, None)                                                                    \
    P(KEY, any, rows, None) P(KEY, any, range_, None) P(KEY, any, groups, None)
#define OVER_METHOD(T)                                                                             \
    NATIVE(T, over, OVER_PARAMS)                                                                   \
    {                                                                                              \
        return over_new(ELEMENT(self), a->partition_by, a->order_by, a->rows, a->range_,           \
                        a->groups);                                                                \
    }
OVER_METHOD(FunctionElement)
OVER_METHOD(WithinGroup)
OVER_METHOD(FunctionFilter)

#define OVER_FUNCTION(P) P(POS, any, element, Required) OVER_PARAMS(P)
FUNCTION(expression, over, OVER_FUNCTION)
{
    ClauseElement *element = element_from_value(a->element, NULL);
    return over_new(element, a->partition_by, a->order_by, a->rows, a->range_, a->groups);
}

static Value filter_new(ClauseElement *function, const List *criteria)
{
    FunctionFilter *filter = element_new(FunctionFilter, EXPR_FILTER);
    filter->function = function;
    filter->column_element.type = element_type(function);
    ElementVec conditions = {0};
    elements_from(&conditions, criteria, element_from_condition);
    filter->criterion = boolean_join(SQL_AND, &conditions);
    return OBJ(filter);
}

#define FILTER(P) P(REST, list, criterion, Empty)
NATIVE(FunctionElement, filter, FILTER)
{
    return a->criterion->length ? filter_new(ELEMENT(self), a->criterion) : OBJ(self);
}

NATIVE(WithinGroup, filter, FILTER)
{
    return a->criterion->length ? filter_new(ELEMENT(self), a->criterion) : OBJ(self);
}

NATIVE(FunctionFilter, filter, FILTER)
{
    FunctionFilter *copy = element_clone(self);
    ElementVec conditions = {0};
    vec_push(&conditions, self->criterion);
    elements_from(&conditions, a->criterion, element_from_condition);
    copy->criterion = boolean_join(SQL_AND, &conditions);
    return OBJ(copy);
}

#define FUNCFILTER(P) P(POS, any, func, Required) P(REST, list, criterion, Empty)
FUNCTION(expression, funcfilter, FUNCFILTER)
{
    return filter_new(element_from_value(a->func, NULL), a->criterion);
}

/* mode(), percentile_cont(): the value that comes first, or between, in the given order. */
static bool picks_value(const ClauseElement *element)
{
    static const char *const names[] = {"mode", "percentile_cont", "percentile_disc"};
    const Function *function = element->kind == EXPR_FUNCTION ? (const Function *)element : NULL;
    for (size_t i = 0; function && i < COUNT_OF(names); i++)
        if (str_is(function->name, names[i]))
            return true;
    return false;
}

static Value within_group_new(ClauseElement *element, const List *order_by)
{
    WithinGroup *within = element_new(WithinGroup, EXPR_WITHIN_GROUP);
    within->element = element;
    within->column_element.type = element_type(element);
    elements_from(&within->order_by, order_by, element_from_name);
    if (within->order_by.length && picks_value(element)) {
        const ClauseElement *first = within->order_by.at[0];
        while (first->kind == EXPR_UNARY)
            first = ((const UnaryExpression *)first)->element;
        within->column_element.type = element_type(first);
    }
    return OBJ(within);
}

#define WITHIN_GROUP(P) P(REST, list, order_by, Empty)
NATIVE(FunctionElement, within_group, WITHIN_GROUP)
{
    return within_group_new(ELEMENT(self), a->order_by);
}

#define WITHIN_GROUP_FUNCTION(P) P(POS, any, element, Required) P(REST, list, order_by, Empty)
FUNCTION(expression, within_group, WITHIN_GROUP_FUNCTION)
{
    return within_group_new(element_from_value(a->element, NULL), a->order_by);
}

/* --- functions in FROM ------------------------------------------------------------------------ */

static Alias *function_alias(Function *self, Value name)
{
    Alias *alias = element_new(TableValuedAlias, EXPR_ALIAS);
    alias->element = ELEMENT(self);
    alias->name = is_absent(name) ? NULL : value_find_str(name);
    alias->is_table_valued = true;
    return alias;
}

#define ALIAS(P) P(POS, any, name, None) P(POS, bool, joins_implicitly, False)
NATIVE(FunctionElement, alias, ALIAS)
{
    Alias *alias = function_alias(self, a->name);
    ColumnCollection *columns = column_collection_new();
    Str *own = alias->name ? alias->name : self->name;
    ColumnClause *column = column_clause_new(own, element_type(ELEMENT(self)));
    column->table = &alias->from;
    column_collection_add(columns, own, column);
    alias->from.columns = columns;
    return OBJ(alias);
}

#define TABLE_VALUED(P)                                                                            \
    P(REST, list, columns, Empty)                                                                  \
    P(KEY, any, name, None) P(KEY, any, with_ordinality, None) P(KEY, bool, joins_implicitly, False)
NATIVE(FunctionElement, table_valued, TABLE_VALUED)
{
    Alias *alias = function_alias(self, a->name);
    if (!is_none(a->with_ordinality)) {
        alias->with_ordinality = true;
        list_append(a->columns, a->with_ordinality);
    }
    alias->from.columns = column_collection_new();
    for (size_t i = 0; i < a->columns->length; i++) {
        ClauseElement *given = element_from_column_name(a->columns->at[i]);
        ColumnClause *column = column_clause_new(element_result_name(given), element_type(given));
        column->table = &alias->from;
        column_collection_add(alias->from.columns, column->key, column);
    }
    return OBJ(alias);
}

/* A function with one column, as that column: SELECT x FROM unnest(...) AS x */
#define COLUMN_VALUED(P) P(POS, any, name, None) P(POS, bool, joins_implicitly, False)
NATIVE(FunctionElement, column_valued, COLUMN_VALUED)
{
    Alias *alias = function_alias(self, a->name);
    alias->from.columns = column_collection_new();
    ColumnClause *column =
        column_clause_new(alias->name ? alias->name : self->name, element_type(ELEMENT(self)));
    column->is_literal = true;
    alias->no_name = true;
    column->table = &alias->from;
    return OBJ(column);
}

NATIVE0(FunctionElement, select)
{
    return call_method(OBJ(function_alias(self, UNSET)), "select", 0, NULL);
}

NATIVE0(FunctionElement, clauses)
{
    List *list = list_new(self->arguments.length);
    for (size_t i = 0; i < self->arguments.length; i++)
        list_append(list, OBJ(self->arguments.at[i]));
    return OBJ(list);
}

const Export function_exports[] = {
    EXPORT_MAKE("func", function_generator),
    EXPORT_FUNCTION(expression, over),
    EXPORT_FUNCTION(expression, funcfilter),
    EXPORT_FUNCTION(expression, within_group),
    {0},
};

static const Field function_fields[] = {FIELD(Function, str, name, MUTABLE), {0}};
static const Method function_methods[] = {
    METHOD(FunctionElement, over),
    METHOD(FunctionElement, filter),
    METHOD(FunctionElement, within_group),
    METHOD(FunctionElement, alias),
    METHOD(FunctionElement, table_valued),
    METHOD(FunctionElement, column_valued),
    METHOD(FunctionElement, select),
    PROPERTY(FunctionElement, clauses),
    {0},
};
const Class FunctionElement_class = {
    CLASS(FunctionElement, "sqlalchemy.sql.functions", ColumnElement),
    .init = INIT(FunctionElement),
    .methods = function_methods,
};
static Str *function_repr(Value self)
{
    const Function *function = (const Function *)self.obj;
    return str_format("<sqlalchemy.sql.functions.%s at %p; %s>",
                      function->identifier ? function->identifier->text : "Function",
                      (const void *)function, function->name->text);
}

const Class Function_class = {
    CLASS(Function, "sqlalchemy.sql.functions", FunctionElement),
    .repr = function_repr,
    .init = INIT(Function),
    .fields = function_fields,
};
const Class GenericFunction_class = {
    CLASS(GenericFunction, "sqlalchemy.sql.functions", FunctionElement),
    .init = INIT(FunctionElement),
    .subclass_made = generic_made,
};
static const Method within_group_methods[] = {
    METHOD(WithinGroup, over), METHOD(WithinGroup, filter), {0}};
const Class WithinGroup_class = {
    CLASS(WithinGroup, "sqlalchemy.sql.elements", ColumnElement),
    .methods = within_group_methods,
};
static const Method filter_methods[] = {
    METHOD(FunctionFilter, over), METHOD(FunctionFilter, filter), {0}};
const Class FunctionFilter_class = {
    CLASS(FunctionFilter, "sqlalchemy.sql.elements", ColumnElement),
    .methods = filter_methods,
};
const Class Over_class = {CLASS(Over, "sqlalchemy.sql.elements", ColumnElement)};
