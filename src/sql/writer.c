/* writer.c -- the writer: looks cells up along the dialects, quotes names, and turns elements into Stmts. */
#include "sql/inside.h"

#include <ctype.h>
#include <stdlib.h>
#include <strings.h>

enum { MAX_DEPTH = 500 };

static CustomCompiler custom_compiler; /* registered once at start by the floor that runs scripts */

void sql_set_custom_compiler(CustomCompiler compiler)
{
    custom_compiler = compiler;
}

/* --- text ------------------------------------------------------------------------------------------------ */

void write_text(Writer *w, const char *text)
{
    buf_text(&w->out, text);
}

void write_format(Writer *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    buf_format_list(&w->out, format, args);
    va_end(args);
}

_Noreturn void raise_compile(Writer *w, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    raise_exception(&CompileError_class, "%s", message->text);
}

/* --- names -------------------------------------------------------------------------------------------------- */

static int compare_word(const void *word, const void *row)
{
    return strcmp(word, *(const char *const *)row);
}

static bool is_reserved(const Dialect *dialect, const char *lower)
{
    return bsearch(lower, dialect->reserved->at, dialect->reserved->count, sizeof(char *), compare_word);
}

/* SQLAlchemy's rule: lower-case letters, digits, _ and $ that do not start with a digit or $, and are no word
 * of the server's, stand bare. */
static bool needs_quotes(const Dialect *dialect, const Str *name)
{
    static const bool stands_bare[256] = {['a' ... 'z'] = true, ['0' ... '9'] = true, ['_'] = true, ['$'] = true};
    if (name->length == 0 || (name->text[0] >= '0' && name->text[0] <= '9') || name->text[0] == '$')
        return true;
    for (const char *p = name->text; *p; p++)
        if (!stands_bare[(unsigned char)*p])
            return true;
    return is_reserved(dialect, name->text);
}

bool word_is_reserved(const Dialect *dialect, const Str *lower)
{
    return is_reserved(dialect, lower->text);
}

/* quote=False: as it is, dots included; but what could be no name is quoted all the same. */
static bool may_stand_bare(const Str *name)
{
    for (const char *p = name->text; *p; p++)
        if (!isalnum((unsigned char)*p) && !strchr("_$.#@", *p) && (unsigned char)*p < 0x80)
            return false;
    return name->length > 0;
}

static void write_quoted(Writer *w, const Str *name)
{
    buf_char(&w->out, '"');
    for (const char *p = name->text; *p; p++) {
        if (*p == '"' || (*p == '%' && w->options.style == PARAM_PYFORMAT))
            buf_char(&w->out, *p);
        buf_char(&w->out, *p);
    }
    buf_char(&w->out, '"');
}

void write_name(Writer *w, const Str *name, Tri quote)
{
    if (strlen(name->text) != name->length)
        raise_compile(w, "a name may not hold a NUL character: %s", value_repr(STR(name))->text);
    bool quoted = quote == TRI_FALSE ? !may_stand_bare(name) : quote == TRI_TRUE || needs_quotes(w->dialect, name);
    if (quoted)
        write_quoted(w, name);
    else
        buf_add(&w->out, name);
}

/* A schema may be "database.owner": its parts are quoted one by one, unless it asked to be quoted as a whole. */
static void write_schema_name(Writer *w, const Str *schema, Tri quote)
{
    write_name(w, schema, quote);
}

static const Str *translate_schema(const Writer *w, const Str *schema)
{
    if (!w->options.schema_translate)
        return schema;
    const Str *mapped = map_find(w->options.schema_translate, schema ? schema : str_empty);
    if (mapped)
        return mapped->length ? mapped : NULL; /* "": translated to no schema */
    return schema;
}

void write_qualified(Writer *w, const Str *schema, Tri quote_schema, const Str *name, Tri quote)
{
    schema = translate_schema(w, schema);
    if (schema) {
        write_schema_name(w, schema, quote_schema);
        buf_char(&w->out, '.');
    }
    write_name(w, name, quote);
}

/* schema_translate_map means the schemas of a Table, and not those of table("t", schema="s"). */
void write_table_clause(Writer *w, const TableClause *t)
{
    const Map *translate = w->options.schema_translate;
    if (!as(Table, OBJ(t)))
        w->options.schema_translate = NULL;
    write_qualified(w, t->schema, t->quote_schema, t->name, t->quote);
    w->options.schema_translate = translate;
}

void write_table_name(Writer *w, const Table *table)
{
    write_table_clause(w, &table->clause);
}

/* --- phrases that stand unquoted ------------------------------------------------------------------------------ */

/* --- cells ----------------------------------------------------------------------------------------------------- */

static WriteExpr dialect_expr(const Dialect *dialect, ExprKind kind)
{
    for (const Dialect *d = dialect; d; d = d->base)
        if (d->expr[kind])
            return d->expr[kind];
    return NULL;
}

static WriteType dialect_type(const Dialect *dialect, TypeId id)
{
    for (const Dialect *d = dialect; d; d = d->base)
        if (d->type[id])
            return d->type[id];
    return NULL;
}

/* Another dialect's type is written by its name where the dialect has a type called so: mysql.INTEGER, mssql.MONEY on
 * PostgreSQL, postgresql.JSON on SQLite; but not as one whose arguments it lacks (mysql.BIT, mysql.ENUM). */
static WriteType same_named_type(const Dialect *dialect, TypeId id)
{
    const char *name = type_info[id].name;
    const Native *plain = TypeEngine_class.init;
    for (const Dialect *d = dialect; d && type_info[id].dialect; d = d->base)
        for (TypeId other = TYPE_COUNT; other-- > 0;) {
            const TypeInfo *info = &type_info[other];
            bool here = !info->dialect || (strcmp(info->dialect, d->name) == 0 && info->class->init == plain);
            if (here && d->type[other] && strcmp(info->name, name) == 0)
                return d->type[other];
        }
    return NULL;
}

WriteDdl dialect_ddl(const Dialect *dialect, DdlKind kind)
{
    for (const Dialect *d = dialect; d; d = d->base)
        if (d->ddl[kind])
            return d->ddl[kind];
    return NULL;
}

static bool write_custom(Writer *w, Obj *element)
{
    /* a native class has a function only after a script gave it members: @compiles(CreateTable) */
    bool may_have = (element->class->flags & CLASS_HEAP) || (element->class->state && element->class->state->dict);
    if (!custom_compiler || !may_have)
        return false;
    Str *text = custom_compiler(element, w);
    if (text)
        buf_add(&w->out, text);
    return text != NULL;
}

static _Noreturn void raise_unsupported(Writer *w, const Obj *element)
{
    raise_exception(&UnsupportedCompilationError_class,
                    "Compiler for dialect '%s' can't render element of type %s", w->dialect->name,
                    as(Type, OBJ(element)) ? class_name(element->class)->text
                                           : value_repr(OBJ(element->class))->text);
}

static void write_ddl(Writer *w, Ddl *ddl)
{
    WriteDdl cell = dialect_ddl(w->dialect, ddl->ddl);
    if (!cell)
        raise_unsupported(w, &ddl->element.obj);
    bool outer = w->in_ddl;
    w->in_ddl = true;
    cell(w, ddl);
    w->in_ddl = outer;
}

void write_element(Writer *w, ClauseElement *element)
{
    if (++w->depth > MAX_DEPTH)
        raise_compile(w, "SQL expression is nested too deeply");
    if (!write_custom(w, &element->obj)) {
        WriteExpr cell = dialect_expr(w->dialect, element->kind);
        if (element->kind == EXPR_DDL)
            write_ddl(w, (Ddl *)element);
        else if (cell)
            cell(w, element);
        else
            raise_unsupported(w, &element->obj);
    }
    w->depth--;
}

/* large_binary, LargeBinary and LARGE_BINARY are one name. */
static bool same_visit_name(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, "_");
        b += strspn(b, "_");
        if (tolower((unsigned char)*a) != tolower((unsigned char)*b))
            return false;
        if (!*a)
            return true;
    }
}

/* __visit_name__ of a script's class is what the type is written as: an unknown one is for @compiles alone. */
static TypeId written_as(Writer *w, const Type *type)
{
    Value name = type->obj.class->flags & CLASS_HEAP ? class_find(type->obj.class, intern("__visit_name__")) : UNSET;
    if (!is_set(name) || !is_str(name))
        return type_id(type);
    for (TypeId id = 0; id < TYPE_COUNT; id++)
        if (same_visit_name(type_info[id].name, name.str->text))
            return id;
    raise_exception(&UnsupportedCompilationError_class,
                    "Compiler for dialect '%s' can't render element of type %s", w->dialect->name,
                    type_repr(type)->text);
}

void write_type(Writer *w, Type *type)
{
    if (++w->depth > MAX_DEPTH)
        raise_compile(w, "type is nested too deeply");
    if (!write_custom(w, &type->obj)) {
        Type *own = type_for_dialect(type, w->dialect->name);
        bool done = own != type && write_custom(w, &own->obj);
        TypeId id = done ? type_id(own) : written_as(w, own);
        WriteType cell = dialect_type(w->dialect, id);
        if (!cell)
            cell = same_named_type(w->dialect, id);
        if (done)
            cell = NULL;
        else if (cell)
            cell(w, own);
        else if (w->options.generic_style)
            write_unknown_type(w, own);
        else
            raise_unsupported(w, &own->obj);
    }
    w->depth--;
}

void write_inline(Writer *w, ClauseElement *element)
{
    bool literal = w->options.literal_binds, bare = w->without_tables;
    w->options.literal_binds = true;
    w->without_tables = true;
    write_element(w, element);
    w->options.literal_binds = literal;
    w->without_tables = bare;
}

/* --- entry points -------------------------------------------------------------------------------------------------- */

Writer writer_for(const Dialect *dialect, const CompileOptions *options)
{
    Writer w = {.dialect = dialect, .stmt = new(Stmt)};
    if (options)
        w.options = *options;
    else
        w.options.style = dialect->style;
    return w;
}

Stmt *sql_compile(const Dialect *dialect, ClauseElement *element, const CompileOptions *options)
{
    Writer w = writer_for(dialect, options);
    char room[1024];
    w.out = BUF_IN(room);
    w.stmt->source = element;
    w.stmt->is_ddl = element->kind == EXPR_DDL;
    w.stmt->pos = vm_position();
    write_element(&w, element);
    w.stmt->text = buf_str(&w.out);
    return w.stmt;
}

Str *sql_type_text(const Dialect *dialect, Type *type)
{
    Writer w = writer_for(dialect, NULL);
    char room[256];
    w.out = BUF_IN(room);
    write_type(&w, type);
    return buf_str(&w.out);
}

Str *sql_type_text_plain(Type *type)
{
    Writer w = writer_for(&generic_dialect,
                          &(CompileOptions){.style = PARAM_NAMED, .generic_style = true});
    write_type(&w, type);
    return buf_str(&w.out);
}

Str *sql_name_text(const Dialect *dialect, const Str *name, Tri quote)
{
    Writer w = writer_for(dialect, NULL);
    char room[256];
    w.out = BUF_IN(room);
    write_name(&w, name, quote);
    return buf_str(&w.out);
}

Str *sql_qualified_text(const Dialect *dialect, const Str *schema, const Str *name)
{
    Writer w = writer_for(dialect, NULL);
    char room[256];
    w.out = BUF_IN(room);
    write_qualified(&w, schema, TRI_UNSET, name, TRI_UNSET);
    return buf_str(&w.out);
}

Str *sql_literal_text(const Dialect *dialect, Value value, Type *type)
{
    Writer w = writer_for(dialect, NULL);
    char room[256];
    w.out = BUF_IN(room);
    write_literal(&w, value, type);
    return buf_str(&w.out);
}

Str *sql_inline_text(const Dialect *dialect, ClauseElement *element)
{
    Writer w = writer_for(dialect, NULL);
    write_inline(&w, element);
    return buf_str(&w.out);
}

Str *sql_index_expression_text(const Dialect *dialect, ClauseElement *element)
{
    Writer w = writer_for(dialect, NULL);
    DIALECT_HOOK(&w, index_expression)(&w, element);
    return buf_str(&w.out);
}

Str *sql_default_expression_text(const Dialect *dialect, ClauseElement *element)
{
    Str *text = sql_inline_text(dialect, element);
    bool enclose = dialect->hooks->default_wants_parentheses && dialect->hooks->default_wants_parentheses(text);
    return enclose ? str_format("(%s)", text->text) : text;
}

Str *sql_default_text(const Dialect *dialect, const Column *column)
{
    if (!column->server_default || !is_set(column->server_default->argument))
        return NULL;
    Writer w = writer_for(dialect, NULL);
    write_column_default(&w, column->server_default->argument);
    return buf_str(&w.out);
}

Str *sql_column_text(const Dialect *dialect, Column *column)
{
    Writer w = writer_for(dialect, NULL);
    write_column(&w, column);
    return buf_str(&w.out);
}

Str *sql_constraint_text(const Dialect *dialect, Constraint *constraint)
{
    Writer w = writer_for(dialect, NULL);
    if (constraint_is_created(&w, constraint))
        write_constraint(&w, constraint);
    return w.out.length ? buf_str(&w.out) : NULL;
}
