/* ast_dump.c -- a tree as lisp on one line, for tests and `retort debug ast`. The rows below name
 * the fields of each kind in the order of ast.h; spans are left out. */
#include "py/ast.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

typedef enum FieldType {
    FIELD_NODE,      /* Node *, - when NULL     */
    FIELD_LIST,      /* NodeList *: [a b]       */
    FIELD_NAME,      /* Str *, - when NULL      */
    FIELD_FLAG,      /* bool: 0 or 1            */
    FIELD_NUMBER,    /* uint32_t                */
    FIELD_CHARACTER, /* char, - when 0         */
    FIELD_BINARY,    /* the operators' spelling */
    FIELD_UNARY,
    FIELD_BOOLEAN,
    FIELD_COMPREHENSION,
} FieldType;

typedef struct FieldRow {
    uint8_t type; /* FieldType + 1; 0 ends the row */
    uint8_t offset;
} FieldRow;

enum { FIELDS_MAX = 8 };

#define F(type, member)                                                                            \
    {                                                                                              \
        FIELD_##type + 1, offsetof(Node, member)                                                   \
    }
static const FieldRow rows[NODE_KIND_COUNT][FIELDS_MAX] = {
    [NODE_MODULE] = {F(LIST, module.body)},
    [NODE_EXPRESSION] = {F(NODE, expression.value)},
    [NODE_ASSIGN] = {F(LIST, assign.targets), F(NODE, assign.value)},
    [NODE_AUGMENTED] = {F(NODE, augmented.target), F(BINARY, augmented.op),
                        F(NODE, augmented.value)},
    [NODE_ANNOTATED] = {F(NODE, annotated.target), F(NODE, annotated.annotation),
                        F(NODE, annotated.value), F(FLAG, annotated.simple)},
    [NODE_RETURN] = {F(NODE, return_.value)},
    [NODE_DELETE] = {F(LIST, delete.targets)},
    [NODE_FOR] = {F(NODE, for_.target), F(NODE, for_.iterable), F(LIST, for_.body),
                  F(LIST, for_.orelse), F(FLAG, for_.is_async)},
    [NODE_WHILE] = {F(NODE, while_.test), F(LIST, while_.body), F(LIST, while_.orelse)},
    [NODE_IF] = {F(NODE, if_.test), F(LIST, if_.body), F(LIST, if_.orelse)},
    [NODE_WITH] = {F(LIST, with.items), F(LIST, with.body), F(FLAG, with.is_async)},
    [NODE_WITH_ITEM] = {F(NODE, with_item.context), F(NODE, with_item.target)},
    [NODE_RAISE] = {F(NODE, raise.exception), F(NODE, raise.cause)},
    [NODE_TRY] = {F(LIST, try_.body), F(LIST, try_.handlers), F(LIST, try_.orelse),
                  F(LIST, try_.finally), F(FLAG, try_.is_group)},
    [NODE_HANDLER] = {F(NODE, handler.type), F(NAME, handler.name), F(LIST, handler.body)},
    [NODE_ASSERT] = {F(NODE, assert_.test), F(NODE, assert_.message)},
    [NODE_IMPORT] = {F(LIST, import.names)},
    [NODE_IMPORT_FROM] = {F(NAME, import_from.module), F(LIST, import_from.names),
                          F(NUMBER, import_from.level)},
    [NODE_ALIAS] = {F(NAME, alias.name), F(NAME, alias.as_name)},
    [NODE_GLOBAL] = {F(LIST, global.names)},
    [NODE_NONLOCAL] = {F(LIST, nonlocal.names)},
    [NODE_FUNCTION] = {F(NAME, function.name), F(LIST, function.type_parameters),
                       F(NODE, function.parameters), F(NODE, function.returns),
                       F(LIST, function.body), F(LIST, function.decorators),
                       F(FLAG, function.is_async)},
    [NODE_CLASS] = {F(NAME, class_.name), F(LIST, class_.type_parameters),
                    F(LIST, class_.arguments), F(LIST, class_.keywords), F(LIST, class_.body),
                    F(LIST, class_.decorators)},
    [NODE_TYPE_ALIAS] = {F(NODE, type_alias.name), F(LIST, type_alias.type_parameters),
                         F(NODE, type_alias.value)},
    [NODE_TYPE_PARAMETER] = {F(NAME, type_parameter.name), F(NODE, type_parameter.bound),
                             F(NUMBER, type_parameter.type)},
    [NODE_MATCH] = {F(NODE, match.subject), F(LIST, match.cases)},
    [NODE_CASE] = {F(NODE, case_.pattern), F(NODE, case_.guard), F(LIST, case_.body)},
    [NODE_PATTERN_VALUE] = {F(NODE, pattern_value.value)},
    [NODE_PATTERN_SINGLETON] = {F(NODE, pattern_singleton.value)},
    [NODE_PATTERN_SEQUENCE] = {F(LIST, pattern_sequence.patterns)},
    [NODE_PATTERN_MAPPING] = {F(LIST, pattern_mapping.keys), F(LIST, pattern_mapping.patterns),
                              F(NAME, pattern_mapping.rest)},
    [NODE_PATTERN_CLASS] = {F(NODE, pattern_class.class_name), F(LIST, pattern_class.patterns),
                            F(LIST, pattern_class.keywords)},
    [NODE_PATTERN_KEYWORD] = {F(NAME, pattern_keyword.name), F(NODE, pattern_keyword.pattern)},
    [NODE_PATTERN_STAR] = {F(NAME, pattern_star.name)},
    [NODE_PATTERN_AS] = {F(NODE, pattern_as.pattern), F(NAME, pattern_as.name)},
    [NODE_PATTERN_OR] = {F(LIST, pattern_or.patterns)},
    [NODE_NAME] = {F(NAME, name.id)},
    [NODE_JOINED] = {F(LIST, joined.parts)},
    [NODE_FORMATTED] = {F(NODE, formatted.value), F(CHARACTER, formatted.conversion),
                        F(NODE, formatted.spec)},
    [NODE_BOOLEAN] = {F(BOOLEAN, boolean.op), F(LIST, boolean.values)},
    [NODE_BINARY] = {F(BINARY, binary.op), F(NODE, binary.left), F(NODE, binary.right)},
    [NODE_UNARY] = {F(UNARY, unary.op), F(NODE, unary.operand)},
    [NODE_LAMBDA] = {F(NODE, lambda.parameters), F(NODE, lambda.body)},
    [NODE_CONDITIONAL] = {F(NODE, conditional.test), F(NODE, conditional.body),
                          F(NODE, conditional.orelse)},
    [NODE_DICT] = {F(LIST, dict.keys), F(LIST, dict.values)},
    [NODE_SET] = {F(LIST, set.items)},
    [NODE_LIST] = {F(LIST, list.items)},
    [NODE_TUPLE] = {F(LIST, tuple.items)},
    [NODE_COMPREHENSION] = {F(COMPREHENSION, comprehension.type), F(NODE, comprehension.element),
                            F(NODE, comprehension.value), F(LIST, comprehension.clauses)},
    [NODE_CLAUSE] = {F(NODE, clause.target), F(NODE, clause.iterable), F(LIST, clause.conditions),
                     F(FLAG, clause.is_async)},
    [NODE_AWAIT] = {F(NODE, await.value)},
    [NODE_YIELD] = {F(NODE, yield.value)},
    [NODE_YIELD_FROM] = {F(NODE, yield_from.value)},
    [NODE_CALL] = {F(NODE, call.callee), F(LIST, call.arguments), F(LIST, call.keywords)},
    [NODE_KEYWORD] = {F(NAME, keyword.name), F(NODE, keyword.value)},
    [NODE_ATTRIBUTE] = {F(NODE, attribute.value), F(NAME, attribute.name)},
    [NODE_SUBSCRIPT] = {F(NODE, subscript.value), F(NODE, subscript.index)},
    [NODE_SLICE] = {F(NODE, slice.lower), F(NODE, slice.upper), F(NODE, slice.step)},
    [NODE_STARRED] = {F(NODE, starred.value)},
    [NODE_NAMED] = {F(NODE, named.target), F(NODE, named.value)},
    [NODE_PARAMETERS] = {F(LIST, parameters.positional), F(NUMBER, parameters.only_positional),
                         F(NODE, parameters.rest), F(LIST, parameters.only_keyword),
                         F(NODE, parameters.keywords)},
    [NODE_PARAMETER] = {F(NAME, parameter.name), F(NODE, parameter.annotation),
                        F(NODE, parameter.default_value)},
};
#undef F

static void dump_node(Buf *out, const Node *n);

/* --- constants -------------------------------------------------------------------------------- */

/* Quoted; what is not printable ASCII as \xHH of its bytes. */
static void dump_bytes(Buf *out, const char *bytes, size_t length)
{
    buf_char(out, '"');
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        if (c == '"' || c == '\\')
            buf_format(out, "\\%c", c);
        else if (c < 0x20 || c > 0x7E)
            buf_format(out, "\\x%02x", c);
        else
            buf_char(out, (char)c);
    }
    buf_char(out, '"');
}

/* The shortest text that reads back as the same number. */
static void dump_number(Buf *out, double number)
{
    char text[40];
    for (int precision = 1; precision <= 17; precision++) {
        snprintf(text, sizeof text, "%.*g", precision, number);
        if (strtod(text, NULL) == number)
            break;
    }
    buf_text(out, text);
}

static void dump_constant(Buf *out, const Node *n)
{
    static const char *const singletons[] = {"None", "True", "False", "..."};
    switch (n->constant.type) {
    case CONSTANT_INT:
        buf_format(out, "%lld", (long long)n->constant.integer);
        break;
    case CONSTANT_BIGINT:
        buf_add(out, n->constant.string);
        break;
    case CONSTANT_FLOAT:
        buf_text(out, "float ");
        dump_number(out, n->constant.number);
        break;
    case CONSTANT_IMAGINARY:
        dump_number(out, n->constant.number);
        buf_char(out, 'j');
        break;
    case CONSTANT_STR:
        dump_bytes(out, n->constant.string->text, n->constant.string->length);
        break;
    case CONSTANT_BYTES:
        buf_char(out, 'b');
        dump_bytes(out, n->constant.bytes, n->constant.length);
        break;
    default:
        buf_text(out, singletons[n->constant.type]);
    }
}

/* --- the rest --------------------------------------------------------------------------------- */

static void dump_list(Buf *out, const NodeList *list)
{
    buf_char(out, '[');
    for (size_t i = 0; i < list->length; i++) {
        if (i > 0)
            buf_char(out, ' ');
        dump_node(out, list->at[i]);
    }
    buf_char(out, ']');
}

static void dump_compare(Buf *out, const Node *n)
{
    buf_char(out, ' ');
    dump_node(out, n->compare.left);
    for (size_t i = 0; i < n->compare.rights->length; i++) {
        buf_format(out, " %s ", compare_operator_text((CompareOperator)n->compare.ops[i]));
        dump_node(out, n->compare.rights->at[i]);
    }
}

static void dump_field(Buf *out, const void *field, FieldType type)
{
    static const char *const comprehensions[] = {"list", "set", "dict", "generator"};
    switch (type) {
    case FIELD_NODE:
        dump_node(out, *(Node *const *)field);
        break;
    case FIELD_LIST:
        dump_list(out, *(NodeList *const *)field);
        break;
    case FIELD_NAME: {
        const Str *name = *(Str *const *)field;
        buf_text(out, name ? name->text : "-");
        break;
    }
    case FIELD_FLAG:
        buf_char(out, *(const bool *)field ? '1' : '0');
        break;
    case FIELD_NUMBER:
        buf_format(out, "%u", *(const uint32_t *)field);
        break;
    case FIELD_CHARACTER:
        buf_char(out, *(const char *)field ? *(const char *)field : '-');
        break;
    case FIELD_BINARY:
        buf_text(out, binary_operator_text(*(const BinaryOperator *)field));
        break;
    case FIELD_UNARY:
        buf_text(out, unary_operator_text(*(const UnaryOperator *)field));
        break;
    case FIELD_BOOLEAN:
        buf_text(out, *(const BooleanOperator *)field == BOOLEAN_AND ? "and" : "or");
        break;
    case FIELD_COMPREHENSION:
        buf_text(out, comprehensions[*(const ComprehensionType *)field]);
        break;
    }
}

static void dump_fields(Buf *out, const Node *n)
{
    for (const FieldRow *row = rows[n->kind]; row < rows[n->kind] + FIELDS_MAX && row->type;
         row++) {
        buf_char(out, ' ');
        dump_field(out, (const char *)n + row->offset, (FieldType)(row->type - 1));
    }
}

static void dump_node(Buf *out, const Node *n)
{
    if (!n) {
        buf_char(out, '-');
        return;
    }
    buf_format(out, "(%s", node_kind_name(n->kind));
    if (n->kind == NODE_CONSTANT) {
        buf_char(out, ' ');
        dump_constant(out, n);
    } else if (n->kind == NODE_COMPARE) {
        dump_compare(out, n);
    } else {
        dump_fields(out, n);
    }
    buf_char(out, ')');
}

Str *node_dump(const Node *n)
{
    Buf out = {0};
    dump_node(&out, n);
    return buf_str(&out);
}
