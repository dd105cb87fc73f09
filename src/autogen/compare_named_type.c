/* compare_named_type.c -- types that PostgreSQL keeps under a name: enum types (members added, removed, in another order)
 * and domains, created before the columns that need them, dropped with the last table that used them, and all of it undone
 * by the downgrade. Alembic compares names only, and leaves types behind.
 *
 * CREATE TABLE and the types in it look after themselves on the way up; what is written here is the rest. Members
 * that are only added are added in place; anything else makes the type again, with every column that has it, and
 * fails on the server when rows still hold a member that goes. */
#include "autogen/inside.h"

/* A column of the database, by the names it has before any rename. */
typedef struct TypeUse {
    Str *schema, *table, *name;
    const Column *column;
} TypeUse;

/* One type, on either side or on both. */
typedef struct NamedType {
    Str *schema, *text;         /* NULL = found without it; its name as SQL                  */
    const Type *wanted;         /* NULL: no model has it                                     */
    const Type *present;        /* NULL: the database has not                                */
    const ReflectedDomain *domain; /* of `present`, where it is one                          */
    Pos model;                  /* the column of the model that names it                     */
    Str *model_column;          /* its name                                                  */
    bool is_managed_elsewhere;  /* a model says create_type=False                            */
    bool is_used[TABLE_STATES]; /* by tables in that state                                   */
    VEC(TypeUse) columns;       /* of the database's tables                                  */
} NamedType;

struct NamedTypes {
    AutogenContext *context;
    VEC(NamedType *) entries;
    Map by_text;
};

/* --- gathering ---------------------------------------------------------------------------------------- */

/* As PostgreSQL has it, without the array around it. */
static const Type *item_of(const Column *column)
{
    const Type *type = type_for_dialect(column_type(column), postgres_dialect.name);
    return type_is(type, TYPE_ARRAY) ? type_for_dialect(type->item_type, postgres_dialect.name)
                                     : type;
}

static bool is_domain(const Type *type)
{
    return type_is(type, TYPE_PG_DOMAIN);
}

/* The named type a column holds; NULL for other types. */
static const Type *named_type_of(const Column *column)
{
    const Type *type = item_of(column);
    bool native = type_is(type, TYPE_Enum) && type->native_enum && type->name;
    return native || is_domain(type) ? type : NULL;
}

static bool is_managed_elsewhere(const Type *type)
{
    return !type->create_type && (is_domain(type) || type_is(type, TYPE_PG_ENUM));
}

static Str *schema_of(const struct NamedTypes *sides, const Type *type, const Table *table)
{
    Str *schema = type->schema;
    if (!schema && type->inherit_schema)
        schema = table_schema(table);
    if (!schema && type->metadata)
        schema = type->metadata->schema;
    return schema && str_equal(schema, reflect_default_schema(sides->context->reflection)) ? NULL
                                                                                           : schema;
}

static NamedType *entry_for(struct NamedTypes *sides, Str *schema, const Type *type)
{
    Str *text = sql_qualified_text(&postgres_dialect, schema, type->name);
    NamedType *entry = map_find(&sides->by_text, text);
    if (entry)
        return entry;
    entry = new (NamedType);
    entry->schema = schema;
    entry->text = text;
    map_put(&sides->by_text, text, entry);
    vec_push(&sides->entries, entry);
    return entry;
}

static void note_present(struct NamedTypes *sides)
{
    TypeVec all = reflect_named_types(sides->context->reflection);
    for (size_t i = 0; i < all.length; i++)
        entry_for(sides, all.at[i]->schema, all.at[i])->present = all.at[i];
    ReflectedDomainVec domains = reflect_domains(sides->context->reflection, str_from("*"));
    for (size_t i = 0; i < domains.length; i++) {
        Str *schema = domains.at[i]->visible ? NULL : domains.at[i]->schema;
        NamedType *entry = map_find(
            &sides->by_text, sql_qualified_text(&postgres_dialect, schema, domains.at[i]->name));
        if (entry)
            entry->domain = domains.at[i];
    }
}

/* alembic_postgresql_enum was imported: types are its business then. */
static bool are_left_to_others(void)
{
    return is_set(dict_find_text(import_modules(), "alembic_postgresql_enum"));
}

struct NamedTypes *named_types_new(AutogenContext *context)
{
    if (context->setup.compat || are_left_to_others() ||
        !dialect_has(context->setup.dialect, FEATURE_ENUM_TYPES))
        return NULL;
    struct NamedTypes *sides = new (struct NamedTypes);
    sides->context = context;
    note_present(sides);
    return sides;
}

/* What the column is called before any rename. */
static Str *present_name(const ReflectedTable *table, Str *name)
{
    for (size_t i = 0; i < table->new_names.length; i++)
        if (str_equal(table->new_names.at[i].value, name))
            return table->new_names.at[i].key;
    return name;
}

void named_types_note(struct NamedTypes *sides, const Table *table, const ReflectedTable *present,
                      TableState state)
{
    for (size_t i = 0; sides && i < table->columns.length; i++) {
        const Column *column = table->columns.at[i];
        const Type *type = named_type_of(column);
        if (!type)
            continue;
        NamedType *entry = entry_for(sides, schema_of(sides, type, table), type);
        bool in_model = state == TABLE_ADDED || state == TABLE_WANTED;
        entry->is_used[state] = true;
        entry->is_managed_elsewhere |= in_model && is_managed_elsewhere(type);
        if (in_model)
            entry->wanted = type;
        if (in_model && !entry->model.file) {
            entry->model = column->pos;
            entry->model_column = column_name(column);
        }
        if (state == TABLE_PRESENT || state == TABLE_REMOVED)
            vec_push(&entry->columns,
                     ((TypeUse){table_schema(table), present->name,
                                present_name(present, column_name(column)), column}));
    }
}

/* --- statements --------------------------------------------------------------------------------------- */

static const char *label_text(Str *label)
{
    return sql_literal_text(&postgres_dialect, STR(label), type_new(TYPE_String))->text;
}

static Str *labels_text(const StrVec *labels)
{
    ArgumentList list = {0};
    for (size_t i = 0; i < labels->length; i++)
        argument_add(&list, label_text(labels->at[i]));
    return argument_text(&list);
}

/* type: one of its two sides; labels: NULL for those it has. */
static void add_create(OpContainer *container, const NamedType *entry, const Type *type,
                       const StrVec *labels)
{
    Type *copy = type_copy(type);
    copy->schema = entry->schema;
    if (labels)
        copy->labels = *labels;
    add_execute(
        container,
        sql_compile(&postgres_dialect, ELEMENT(ddl_new(DDL_CREATE_TYPE, (Obj *)copy)), NULL)->text);
    const ReflectedDomain *domain = type == entry->present ? entry->domain : NULL;
    for (size_t i = 1; domain && i < domain->checks.length; i++) /* CREATE DOMAIN has the first */
        domain_add_check(container, entry->text, domain->check_names.at[i], domain->checks.at[i]);
}

static void add_drop(OpContainer *container, const NamedType *entry)
{
    bool domain = is_domain(entry->present ? entry->present : entry->wanted);
    add_execute(container, str_format("DROP %s %s", domain ? "DOMAIN" : "TYPE", entry->text->text));
}

static const char *word_for(const Type *type)
{
    return is_domain(type) ? "domain" : "enum type";
}

static bool has_label(const StrVec *labels, const Str *label)
{
    for (size_t i = 0; i < labels->length; i++)
        if (str_equal(labels->at[i], label))
            return true;
    return false;
}

/* Whether the old members are all there, in their order. */
static bool only_adds(const StrVec *old, const StrVec *labels)
{
    size_t found = 0;
    for (size_t i = 0; i < labels->length; i++)
        found += found < old->length && str_equal(old->at[found], labels->at[i]);
    return found == old->length;
}

static void add_values(OpContainer *container, const NamedType *entry, const StrVec *old,
                       const StrVec *labels)
{
    for (size_t i = 0; i < labels->length; i++) {
        if (has_label(old, labels->at[i]))
            continue;
        Str *place = i             ? str_format(" AFTER %s", label_text(labels->at[i - 1]))
                     : old->length ? str_format(" BEFORE %s", label_text(old->at[0]))
                                   : str_empty;
        add_execute(container, str_format("ALTER TYPE %s ADD VALUE %s%s", entry->text->text,
                                          label_text(labels->at[i]), place->text));
    }
}

/* '{red,green}': whether all members stay; none is quoted, or it does not count. */
static bool keeps_array(const Str *text, const StrVec *labels)
{
    const char *p = text->text + strlen("'{");
    while (*p && *p != '}') {
        size_t length = strcspn(p, ",}");
        if (!has_label(labels, str_new(p, length)))
            return false;
        p += length + (p[length] == ',');
    }
    return true;
}

/* A default that names a member which goes cannot come back. */
static bool keeps_default(const Str *text, const StrVec *labels)
{
    if (str_starts_with(text, "'{"))
        return keeps_array(text, labels);
    for (size_t i = 0; i < labels->length; i++)
        if (str_starts_with(text, label_text(labels->at[i])))
            return true;
    return text->text[0] != '\'';
}

static const ColumnRewrite *rewrite_of(const TypeUse *use, const StrVec *lost)
{
    ColumnRewrite *rewrite = new (ColumnRewrite);
    *rewrite = (ColumnRewrite){use->schema, use->table, use->name,
                               type_is(column_type(use->column), TYPE_ARRAY), *lost};
    return rewrite;
}

static StrVec lost_labels(const StrVec *old, const StrVec *labels)
{
    StrVec lost = {0};
    for (size_t i = 0; labels && i < old->length; i++)
        if (!has_label(labels, old->at[i]))
            vec_push(&lost, old->at[i]);
    return lost;
}

/* The column takes the type that now has this name, value by value through text. labels: NULL for domains. */
static void add_retype(OpContainer *container, const NamedType *entry, const TypeUse *use,
                       const StrVec *labels, const StrVec *lost)
{
    Str *column = sql_name_text(&postgres_dialect, use->name, TRI_UNSET);
    Str *where = str_format("ALTER TABLE %s ALTER COLUMN %s",
                            sql_qualified_text(&postgres_dialect, use->schema, use->table)->text,
                            column->text);
    const char *array = type_is(column_type(use->column), TYPE_ARRAY) ? "[]" : "";
    Str *given = sql_default_text(&postgres_dialect, use->column);
    if (given)
        add_execute(container, str_format("%s DROP DEFAULT", where->text));
    MigrateOperation *op = add_execute(
        container, str_format("%s TYPE %s%s USING %s::text%s::%s%s", where->text, entry->text->text,
                              array, column->text, array, entry->text->text, array));
    op->rewrite = rewrite_of(use, lost);
    if (given && (!labels || keeps_default(given, labels)))
        add_execute(container, str_format("%s SET DEFAULT %s", where->text, given->text));
}

/* type: what it becomes; old, labels: its members before and after, NULL for domains. */
static void add_remake(OpContainer *container, const NamedType *entry, const Type *type,
                       const StrVec *old, const StrVec *labels)
{
    const StrVec lost = lost_labels(old, labels);
    const char *word = is_domain(type) ? "DOMAIN" : "TYPE";
    Str *aside = str_format("%s__old", entry->present->name->text);
    add_execute(container, str_format("ALTER %s %s RENAME TO %s", word, entry->text->text,
                                      sql_name_text(&postgres_dialect, aside, TRI_UNSET)->text));
    add_create(container, entry, type, labels);
    for (size_t i = 0; i < entry->columns.length; i++)
        add_retype(container, entry, &entry->columns.at[i], labels, &lost);
    add_execute(container,
                str_format("DROP %s %s", word,
                           sql_qualified_text(&postgres_dialect, entry->schema, aside)->text));
}

static void add_change(OpContainer *container, const NamedType *entry, const StrVec *old,
                       const StrVec *labels)
{
    if (only_adds(old, labels))
        add_values(container, entry, old, labels);
    else
        add_remake(container, entry, entry->present, old, labels);
}

/* --- the comparison ----------------------------------------------------------------------------------- */

static bool is_new(const NamedType *entry)
{
    return entry->wanted && !entry->present && !entry->is_managed_elsewhere;
}

static bool same_labels(const StrVec *a, const StrVec *b)
{
    for (size_t i = 0; i < a->length && a->length == b->length; i++)
        if (!str_equal(a->at[i], b->at[i]))
            return false;
    return a->length == b->length;
}

/* "add 'c'", or the members before and after. */
static Str *change_text(const StrVec *old, const StrVec *labels)
{
    StrVec more = {0};
    for (size_t i = 0; i < labels->length; i++)
        if (!has_label(old, labels->at[i]))
            vec_push(&more, labels->at[i]);
    if (only_adds(old, labels))
        return str_format("add %s", labels_text(&more)->text);
    return str_format("(%s) to (%s)", labels_text(old)->text, labels_text(labels)->text);
}

/* What `check` says of all the statements together. */
static void tell(OpContainer *container, const NamedType *entry, const char *verb, const Str *what)
{
    const char *word = word_for(entry->wanted ? entry->wanted : entry->present);
    container->difference = str_format("%s %s %s%s%s", verb, word, entry->text->text,
                                       what->length ? ": " : "", what->text);
    container->model = entry->model;
    container->model_column = entry->model_column;
}

static Str *value_rename(const NamedType *entry, Str *from, Str *to)
{
    return str_format("ALTER TYPE %s RENAME VALUE %s TO %s", entry->text->text, label_text(from),
                      label_text(to));
}

Str *default_under_new_name(AutogenContext *context, const Type *type, Str *text)
{
    for (size_t i = 0; type_is(type, TYPE_PG_ENUM) && i < type->labels.length; i++) {
        Str *from = type->labels.at[i],
            *to = renamed_member(context, qualified_name(type->schema, type->name), from);
        Str *literal = str_format("%s::", label_text(from));
        if (to != from && str_starts_with(text, literal->text))
            return str_format("%s%s", label_text(to), text->text + literal->length - strlen("::"));
    }
    return text;
}

static void add_value_renames(Comparison *c, const NamedType *entry, const Map *names)
{
    RenameStepVec steps = rename_steps(names);
    for (size_t i = 0; i < steps.length; i++) {
        const RenameStep *step = &steps.at[i];
        OpContainer *container = undoable(c->ops), undo = undo_of(container);
        add_execute(container, value_rename(entry, step->from, step->to));
        add_execute(&undo, value_rename(entry, step->to, step->from));
        tell(container, entry, "rename member of",
             str_format("%s to %s", label_text(step->from), label_text(step->to)));
    }
    for (size_t i = 0; i < names->length; i++)
        log_found("types", "Renamed member %s of enum type %s to %s", name_repr(names->at[i].key),
                  name_repr(entry->text), name_repr(names->at[i].value));
}

/* The members as they are called when `--rename type.old:new` is done. */
static StrVec under_new_names(Comparison *c, const NamedType *entry)
{
    StrVec labels = {0};
    Map names = {0};
    Str *type = qualified_name(entry->schema, entry->present->name);
    for (size_t i = 0; i < entry->present->labels.length; i++) {
        Str *from = entry->present->labels.at[i], *to = renamed_member(c->context, type, from);
        vec_push(&labels, to);
        if (to != from)
            map_put(&names, from, to);
    }
    add_value_renames(c, entry, &names);
    return labels;
}

static bool is_in_array(const NamedType *entry)
{
    for (size_t i = 0; i < entry->columns.length; i++)
        if (type_is(column_type(entry->columns.at[i].column), TYPE_ARRAY))
            return true;
    return false;
}

/* ALTER DOMAIN gives no other type, and no rules that values in arrays would have to keep. */
static bool needs_remake(const NamedType *entry, const ReflectedDomain *wanted)
{
    return domain_is_other_type(entry->domain, wanted) ||
           (is_in_array(entry) && domain_has_other_rules(entry->domain, wanted, entry->wanted));
}

static void change_domain(Comparison *c, const NamedType *entry)
{
    const ReflectedDomain *wanted = domain_printed(c->context->setup.db, entry->wanted);
    Str *what = wanted ? domain_difference(entry->domain, wanted, entry->wanted) : str_empty;
    if (!what->length)
        return;
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    if (needs_remake(entry, wanted)) {
        add_remake(container, entry, entry->wanted, NULL, NULL);
        add_remake(&undo, entry, entry->present, NULL, NULL);
    } else {
        const DomainChange change = {entry->text, entry->domain, wanted, entry->wanted};
        domain_alter(container, &undo, &change);
    }
    tell(container, entry, "change", what);
    log_found("types", "Detected changed domain %s: %s", name_repr(entry->text), what->text);
}

static void change_type(Comparison *c, const NamedType *entry)
{
    const StrVec *labels = &entry->wanted->labels;
    if (is_domain(entry->wanted)) {
        if (entry->domain)
            change_domain(c, entry);
        return;
    }
    const StrVec renamed = under_new_names(c, entry), *old = &renamed;
    if (same_labels(old, labels))
        return;
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    add_change(container, entry, old, labels);
    add_change(&undo, entry, labels, old);
    tell(container, entry, "change", change_text(old, labels));
    log_found("types", "Detected changed members of enum type %s: (%s) to (%s)",
              name_repr(entry->text), labels_text(old)->text, labels_text(labels)->text);
}

/* Members change while the tables that go are still there and those that come are not: neither must hold the type when
 * it is made again. CREATE TABLE creates a new type, and DROP TABLE leaves it: the downgrade drops it, last of all. */
void named_types_before_tables(Comparison *c, const struct NamedTypes *sides)
{
    for (size_t i = 0; sides && i < sides->entries.length; i++) {
        const NamedType *entry = sides->entries.at[i];
        if (entry->wanted && entry->present && !entry->is_managed_elsewhere)
            change_type(c, entry);
        if (!is_new(entry) || !entry->is_used[TABLE_ADDED])
            continue;
        OpContainer undo = undo_of(undoable(c->ops));
        add_drop(&undo, entry);
    }
}

static void create_type(Comparison *c, const NamedType *entry)
{
    OpContainer *container = undoable(c->ops), undo = undo_of(container);
    add_create(container, entry, entry->wanted, NULL);
    add_drop(&undo, entry);
    tell(container, entry, "add", labels_text(&entry->wanted->labels));
    log_found("types", "Detected added %s %s", word_for(entry->wanted), name_repr(entry->text));
}

void named_types_before_columns(Comparison *c, const struct NamedTypes *sides)
{
    for (size_t i = 0; sides && i < sides->entries.length; i++) {
        const NamedType *entry = sides->entries.at[i];
        if (is_new(entry) && !entry->is_used[TABLE_ADDED])
            create_type(c, entry);
    }
}

/* --- types in CREATE TABLE ---------------------------------------------------------------------------- */

static Type *as_enum(const Type *item)
{
    Type *made = type_new(TYPE_PG_ENUM);
    made->name = item->name;
    made->name_given = true;
    made->schema = item->schema;
    made->labels = item->labels;
    made->native_enum = true;
    made->length = item->length;
    return made;
}

/* The column with the type `item` as one that is there already, or one that is made. */
static Column *with_type(const Column *column, const Type *item, bool create_type)
{
    Column *copy = column_copy(column);
    const Type *type = column_type(copy);
    Type *made = is_domain(item) ? type_copy(item) : as_enum(item);
    made->create_type = create_type;
    copy->clause.column_element.type = made;
    if (type_is(type, TYPE_ARRAY)) {
        Type *array = type_new(TYPE_PG_ARRAY);
        array->item_type = made;
        array->dimensions = type->dimensions;
        copy->clause.column_element.type = array;
    }
    return copy;
}

/* CREATE TABLE makes the enum types of its columns; those that are there (or another table of the file makes) are named
 * with create_type=False, which Alembic leaves to the reader. exists: types known so far, added to. */
static void settle_types(const struct NamedTypes *sides, List *items, const Table *table,
                         bool in_model, Map *exists)
{
    VEC(NamedType *) made = {0}; /* once by the table itself, however many columns have it */
    for (size_t i = 0; i < items->length; i++) {
        const Column *column = as(Column, items->at[i]);
        const Type *type = column ? named_type_of(column) : NULL;
        if (!type || (in_model && is_managed_elsewhere(type)))
            continue;
        Str *text =
            sql_qualified_text(&postgres_dialect, schema_of(sides, type, table), type->name);
        NamedType *entry = map_find(&sides->by_text, text);
        const Type *whole = in_model || !entry || !entry->present ? type : entry->present;
        if (map_has(exists, text))
            items->at[i] = OBJ(with_type(column, whole, false));
        else if (!type->create_type) /* as it was read */
            items->at[i] = OBJ(with_type(column, whole, true));
        if (entry && !map_has(exists, text))
            vec_push(&made, entry);
    }
    for (size_t i = 0; i < made.length; i++)
        map_put(exists, made.at[i]->text, made.at[i]);
}

void named_types_settle_added(const struct NamedTypes *sides, OpContainer *upgrade, size_t from)
{
    Map exists = {0};
    for (size_t i = 0; sides && i < sides->entries.length; i++)
        if (sides->entries.at[i]->present)
            map_put(&exists, sides->entries.at[i]->text, sides->entries.at[i]);
    for (size_t i = from; sides && i < upgrade->ops->length; i++) {
        MigrateOperation *op = as(MigrateOperation, upgrade->ops->at[i]);
        if (op && op->kind == OP_CREATE_TABLE && op->source)
            settle_types(sides, op->columns, as(Table, OBJ(op->source)), true, &exists);
    }
}

/* The downgrade creates them again last first; types that stay are there. */
void named_types_settle_removed(const struct NamedTypes *sides, OpContainer *upgrade, size_t from)
{
    Map exists = {0};
    for (size_t i = 0; sides && i < sides->entries.length; i++)
        if (sides->entries.at[i]->wanted || sides->entries.at[i]->is_used[TABLE_PRESENT])
            map_put(&exists, sides->entries.at[i]->text, sides->entries.at[i]);
    for (size_t i = sides ? upgrade->ops->length : 0; i-- > from;) {
        const MigrateOperation *op = as(MigrateOperation, upgrade->ops->at[i]);
        MigrateOperation *back = op && op->kind == OP_DROP_TABLE ? op->reverse : NULL;
        if (back && back->source)
            settle_types(sides, back->columns, as(Table, OBJ(back->source)), false, &exists);
    }
}

/* A type goes when what used it goes. CREATE TABLE brings it back; a column does not, and comes
 * first. */
void named_types_after_columns(Comparison *c, const struct NamedTypes *sides)
{
    for (size_t i = 0; sides && i < sides->entries.length; i++) {
        const NamedType *entry = sides->entries.at[i];
        if (entry->wanted || !entry->present ||
            !(entry->is_used[TABLE_REMOVED] || entry->is_used[TABLE_PRESENT]))
            continue;
        OpContainer *container = undoable(c->ops), undo = undo_of(container);
        add_drop(container, entry);
        tell(container, entry, "remove", str_empty);
        if (!entry->is_used[TABLE_REMOVED] || entry->is_used[TABLE_PRESENT])
            add_create(&undo, entry, entry->present, NULL);
        log_found("types", "Detected removed %s %s", word_for(entry->present),
                  name_repr(entry->text));
    }
}
