/* expr.h -- structs of the SQL expressions; see EXPR_LIST in schema.h. Included by schema.h.
 *
 * Elements are immutable once made: the methods that "change" one (select.where(), insert.values())
 * return a copy, as SQLAlchemy's generative methods do. Parentheses are elements of their own
 * (Grouping), put in when an expression is built, by the precedence of the operators (operators.c):
 * the writer adds none.
 *
 *     ColumnElement *c = binary_new(SQL_EQ, ELEMENT(column), ELEMENT(bind_new(NULL, INT(5),
 * type)));
 *
 * Errors: ArgumentError, InvalidRequestError, CompileError, TypeError with SQLAlchemy's texts.
 */
#ifndef RETORT_SCHEMA_EXPR_H
#define RETORT_SCHEMA_EXPR_H

/* The ClauseElement at the head of any struct of EXPR_LIST. */
#define ELEMENT(pointer) ((ClauseElement *)(pointer))

/* --- operators (operators.c) ------------------------------------------------------------------ */

/* X(NAME, sqlalchemy.sql.operators name, precedence, flags). Precedence decides
 * about parentheses. */
/* clang-format off */
#define SQL_OPERATOR_LIST(X) \
    X(NONE, "", 0, 0) X(FROM, "from_", 15, 0) X(ANY, "any_op", 15, 0) X(ALL, "all_op", 15, 0) \
    X(GETITEM, "getitem", 15, SQL_NATURAL) X(JSON_GETITEM, "json_getitem_op", 15, SQL_NATURAL) \
    X(JSON_PATH_GETITEM, "json_path_getitem_op", 15, SQL_NATURAL) \
    X(MUL, "mul", 8, SQL_COMMUTATIVE | SQL_NATURAL) X(TRUEDIV, "truediv", 8, 0) \
    X(FLOORDIV, "floordiv", 8, 0) X(MOD, "mod", 8, 0) X(NEG, "neg", 8, 0) \
    X(BITWISE_NOT, "bitwise_not_op", 8, 0) X(ADD, "add", 7, SQL_COMMUTATIVE | SQL_NATURAL) \
    X(SUB, "sub", 7, 0) X(BITWISE_XOR, "bitwise_xor_op", 7, 0) \
    X(BITWISE_OR, "bitwise_or_op", 7, 0) X(BITWISE_AND, "bitwise_and_op", 7, 0) \
    X(BITWISE_LSHIFT, "bitwise_lshift_op", 7, 0) X(BITWISE_RSHIFT, "bitwise_rshift_op", 7, 0) \
    X(FILTER, "filter_op", 6, 0) X(CONCAT, "concat_op", 5, SQL_NATURAL) \
    X(MATCH, "match_op", 5, SQL_COMPARISON) X(NOT_MATCH, "not_match_op", 5, SQL_COMPARISON) \
    X(REGEXP_MATCH, "regexp_match_op", 5, SQL_COMPARISON) \
    X(NOT_REGEXP_MATCH, "not_regexp_match_op", 5, SQL_COMPARISON) \
    X(REGEXP_REPLACE, "regexp_replace_op", 5, 0) X(ILIKE, "ilike_op", 5, SQL_COMPARISON) \
    X(NOT_ILIKE, "not_ilike_op", 5, SQL_COMPARISON) X(LIKE, "like_op", 5, SQL_COMPARISON) \
    X(NOT_LIKE, "not_like_op", 5, SQL_COMPARISON) \
    X(CONTAINS, "contains_op", -100, SQL_COMPARISON) \
    X(NOT_CONTAINS, "not_contains_op", -100, SQL_COMPARISON) \
    X(ICONTAINS, "icontains_op", -100, SQL_COMPARISON) \
    X(NOT_ICONTAINS, "not_icontains_op", -100, SQL_COMPARISON) \
    X(STARTSWITH, "startswith_op", -100, SQL_COMPARISON) \
    X(NOT_STARTSWITH, "not_startswith_op", -100, SQL_COMPARISON) \
    X(ISTARTSWITH, "istartswith_op", -100, SQL_COMPARISON) \
    X(NOT_ISTARTSWITH, "not_istartswith_op", -100, SQL_COMPARISON) \
    X(ENDSWITH, "endswith_op", -100, SQL_COMPARISON) \
    X(NOT_ENDSWITH, "not_endswith_op", -100, SQL_COMPARISON) \
    X(IENDSWITH, "iendswith_op", -100, SQL_COMPARISON) \
    X(NOT_IENDSWITH, "not_iendswith_op", -100, SQL_COMPARISON) X(IN, "in_op", 5, SQL_COMPARISON) \
    X(NOT_IN, "not_in_op", 5, SQL_COMPARISON) X(IS, "is_", 5, SQL_COMPARISON) \
    X(IS_NOT, "is_not", 5, SQL_COMPARISON) X(EQ, "eq", 5, SQL_COMPARISON | SQL_COMMUTATIVE) \
    X(NE, "ne", 5, SQL_COMPARISON | SQL_COMMUTATIVE) \
    X(IS_DISTINCT_FROM, "is_distinct_from", 5, SQL_COMPARISON) \
    X(IS_NOT_DISTINCT_FROM, "is_not_distinct_from", 5, SQL_COMPARISON) \
    X(GT, "gt", 5, SQL_COMPARISON) X(LT, "lt", 5, SQL_COMPARISON) X(GE, "ge", 5, SQL_COMPARISON) \
    X(LE, "le", 5, SQL_COMPARISON) X(BETWEEN, "between_op", 5, SQL_COMPARISON) \
    X(NOT_BETWEEN, "not_between_op", 5, SQL_COMPARISON) X(DISTINCT, "distinct_op", 5, 0) \
    X(NOT, "inv", 5, 0) X(IS_TRUE, "is_true", 5, 0) X(IS_FALSE, "is_false", 5, 0) \
    X(COLLATE, "collate", 4, 0) X(AND, "and_", 3, SQL_NATURAL) X(OR, "or_", 2, SQL_NATURAL) \
    X(DESC, "desc_op", 3, 0) X(ASC, "asc_op", 3, 0) X(NULLS_FIRST, "nulls_first_op", -100, 0) \
    X(NULLS_LAST, "nulls_last_op", -100, 0) X(EXISTS, "exists", 0, 0) \
    X(COMMA, "comma_op", -1, 0) X(AS, "as_", -1, 0) X(SLICE, "slice", -100, 0) \
    X(CUSTOM, "custom_op", 0, 0) X(AS_BOOLEAN, "_asbool", -10, 0)
/* clang-format on */

enum {
    SQL_COMPARISON = 1,
    SQL_COMMUTATIVE = 2,
    SQL_NATURAL = 4 /* (a op b) op c needs no parentheses */
};
#define SQL_OPERATOR_ENUM(name, python_name, precedence, flags) SQL_##name,
typedef enum SqlOperator { SQL_OPERATOR_LIST(SQL_OPERATOR_ENUM) SQL_OPERATOR_COUNT } SqlOperator;

/* column.op("@>", precedence=0, is_comparison=False, return_type=None); also the PostgreSQL
 * operators. */
typedef struct CustomOperator {
    Str *text;
    int64_t precedence;
    bool is_comparison, is_natural;
    Type *return_type;   /* NULL: that of the left side */
    bool eager_grouping; /* the PostgreSQL comparators' operators */
    bool takes_json_key; /* ->> and #>>: the right side is a key or a path of them */
} CustomOperator;

const char *sql_operator_name(SqlOperator op);
bool sql_operator_is(SqlOperator op, unsigned flag);
int sql_operator_precedence(SqlOperator op);

/* --- simple elements -------------------------------------------------------------------------- */

/* text("... :name ...") cut at its parameters: texts[0] binds[0] texts[1] binds[1] ... texts[n]. */
typedef struct TextClause {
    ColumnElement column_element; /* NullType; not a ColumnElement for scripts */
    Str *text;                    /* as written */
    StrVec texts;                 /* `\:` is already `:` */
    StrVec bind_names;
    Map binds; /* name -> BindParameter */
} TextClause;

typedef struct BindParameter {
    ColumnElement column_element;
    Str *name;      /* as given or made from a column; NULL = "param" */
    bool unique;    /* the writer appends _1, _2 ... */
    bool required;  /* no value yet */
    bool expanding; /* a list behind IN */
    bool literal_execute;
    bool is_wrapped;       /* its type's bind_expression() was asked */
    bool is_from_crud;     /* a value of INSERT or UPDATE: named like its column */
    Value value;           /* UNSET when required */
    Value callable;        /* callable_=..., or UNSET */
    bool is_tuple_list;    /* expanding: items are tuples */
    SqlOperator expand_op; /* expanding: SQL_IN or SQL_NOT_IN, for empty lists */
} BindParameter;

typedef ColumnElement Null, True_, False_;

typedef struct BinaryExpression {
    ColumnElement column_element;
    ClauseElement *left, *right;
    SqlOperator op, negate;                 /* negate: SQL_NONE when NOT has to be written */
    CustomOperator *custom, *custom_negate; /* op == SQL_CUSTOM */
    Value escape;                           /* LIKE ... ESCAPE 'x': a str, or UNSET */
    Value flags;                            /* regexp_match(flags=): a BindParameter, or UNSET */
    Dict *modifiers;                        /* postgresql_regconfig of match() ...; NULL = none */
} BinaryExpression;

typedef struct UnaryExpression {
    ColumnElement column_element;
    ClauseElement *element;
    SqlOperator op;       /* in front: NOT, -, DISTINCT, ANY, ALL; else SQL_NONE */
    SqlOperator modifier; /* behind: DESC, ASC, NULLS FIRST ...; else SQL_NONE   */
    CustomOperator *custom;
    SqlOperator negate;
    bool is_boolean_test; /* IS_TRUE / IS_FALSE of a boolean column: "x = 1" without native booleans
                           */
} UnaryExpression;

typedef struct BooleanClauseList {
    ColumnElement column_element;
    SqlOperator op; /* SQL_AND, SQL_OR */
    ElementVec items;
} BooleanClauseList;

typedef struct ClauseList {
    ColumnElement column_element;
    SqlOperator op; /* SQL_COMMA mostly */
    bool group;     /* gets parentheses as an operand */
    ElementVec items;
} ClauseList;

typedef struct TupleClause {
    ColumnElement column_element; /* TupleType */
    ElementVec items;
} TupleClause;

typedef struct Grouping {
    ColumnElement column_element;
    ClauseElement *element;
} Grouping;

typedef struct Between_ {
    ColumnElement column_element;
    ClauseElement *element, *low, *high;
    bool symmetric, negated;
} Between_;

/* --- functions -------------------------------------------------------------------------------- */

typedef struct Function {
    ColumnElement column_element;
    Str *name;
    StrVec packages; /* func.pkg.name() */
    ElementVec arguments;
    bool is_ansi;    /* CURRENT_TIMESTAMP: no parentheses without arguments */
    Str *identifier; /* of known functions: "now", "count"; NULL else */
    Tri quote;
    Sequence *sequence; /* next_value() */
} Function;

typedef struct FrameBound {
    bool is_unbounded;
    int64_t offset; /* < 0 preceding, 0 current row, > 0 following */
} FrameBound;
typedef enum FrameKind { FRAME_NONE, FRAME_RANGE, FRAME_ROWS, FRAME_GROUPS } FrameKind;

typedef struct Over {
    ColumnElement column_element;
    ClauseElement *element;
    ElementVec partition_by, order_by;
    FrameKind frame;
    FrameBound from, to;
} Over;
typedef struct WithinGroup {
    ColumnElement column_element;
    ClauseElement *element;
    ElementVec order_by;
} WithinGroup;
typedef struct FunctionFilter {
    ColumnElement column_element;
    ClauseElement *function;
    ClauseElement *criterion;
} FunctionFilter;

typedef struct Cast {
    ColumnElement column_element; /* its type is the target */
    ClauseElement *clause;
    bool is_try;
} Cast;
typedef struct TypeCoerce {
    ColumnElement column_element;
    ClauseElement *clause;
} TypeCoerce;
typedef struct Extract {
    ColumnElement column_element;
    Str *field;
    ClauseElement *expression;
} Extract;
typedef struct CollationClause {
    ColumnElement column_element;
    Str *collation;
} CollationClause;

typedef struct When {
    ClauseElement *condition, *result;
} When;
typedef struct Case {
    ColumnElement column_element;
    ClauseElement *value; /* CASE value WHEN; NULL else */
    VEC(When) whens;
    ClauseElement *otherwise;
} Case;

typedef struct Label {
    ColumnElement column_element;
    Str *name; /* NULL: anonymous, named by the writer */
    ClauseElement *element;
} Label;

typedef struct Exists {
    ColumnElement column_element;
    ClauseElement *select; /* a Select or CompoundSelect */
} Exists;

typedef struct ArrayLiteral {
    ColumnElement column_element; /* ARRAY */
    ElementVec items;
} ArrayLiteral;
typedef struct AggregateOrderBy {
    ColumnElement column_element;
    ClauseElement *target;
    ElementVec order_by;
} AggregateOrderBy;

/* --- FROM ------------------------------------------------------------------------------------- */

/* Alias, Subquery, Lateral, TableValuedAlias, and the head of Cte. */
typedef struct Alias {
    FromClause from;
    ClauseElement *element; /* table, select or function */
    Str *name;              /* NULL: anonymous, named by the writer */
    Str *base_name;         /* what an anonymous name starts with; NULL: as the element says */
    Tri quote;
    ClauseElement *sampling, *seed; /* TABLESAMPLE */
    bool is_table_valued, render_derived, derived_with_types, with_ordinality, no_name;
    ColumnElement scalar; /* of a table-valued function: unused else */
} Alias;
typedef Alias Subquery, Lateral, TableValuedAlias, TableSample, AliasedReturnsRows;

typedef struct Cte {
    Alias alias;
    bool recursive, nesting;
    struct Cte *restates;      /* cte.union(...): the same CTE with more in it */
    StrVec prefixes, suffixes; /* MATERIALIZED */
    Tri materialized;
} Cte;

typedef struct Join {
    FromClause from;
    ClauseElement *left, *right, *on;
    bool is_outer, is_full;
} Join;

typedef struct Values {
    FromClause from;
    Str *name;
    VEC(ColumnClause *) given; /* columns */
    List *rows;                /* of tuples */
    bool literal_binds, is_named;
} Values;

/* --- SELECT ----------------------------------------------------------------------------------- */

typedef struct ForUpdate {
    bool read, nowait, skip_locked, key_share;
    ElementVec of;
} ForUpdate;

typedef struct PrefixedText {
    ClauseElement *element;
    Str *dialect; /* "*" or NULL: any */
} PrefixedText;
typedef VEC(PrefixedText) PrefixedTextVec;

/* with_hint(): about an item of FROM or the table of an UPDATE; from NULL: about the statement. */
typedef struct Hint {
    ClauseElement *from;
    Str *text, *dialect;
} Hint;
typedef VEC(Hint) HintVec;

typedef enum CompoundKeyword {
    COMPOUND_UNION,
    COMPOUND_UNION_ALL,
    COMPOUND_EXCEPT,
    COMPOUND_EXCEPT_ALL,
    COMPOUND_INTERSECT,
    COMPOUND_INTERSECT_ALL
} CompoundKeyword;

/* What Select and CompoundSelect share. */
typedef struct GenerativeSelect {
    FromClause from; /* its columns: .selected_columns */
    ElementVec order_by, group_by;
    ClauseElement *limit, *offset, *fetch;
    bool fetch_ties, fetch_percent;
    ForUpdate *for_update;
    VEC(Cte *) ctes; /* add_cte() */
    Dict *execution_options, *parameters;
    Tuple *loader_options; /* options(), or NULL */
    bool use_labels; /* LABEL_STYLE_TABLENAME_PLUS_COL */
    bool no_labels;  /* LABEL_STYLE_NONE */
} GenerativeSelect;

typedef struct SelectJoin {
    ClauseElement *left, *right, *on; /* left NULL: the froms so far */
    bool is_outer, is_full;
} SelectJoin;

typedef struct Select {
    GenerativeSelect generative;
    ElementVec columns; /* a FromClause stands for all of its columns */
    ElementVec froms;   /* select_from() */
    VEC(SelectJoin) joins;
    ElementVec where, having;
    bool distinct;
    ElementVec distinct_on;
    ElementVec correlate, correlate_except;
    bool correlate_given, correlate_except_given;
    PrefixedTextVec prefixes, suffixes;
    HintVec hints;
} Select;

typedef struct CompoundSelect {
    GenerativeSelect generative;
    CompoundKeyword keyword;
    ElementVec selects;
} CompoundSelect;

typedef struct ScalarSelect {
    ColumnElement column_element;
    ClauseElement *select;
} ScalarSelect;

typedef struct TextualSelect {
    FromClause from;
    TextClause *text;
    VEC(ColumnClause *) given;
    bool positional;
    VEC(Cte *) ctes;
    Dict *execution_options;
} TextualSelect;

/* --- INSERT, UPDATE, DELETE ------------------------------------------------------------------- */

/* One column = value of VALUES or SET. */
typedef struct Assignment {
    Value key;   /* str or ColumnClause */
    Value value; /* plain value or element */
} Assignment;
typedef VEC(Assignment) AssignmentVec;

typedef struct OnConflict {
    Str *constraint;           /* ON CONSTRAINT x */
    ElementVec index_elements; /* columns; names stand as ColumnClause */
    VEC(Value) index_values;   /* as given: str or element */
    ClauseElement *index_where;
    bool do_update;
    AssignmentVec set;
    ClauseElement *where;
} OnConflict;

typedef struct Dml {
    ClauseElement element;
    ClauseElement *table;    /* TableClause, Table, Alias */
    AssignmentVec values;    /* one row */
    VEC(AssignmentVec) rows; /* values([{...}, {...}]) */
    bool values_given;       /* values() was called, perhaps with nothing */
    bool is_ordered;         /* ordered_values() */
    ElementVec where;
    ElementVec returning;
    bool returning_given;
    bool return_defaults;
    ElementVec return_defaults_columns;
    ClauseElement *select; /* INSERT ... SELECT */
    StrVec select_names;
    bool select_defaults; /* from_select(include_defaults=True) */
    bool is_inline;
    OnConflict *on_conflict;
    Alias *excluded;
    PrefixedTextVec prefixes;
    VEC(Cte *) ctes;
    Dict *execution_options, *parameters;
    HintVec hints;
} Dml;
typedef Dml Insert, Update, Delete, UpdateBase, ValuesBase;

/* --- classes ---------------------------------------------------------------------------------- */

extern const Class TextClause_class, BindParameter_class, Null_class, True__class, False__class,
    BinaryExpression_class, UnaryExpression_class, BooleanClauseList_class, ClauseList_class,
    TupleClause_class, Grouping_class, Between__class, Function_class, FunctionElement_class,
    GenericFunction_class, Over_class, WithinGroup_class, FunctionFilter_class, Cast_class,
    TypeCoerce_class, Extract_class, CollationClause_class, Case_class, Label_class, Exists_class,
    ArrayLiteral_class, AggregateOrderBy_class, AliasedReturnsRows_class, Alias_class,
    Subquery_class, Lateral_class, TableValuedAlias_class, TableSample_class, Cte_class, Join_class,
    Values_class, SelectBase_class, GenerativeSelect_class, Select_class, CompoundSelect_class,
    ScalarSelect_class, TextualSelect_class, UpdateBase_class, ValuesBase_class, Insert_class,
    Update_class, Delete_class, PostgresInsert_class, SqliteInsert_class, Executable_class,
    ColumnOperators_class, TypeOperators_class, BoundOperator_class, FunctionGenerator_class;

/* --- making elements -------------------------------------------------------------------------- */

TextClause *text_new(Str *text);
ColumnClause *column_clause_new(Str *name, Type *type);
ColumnClause *literal_column_new(Str *text, Type *type);
TableClause *table_clause_new(Str *name, Str *schema);
void table_clause_add(TableClause *table, ColumnClause *column);
/* name NULL: "param_1"; value UNSET: required. unique = the writer numbers it. */
BindParameter *bind_new(Str *name, Value value, Type *type, bool unique);
ClauseElement *null_new(void);
ClauseElement *boolean_constant_new(bool value);
/* Both sides are given parentheses as needed. type NULL: boolean for comparisons, else the left
 * side's. */
ColumnElement *binary_new(SqlOperator op, ClauseElement *left, ClauseElement *right, Type *type);
ColumnElement *binary_custom_new(const CustomOperator *op, ClauseElement *left,
                                 ClauseElement *right);
ColumnElement *unary_new(SqlOperator op, ClauseElement *element, Type *type);
ColumnElement *modifier_new(SqlOperator modifier, ClauseElement *element);
/* and_(...), or_(...) with SQLAlchemy's simplifications. */
ClauseElement *boolean_join(SqlOperator op, const ElementVec *items);
ClauseElement *element_not(ClauseElement *element);
ClauseList *clause_list_new(SqlOperator op, bool group);
Function *function_call_new(const char *name, size_t count, ClauseElement *const *arguments);
Cast *cast_new(ClauseElement *clause, Type *type);
Label *label_new(Str *name, ClauseElement *element);
ClauseElement *grouping_new(ClauseElement *element);
/* The element as an operand of `against`: itself, or in parentheses. SQL_NONE: as a subquery would
 * stand alone. */
ClauseElement *element_self_group(ClauseElement *element, SqlOperator against);
ClauseElement *element_self_group_custom(ClauseElement *element, SqlOperator against,
                                         const CustomOperator *custom);
Alias *alias_new(ClauseElement *element, Str *name);

/* --- asking and coercing ---------------------------------------------------------------------- */

/* The type of any element; NullType when it has none. Never NULL. */
Type *element_type(const ClauseElement *element);
/* comparator.c: what the comparator_factory of a script's own type gives `element` by that name; raises
 * AttributeError, as the reference's ColumnElement.__getattr__ does. UNSET: a name with __, which only classes have. */
Value comparator_find(ClauseElement *element, Str *name);
_Noreturn void raise_no_operator(const ClauseElement *element, const char *comparator,
                                 const char *name);
/* Any value as an expression: elements stay, __clause_element__() is called, a plain value becomes
 * a bind parameter of that type (NULL: the type of the value). A select becomes a scalar subquery.
 */
ClauseElement *element_from_value(Value v, Type *type);
/* The same, or NULL when the value is no element and cannot be asked for one. */
ClauseElement *element_find(Value v);
/* A condition: where(), and_(): True, False, None, elements; a str is an ArgumentError. */
ClauseElement *element_from_condition(Value v);
/* ORDER BY, GROUP BY: a str names a column or label. */
ClauseElement *element_from_name(Value v);
/* A FROM item. `what` names the place in errors. */
ClauseElement *element_from_from(Value v);
ClauseElement *element_from_correlated(Value v);
/* Whether a boolean operator made it or it has a Boolean type. */
bool element_is_boolean(const ClauseElement *element);
bool element_is_select(const ClauseElement *element); /* Select, CompoundSelect, TextualSelect */
bool element_is_from(const ClauseElement *element);   /* stands in FROM                         */
/* The name it has in a result ("id", "anon"), or NULL. */
Str *element_result_name(const ClauseElement *element);
/* Calls visit for the element and everything inside it, depth first; visit returns false to stop
 * there. */
typedef bool (*ElementVisit)(ClauseElement *element, void *data);
void element_walk(ClauseElement *element, ElementVisit visit, void *data);
/* A shallow copy of any element. */
void *element_clone(const void *element);

/* .c of what stands in FROM; the columns a SELECT yields. */
ColumnCollection *column_collection_new(void);
void column_collection_add(ColumnCollection *columns, Str *key, ColumnClause *column);
/* The columns a statement or FROM item yields, each an element; FROM items in the list are spread.
 */
ElementVec select_result_columns(const ClauseElement *select);
/* What stands in the FROM of a SELECT, joins made, correlation not yet applied. */
ElementVec select_froms(const Select *select);
/* The FROM items an expression mentions, subqueries not entered. */
void element_collect_froms(ClauseElement *element, ElementVec *found);
/* The FROM items inside a join. */
void join_collect_parts(const ClauseElement *element, ElementVec *parts);
Str *from_name(const ClauseElement *from); /* table or alias name, NULL when anonymous */

/* --- hooks for the floors above --------------------------------------------------------------- */

/* The dialect whose text str(element) shows because no other has the construct: "postgresql" for
 * postgresql.insert(), array(); NULL for plain elements. */
const char *element_own_dialect(const ClauseElement *element);
/* What compile() returns: str() of it is the text. */
typedef struct Compiled {
    Obj obj;
    Str *string;
    Dict *params; /* name -> value; NULL = none */
    ClauseElement *statement;
    Value dialect;
} Compiled;
extern const Class Compiled_class;
/* element.compile(): who fills a Compiled; NULL falls back to the stringifier. dialect NONE = no
 * dialect. */
typedef Compiled *(*ElementCompiler)(ClauseElement *element, Value dialect,
                                     const Dict *compile_keywords);
void schema_set_compiler(ElementCompiler compiler);
/* str(element): who writes SQL. */
typedef Str *(*ElementStringifier)(ClauseElement *element, Value dialect, bool literal_binds);
void schema_set_stringifier(ElementStringifier stringifier);
Str *element_text(ClauseElement *element, Value dialect, bool literal_binds);

/* --- exports ---------------------------------------------------------------------------------- */

/* Functions live in the table of their file. For a ModuleDef: `{EXPRESSION_EXPORTS, my_table,
 * NULL}`. sqlalchemy, sqlalchemy.sql, sqlalchemy.sql.expression, sqlalchemy.future ... */
#define EXPRESSION_EXPORTS                                                                         \
    boolean_exports, text_exports, bind_exports, column_exports, table_exports, function_exports,  \
        cast_exports, order_exports, select_exports, alias_exports, values_exports, dml_exports
extern const Export boolean_exports[], text_exports[], bind_exports[], column_exports[],
    table_exports[], function_exports[], cast_exports[], order_exports[], select_exports[],
    alias_exports[], values_exports[], dml_exports[];
/* ClauseElement, BindParameter ...: sqlalchemy.sql.expression, .elements, .selectable, .functions,
 * .dml */
extern const Export expression_class_exports[];
/* sqlalchemy.dialects.postgresql: array, aggregate_order_by, to_tsquery ...; insert and Insert */
extern const Export postgres_expression_exports[], postgres_dml_exports[];
extern const Export sqlite_expression_exports[]; /* insert */

#endif
