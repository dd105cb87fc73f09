/* compare_domain.c -- domains of PostgreSQL that both sides have: base type, collation, default, NOT NULL, CHECKs. The
 * server makes the model's domain in the schema of temporary things, and what the catalog says of it is compared with
 * what it says of the one that is there. */
#include "autogen/inside.h"

static const char savepoint_name[] = "retort_scratch_domain";

/* --- as the server has the model's ------------------------------------------------------------------- */

typedef struct Printing {
    Connection *db;
    const Type *type;
    ReflectedDomain *printed;
} Printing;

static Str *create_statement(const Type *type)
{
    Type *copy = type_copy(type);
    copy->schema = str_from("pg_temp");
    copy->name = str_from(savepoint_name);
    return sql_compile(&postgres_dialect, ELEMENT(ddl_new(DDL_CREATE_TYPE, (Obj *)copy)), NULL)
        ->text;
}

static void print(void *data)
{
    Printing *job = data;
    Reflection *fresh = reflection_new(job->db);
    db_execute(job->db, create_statement(job->type), NULL, NULL, 0);
    ReflectedDomainVec all = reflect_domains(fresh, str_from("*"));
    for (size_t i = 0; i < all.length; i++)
        if (str_is(all.at[i]->name, savepoint_name))
            job->printed = all.at[i];
}

ReflectedDomain *domain_printed(Connection *db, const Type *type)
{
    Printing job = {.db = db, .type = type};
    db_rehearse(db, savepoint_name, print, &job);
    return job.printed;
}

/* --- the difference ---------------------------------------------------------------------------------- */

static bool same_text(const Str *a, const Str *b)
{
    return a && b ? str_equal(a, b) : a == b;
}

bool domain_is_other_type(const ReflectedDomain *a, const ReflectedDomain *b)
{
    return !same_text(a->full_type, b->full_type) || !same_text(a->collation, b->collation);
}

/* Whether it has that CHECK; a model may leave its name to the server. */
static bool has_check(const ReflectedDomain *domain, const Str *name, const Str *check)
{
    for (size_t i = 0; i < domain->checks.length; i++)
        if (str_equal(domain->checks.at[i], check) &&
            (!name || str_equal(domain->check_names.at[i], name)))
            return true;
    return false;
}

/* A model can say one CHECK only: others beside it are none of its business. */
static bool has_wanted_checks(const ReflectedDomain *present, const ReflectedDomain *wanted,
                              const Type *model)
{
    if (!wanted->checks.length)
        return !present->checks.length;
    return has_check(present, model->constraint_name, wanted->checks.at[0]);
}

bool domain_has_other_rules(const ReflectedDomain *present, const ReflectedDomain *wanted,
                            const Type *model)
{
    return present->not_null != wanted->not_null || !has_wanted_checks(present, wanted, model);
}

static void add_part(ArgumentList *list, const char *what, const Str *from, const Str *to)
{
    if (!same_text(from, to))
        argument_add(list, str_format("%s %s to %s", what, from ? from->text : "none",
                                      to ? to->text : "none")
                               ->text);
}

static Str *checks_text(const ReflectedDomain *domain)
{
    ArgumentList list = {.separator = " AND "};
    for (size_t i = 0; i < domain->checks.length; i++)
        argument_add(&list, domain->checks.at[i]->text);
    return list.count ? argument_text(&list) : NULL;
}

Str *domain_difference(const ReflectedDomain *present, const ReflectedDomain *wanted,
                       const Type *model)
{
    ArgumentList list = {0};
    add_part(&list, "type", present->full_type, wanted->full_type);
    add_part(&list, "collation", present->collation, wanted->collation);
    add_part(&list, "default", present->default_text, wanted->default_text);
    if (present->not_null != wanted->not_null)
        argument_add(&list, wanted->not_null ? "NOT NULL" : "NULL");
    if (!has_wanted_checks(present, wanted, model))
        add_part(&list, "CHECK", checks_text(present), checks_text(wanted));
    return argument_text(&list);
}

/* --- statements -------------------------------------------------------------------------------------- */

static void add_alter(OpContainer *container, const Str *name, const char *what)
{
    add_execute(container, str_format("ALTER DOMAIN %s %s", name->text, what));
}

void domain_add_check(OpContainer *container, const Str *domain, const Str *name, const Str *check)
{
    Str *named =
        name ? str_format("CONSTRAINT %s ", sql_name_text(&postgres_dialect, name, TRI_UNSET)->text)
             : str_empty;
    add_alter(container, domain, str_format("ADD %sCHECK (%s)", named->text, check->text)->text);
}

static void drop_check(OpContainer *container, const Str *domain, Str *name)
{
    add_alter(
        container, domain,
        str_format("DROP CONSTRAINT %s", sql_name_text(&postgres_dialect, name, TRI_UNSET)->text)
            ->text);
}

/* What the server calls a CHECK that has no name. */
static Str *usual_name(const Type *type)
{
    return type->constraint_name ? type->constraint_name : str_format("%s_check", type->name->text);
}

static void change_checks(OpContainer *up, OpContainer *down, const DomainChange *change)
{
    const ReflectedDomain *present = change->present, *wanted = change->wanted;
    for (size_t i = 0; i < present->checks.length; i++)
        drop_check(up, change->name, present->check_names.at[i]);
    if (wanted->checks.length) {
        domain_add_check(up, change->name, usual_name(change->model), wanted->checks.at[0]);
        drop_check(down, change->name, usual_name(change->model));
    }
    for (size_t i = 0; i < present->checks.length; i++)
        domain_add_check(down, change->name, present->check_names.at[i], present->checks.at[i]);
}

static const char *default_clause(const Str *text)
{
    return text ? str_format("SET DEFAULT %s", text->text)->text : "DROP DEFAULT";
}

void domain_alter(OpContainer *up, OpContainer *down, const DomainChange *change)
{
    const ReflectedDomain *present = change->present, *wanted = change->wanted;
    if (!same_text(present->default_text, wanted->default_text)) {
        add_alter(up, change->name, default_clause(wanted->default_text));
        add_alter(down, change->name, default_clause(present->default_text));
    }
    if (present->not_null != wanted->not_null) {
        add_alter(up, change->name, wanted->not_null ? "SET NOT NULL" : "DROP NOT NULL");
        add_alter(down, change->name, present->not_null ? "SET NOT NULL" : "DROP NOT NULL");
    }
    if (!has_wanted_checks(present, wanted, change->model))
        change_checks(up, down, change);
}
