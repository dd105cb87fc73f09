/* diff_text.c -- operations as differences that people read, one a line, and programs take apart. */
#include "autogen/inside.h"

typedef void (*Describe)(const MigrateOperation *op, DifferenceVec *out);

static Str *table_text(const MigrateOperation *op)
{
    return op->table_name ? qualified_name(op->schema, op->table_name) : str_from("?");
}

static Difference *add(DifferenceVec *out, const MigrateOperation *op, const char *kind)
{
    Difference difference = {.kind = str_from(kind), .schema = op->schema, .table = op->table_name};
    vec_push(out, difference);
    return &out->at[out->length - 1];
}

static Str *type_text(const Type *type)
{
    return value_repr(OBJ(type));
}

static Str *names_text(const List *list)
{
    Buf out = {0};
    for (size_t i = 0; list && i < list->length; i++) {
        const ColumnClause *column = as(ColumnClause, list->at[i]);
        Str *name = column ? column->name : value_find_str(list->at[i]);
        const ClauseElement *element = name ? NULL : as(ClauseElement, list->at[i]);
        Str *text = name                 ? name
                    : element            ? sql_inline_text(&generic_dialect, (ClauseElement *)(uintptr_t)element)
                                         : value_str(list->at[i]);
        buf_format(&out, "%s%s", i ? ", " : "", text->text);
    }
    return buf_str(&out);
}

/* --- tables ---------------------------------------------------------------------------------------------------- */

static Pos source_pos(const MigrateOperation *op)
{
    const Table *table = op->source ? as(Table, OBJ(op->source)) : NULL;
    return table ? table->pos : (Pos){0};
}

static void describe_create_table(const MigrateOperation *op, DifferenceVec *out)
{
    Difference *d = add(out, op, "add_table");
    d->text = str_format("add table %s", table_text(op)->text);
    d->pos = source_pos(op);
}

static void describe_drop_table(const MigrateOperation *op, DifferenceVec *out)
{
    add(out, op, "remove_table")->text = str_format("remove table %s", table_text(op)->text);
}

static void describe_rename_table(const MigrateOperation *op, DifferenceVec *out)
{
    add(out, op, "rename_table")->text =
        str_format("rename table %s to %s", table_text(op)->text, op->new_table_name->text);
}

static void describe_comment(const MigrateOperation *op, DifferenceVec *out)
{
    bool removed = op->kind == OP_DROP_TABLE_COMMENT;
    Difference *d = add(out, op, removed ? "remove_table_comment" : "add_table_comment");
    d->text = removed ? str_format("remove comment of table %s", table_text(op)->text)
                      : str_format("change comment of table %s from %s to %s", table_text(op)->text,
                                   name_repr(op->existing_table_comment), name_repr(op->comment));
    d->pos = source_pos(op);
}

/* --- columns --------------------------------------------------------------------------------------------------- */

static void describe_add_column(const MigrateOperation *op, DifferenceVec *out)
{
    Difference *d = add(out, op, "add_column");
    d->column = column_name(op->column);
    d->pos = op->column->pos;
    d->text = str_format("add column %s.%s %s%s", table_text(op)->text, d->column->text,
                         type_text(column_type(op->column))->text, op->column->nullable ? "" : " NOT NULL");
}

static void describe_drop_column(const MigrateOperation *op, DifferenceVec *out)
{
    Difference *d = add(out, op, "remove_column");
    d->column = op->column_name;
    d->text = str_format("remove column %s.%s", table_text(op)->text, op->column_name->text);
}

/* The DEFAULT as people know it. */
static const char *default_text(Value v)
{
    const ServerDefault *given = as(ServerDefault, v);
    const Identity *identity = as(Identity, v);
    const Computed *computed = as(Computed, v);
    if (identity)
        return value_repr(v)->text;
    if (computed)
        return str_format("Computed(%s)", sql_inline_text(&generic_dialect, computed->sqltext)->text)->text;
    if (!given || !is_set(given->argument))
        return is_absent(v) ? "none" : value_str(v)->text;
    ClauseElement *element = as(ClauseElement, given->argument);
    return element ? sql_inline_text(&generic_dialect, element)->text : value_repr(given->argument)->text;
}

static void change(const MigrateOperation *op, DifferenceVec *out, const char *kind, const char *what,
                   const char *from, const char *to)
{
    Difference *d = add(out, op, kind);
    d->column = op->column_name;
    const Column *model = op->source ? as(Column, OBJ(op->source)) : NULL;
    d->pos = model ? model->pos : (Pos){0};
    d->text = str_format("change %s of %s.%s from %s to %s", what, table_text(op)->text, op->column_name->text,
                         from, to);
}

static const char *comment_text(Value v)
{
    return is_absent(v) ? "none" : value_repr(v)->text;
}

static void describe_alter_column(const MigrateOperation *op, DifferenceVec *out)
{
    if (op->modify_type)
        change(op, out, "modify_type", "type", op->existing_type ? type_text(op->existing_type)->text : "unknown",
               type_text(op->modify_type)->text);
    if (op->modify_nullable != TRI_UNSET)
        change(op, out, "modify_nullable", "nullability",
               op->existing_nullable == TRI_FALSE ? "NOT NULL" : "NULL",
               op->modify_nullable == TRI_FALSE ? "NOT NULL" : "NULL");
    if (is_set(op->modify_server_default))
        change(op, out, "modify_default", "default", default_text(op->existing_server_default),
               default_text(op->modify_server_default));
    if (is_set(op->modify_comment))
        change(op, out, "modify_comment", "comment", comment_text(op->existing_comment),
               comment_text(op->modify_comment));
}

/* --- indexes and constraints ----------------------------------------------------------------------------------- */

/* What else is said of an index or a foreign key, as SQL has it: both of a pair that looks alike differ here. */
static const struct {
    const char *keyword, *format;
} options[] = {
    {"postgresql_using", " USING %s"},
    {"postgresql_include", " INCLUDE %s"},
    {"postgresql_ops", " with operator classes %s"},
    {"postgresql_with", " WITH %s"},
    {"postgresql_nulls_not_distinct", " NULLS NOT DISTINCT: %s"},
    {"postgresql_where", " WHERE %s"},
    {"sqlite_where", " WHERE %s"},
    {"match", " MATCH %s"},
    {"onupdate", " ON UPDATE %s"},
    {"ondelete", " ON DELETE %s"},
    {"deferrable", " DEFERRABLE: %s"},
    {"initially", " INITIALLY %s"},
    {"postgresql_not_valid", " NOT VALID: %s"},
};

static Str *pairs_text(const Dict *dict)
{
    Buf out = {0};
    DictEntry *entry;
    for (size_t i = 0; (entry = dict_next(dict, &i));)
        buf_format(&out, "%s%s %s", out.length ? ", " : "", value_str(entry->key)->text,
                   value_str(entry->value)->text);
    return buf_str(&out);
}

static Str *option_value(Value v)
{
    ClauseElement *element = as(ClauseElement, v);
    const List *list = value_as(v, &list_class);
    const Dict *dict = value_as(v, &dict_class);
    if (list || dict)
        return str_format("(%s)", (list ? names_text(list) : pairs_text(dict))->text);
    return element ? sql_inline_text(&generic_dialect, element) : value_str(v);
}

static Str *options_text(const MigrateOperation *op)
{
    Buf out = {0};
    for (size_t i = 0; op->kw && i < COUNT_OF(options); i++) {
        Value v = dict_find_text(op->kw, options[i].keyword);
        if (!is_absent(v))
            buf_add(&out, str_format(options[i].format, option_value(v)->text));
    }
    return buf_str(&out);
}

static void describe_index(const MigrateOperation *op, DifferenceVec *out)
{
    bool removed = op->kind == OP_DROP_INDEX;
    const MigrateOperation *whole = removed && op->reverse ? op->reverse : op;
    Difference *d = add(out, op, removed ? "remove_index" : "add_index");
    const Index *index = op->source ? as(Index, OBJ(op->source)) : NULL;
    d->name = op->name;
    d->pos = index && !removed ? index->pos : (Pos){0};
    d->text = str_format("%s %sindex %s on %s (%s)%s", removed ? "remove" : "add",
                         whole->unique == TRI_TRUE ? "unique " : "",
                         op->name ? op->name->text : "(unnamed)", table_text(op)->text,
                         names_text(whole->index_columns)->text, options_text(whole)->text);
}

static const struct {
    OpKind kind;
    const char *word;
} constraint_words[] = {
    {OP_CREATE_PRIMARY_KEY, "primary key"}, {OP_CREATE_UNIQUE, "unique constraint"},
    {OP_CREATE_FOREIGN_KEY, "foreign key"}, {OP_CREATE_CHECK, "check constraint"},
    {OP_CREATE_EXCLUDE, "exclude constraint"},
};

static const char *constraint_word(const MigrateOperation *op)
{
    for (size_t i = 0; i < COUNT_OF(constraint_words); i++)
        if (constraint_words[i].kind == op->kind)
            return constraint_words[i].word;
    return "constraint";
}

static Str *condition_text(const MigrateOperation *op)
{
    ClauseElement *element = as(ClauseElement, op->condition);
    return element ? sql_inline_text(&generic_dialect, element) : value_str(op->condition);
}

/* What stands behind the name: columns, target, condition. */
static Str *constraint_details(const MigrateOperation *op)
{
    if (op->kind == OP_CREATE_CHECK)
        return str_format(" (%s)", condition_text(op)->text);
    if (op->kind == OP_CREATE_FOREIGN_KEY)
        return str_format(" (%s) to %s (%s)%s", names_text(op->column_names)->text,
                          qualified_name(op->referent_schema, op->referent_table)->text,
                          names_text(op->remote_columns)->text, options_text(op)->text);
    return op->column_names ? str_format(" (%s)", names_text(op->column_names)->text) : str_empty;
}

static void describe_constraint(const MigrateOperation *op, DifferenceVec *out)
{
    bool removed = op->kind == OP_DROP_CONSTRAINT;
    const MigrateOperation *whole = removed && op->reverse ? op->reverse : op;
    bool key = whole->kind == OP_CREATE_FOREIGN_KEY;
    const char *kind = removed ? (key ? "remove_fk" : "remove_constraint") : key ? "add_fk" : "add_constraint";
    Difference *d = add(out, op, kind);
    const Constraint *model = removed || !op->source ? NULL : as(Constraint, OBJ(op->source));
    d->name = op->name;
    d->pos = model ? model->pos : (Pos){0};
    d->text = str_format("%s %s%s%s on %s%s", removed ? "remove" : "add", constraint_word(whole),
                         op->name ? " " : "", op->name ? op->name->text : "", table_text(op)->text,
                         constraint_details(whole)->text);
}

/* --- places ------------------------------------------------------------------------------------------------------- */

static const char *line_after(const char *line)
{
    const char *end = strchr(line, '\n');
    return end ? end + 1 : line + strlen(line);
}

static bool declares(const char *text, const Str *name)
{
    if (strncmp(text, name->text, name->length) != 0)
        return false;
    text += name->length;
    return text[strspn(text, " ")] == ':';
}

/* The line of `name:` in the body of the class that begins at a line; 0: none, or no class there. */
static uint32_t annotation_line(const Str *text, uint32_t class_line, const Str *name)
{
    const char *at = text->text;
    for (uint32_t i = 1; i < class_line && *at; i++)
        at = line_after(at);
    size_t outer = strspn(at, " \t");
    if (strncmp(at + outer, "class ", strlen("class ")) != 0)
        return 0;
    for (uint32_t line = class_line + 1; *(at = line_after(at)); line++) {
        size_t inner = strspn(at, " \t");
        if (strchr("\r\n#)", at[inner])) /* blank, a comment, the end of the bases */
            continue;
        if (inner <= outer)
            return 0;
        if (declares(at + inner, name))
            return line;
    }
    return 0;
}

/* `name: Mapped[str]` leaves no place of its own, only that of its class: the line is looked up in the text. */
static Pos annotated(Pos pos, const Str *name)
{
    if (!pos.file || !name || !file_exists(pos.file))
        return pos;
    uint32_t line = annotation_line(file_read(pos.file), pos.line, name);
    if (line)
        pos.line = line;
    return pos;
}

/* --- the rest ---------------------------------------------------------------------------------------------------- */

static void describe_execute(const MigrateOperation *op, DifferenceVec *out)
{
    ClauseElement *element = as(ClauseElement, op->sqltext);
    Str *sql = element ? sql_inline_text(&generic_dialect, element) : value_str(op->sqltext);
    add(out, op, "execute")->text = str_format("execute %s", sql->text);
}

static const Describe describers[OP_COUNT] = {
    [OP_CREATE_TABLE] = describe_create_table,
    [OP_DROP_TABLE] = describe_drop_table,
    [OP_RENAME_TABLE] = describe_rename_table,
    [OP_CREATE_TABLE_COMMENT] = describe_comment,
    [OP_DROP_TABLE_COMMENT] = describe_comment,
    [OP_ADD_COLUMN] = describe_add_column,
    [OP_DROP_COLUMN] = describe_drop_column,
    [OP_ALTER_COLUMN] = describe_alter_column,
    [OP_CREATE_INDEX] = describe_index,
    [OP_DROP_INDEX] = describe_index,
    [OP_CREATE_PRIMARY_KEY] = describe_constraint,
    [OP_CREATE_UNIQUE] = describe_constraint,
    [OP_CREATE_FOREIGN_KEY] = describe_constraint,
    [OP_CREATE_CHECK] = describe_constraint,
    [OP_CREATE_EXCLUDE] = describe_constraint,
    [OP_DROP_CONSTRAINT] = describe_constraint,
    [OP_EXECUTE] = describe_execute,
};

/* An operation of a script's own class: what it says of itself (ours do), else its diff tuple. */
static Str *own_text(Value item)
{
    if (is_set(value_find_attr(item, intern("difference_text"))))
        return value_str(call_method(item, "difference_text", 0, NULL));
    return value_repr(call_method(item, "to_diff_tuple", 0, NULL));
}

static void describe(Value item, DifferenceVec *out)
{
    const OpContainer *inner = as(OpContainer, item);
    const MigrateOperation *op = as(MigrateOperation, item);
    OpKind kind;
    if (inner && inner->difference) {
        Difference whole = {.kind = str_from("execute"),
                            .text = inner->difference,
                            .pos = annotated(inner->model, inner->model_column)};
        vec_push(out, whole);
        return;
    }
    for (size_t i = 0; inner && i < inner->ops->length; i++)
        describe(inner->ops->at[i], out);
    if (inner || !op)
        return;
    if (op_find_kind(op, &kind) && describers[kind]) {
        describers[kind](op, out);
        return;
    }
    Difference other = {.kind = class_name(op->obj.class), .text = own_text(item)};
    vec_push(out, other);
}

DifferenceVec autogen_differences(const List *containers)
{
    DifferenceVec list = {0};
    for (size_t i = 0; i < containers->length; i++)
        describe(containers->at[i], &list);
    for (size_t i = 0; i < list.length; i++)
        list.at[i].pos = annotated(list.at[i].pos, list.at[i].column);
    return list;
}
