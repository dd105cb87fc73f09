/* batch_keep.c -- the copying of a SQLite table as one transaction. Foreign keys are not enforced
 * meanwhile, or DROP TABLE would delete the rows that refer to it, and are checked behind it; columns
 * with new names are renamed in the old table first, so that SQLite changes everything that names
 * them; triggers come back, and the AUTOINCREMENT value stays. */
#include "runtime/batch_copy.h"

typedef struct Keeping {
    TableCopy *copy;
    Connection *db;
    Str *schema, *name;
    Watch *watch;
    bool began;              /* the transaction is ours; else there is a savepoint    */
    bool had_keys, had_legacy;
    bool has_sequence;
    Cell sequence;
    void (*run)(void *data);
    void *data;
} Keeping;

static const char savepoint[] = "retort_batch";

static const Dialect *dialect_of(const Keeping *k)
{
    return k->copy->context->dialect;
}

static Str *qualified(const Keeping *k, const char *name)
{
    return sql_qualified_text(dialect_of(k), k->schema, str_from(name));
}

static Str *literal(const Keeping *k, const Str *text)
{
    return db_literal(k->db, text);
}

static Result *query(const Keeping *k, const char *sql, Str *parameter)
{
    Cell cell = cell_text(parameter);
    return db_execute(k->db, str_from(sql), &cell, NULL, 1);
}

/* --- the transaction -------------------------------------------------------------------------- */

/* BEGIN IMMEDIATE: the copy will write, and waiting for a lock in the middle cannot be repeated. In a
 * transaction that is open already a savepoint bounds it. */
static void open_transaction(void *arg)
{
    Keeping *k = arg;
    k->had_keys = db_foreign_keys(k->db);
    db_set_foreign_keys(k->db, false);
    k->had_legacy = db_set_legacy_alter(k->db, false);
    k->began = !db_in_transaction(k->db);
    if (k->began)
        db_run(k->db, "BEGIN IMMEDIATE");
    else
        db_savepoint(k->db, savepoint);
}

static void restore_switches(const Keeping *k)
{
    db_set_foreign_keys(k->db, k->had_keys);
    db_set_legacy_alter(k->db, k->had_legacy);
}

static void undo(void *arg)
{
    const Keeping *k = arg;
    if (!db_in_transaction(k->db)) /* SQLite rolled back by itself: disk full, for instance */
        return;
    if (k->began) {
        db_rollback(k->db);
        return;
    }
    db_rollback_to(k->db, savepoint);
    db_release(k->db, savepoint);
}

/* A transaction of ours stays open for the rest of the step, as the one pysqlite begins with INSERT,
 * but where every statement is to commit by itself. */
static void close_transaction(const Keeping *k)
{
    if (!k->began)
        db_release(k->db, savepoint);
    else if (k->copy->context->connection->autocommit)
        db_commit(k->db);
}

/* --- left by others --------------------------------------------------------------------------- */

/* A run that was killed under the reference may have left the half-made copy. */
static void refuse_leftover(const Keeping *k)
{
    Str *name = k->copy->temporary_name;
    Str *sql = str_format("SELECT 1 FROM %s WHERE name = ?", qualified(k, "sqlite_master")->text);
    if (query(k, sql->text, name)->row_count == 0)
        return;
    Str *table = sql_qualified_text(dialect_of(k), k->schema, name);
    raise_tool("batch.leftover",
               str_format("\"%s\" itself is there; look into both, then DROP TABLE %s and run again",
                          k->name->text, table->text)
                   ->text,
               "Table %s is there already: an earlier run was interrupted while it copied \"%s\"",
               table->text, k->name->text);
}

/* --- new names -------------------------------------------------------------------------------- */

static void rename_in_place(const Keeping *k, const Str *from, const Str *to)
{
    const Dialect *dialect = dialect_of(k);
    db_run(k->db, str_format("ALTER TABLE %s RENAME COLUMN %s TO %s",
                             qualified(k, k->name->text)->text,
                             sql_name_text(dialect, from, TRI_TRUE)->text,
                             sql_name_text(dialect, to, TRI_TRUE)->text)
                      ->text);
}

static bool has_column(const Table *table, const Str *name)
{
    for (size_t i = 0; i < table->columns.length; i++)
        if (strcasecmp(column_name(table->columns.at[i])->text, name->text) == 0)
            return true;
    return false;
}

static bool is_referred_to(const Keeping *k)
{
    const char *pragma = k->schema ? str_format(", %s", literal(k, k->schema)->text)->text : "";
    Str *sql = str_format("SELECT 1 FROM %s AS m JOIN pragma_foreign_key_list(m.name%s) AS f "
                          "WHERE m.type = 'table' AND f.\"table\" = ? COLLATE NOCASE LIMIT 1",
                          qualified(k, "sqlite_master")->text, pragma);
    return query(k, sql->text, k->name)->row_count > 0;
}

/* A column goes from one name to the other in place, so that views, triggers and foreign keys of other
 * tables follow. Names that are in use are reached over a name between. */
static void rename_followed(Keeping *k)
{
    Map names = copy_renamed_columns(k->copy);
    if (names.length == 0 || (!watch_has_followers(k->watch) && !is_referred_to(k)))
        return;
    bool is_taken = false;
    for (size_t i = 0; i < names.length; i++)
        is_taken |= has_column(k->copy->table, names.at[i].value);
    if (is_taken) /* one of them is to be dropped, or changes its name too */
        for (size_t i = 0; i < k->copy->table->columns.length; i++) {
            const Str *name = column_name(k->copy->table->columns.at[i]);
            rename_in_place(k, name, str_format("_retort_%zu", i));
        }
    for (size_t i = 0; i < k->copy->table->columns.length; i++) {
        Str *name = column_name(k->copy->table->columns.at[i]);
        Str *to = map_find(&names, name);
        if (to)
            rename_in_place(k, is_taken ? str_format("_retort_%zu", i) : name, to);
    }
    for (size_t i = 0; is_taken && i < k->copy->table->columns.length; i++) {
        Str *name = column_name(k->copy->table->columns.at[i]);
        if (!map_has(&names, name) && slot_find(k->copy, name))
            rename_in_place(k, str_format("_retort_%zu", i), name);
    }
    k->copy->is_renamed = true;
}

/* --- AUTOINCREMENT ---------------------------------------------------------------------------- */

static bool has_sequences(const Keeping *k)
{
    Str *sql = str_format("SELECT 1 FROM %s WHERE name = ?", qualified(k, "sqlite_master")->text);
    return query(k, sql->text, str_from("sqlite_sequence"))->row_count > 0;
}

static void read_sequence(Keeping *k)
{
    if (!has_sequences(k))
        return;
    Str *sql =
        str_format("SELECT seq FROM %s WHERE name = ?", qualified(k, "sqlite_sequence")->text);
    Result *rows = query(k, sql->text, k->name);
    k->has_sequence = rows->row_count > 0;
    if (k->has_sequence)
        k->sequence = result_cell(rows, 0, 0);
}

/* The copied rows counted up to the highest that is there; numbers given out before are not given
 * again. Without rows there is no count yet. */
static void write_sequence(const Keeping *k)
{
    Value counts = dialect_option(k->copy->made->options, "sqlite", "autoincrement");
    if (!k->has_sequence || is_absent(counts) || !value_truth(counts))
        return;
    const char *table = qualified(k, "sqlite_sequence")->text;
    Cell cells[] = {cell_text(k->name), k->sequence};
    db_execute(k->db, str_format("DELETE FROM %s WHERE name = ?", table), cells, NULL, 1);
    db_execute(k->db, str_format("INSERT INTO %s (name, seq) VALUES (?, ?)", table), cells, NULL,
               2);
}

/* --- foreign keys ----------------------------------------------------------------------------- */

/* The first row that refers to nothing, of the table or to it, and their number: table, rowid, parent,
 * number. */
static Result *find_violation(const Keeping *k)
{
    const char *schema = k->schema ? str_format(", %s", literal(k, k->schema)->text)->text : "";
    Str *sql = str_format(
        "SELECT v.\"table\", v.rowid, v.parent, count(*) OVER () FROM (SELECT DISTINCT m.name FROM "
        "%s AS m JOIN pragma_foreign_key_list(m.name%s) AS f WHERE m.type = 'table' AND (m.name = "
        "?1 COLLATE NOCASE OR f.\"table\" = ?1 COLLATE NOCASE)) AS t JOIN "
        "pragma_foreign_key_check(t.name%s) AS v WHERE v.\"table\" = ?1 COLLATE NOCASE OR v.parent "
        "= ?1 COLLATE NOCASE LIMIT 1",
        qualified(k, "sqlite_master")->text, schema, schema);
    return query(k, sql->text, k->name);
}

static Str *cell_shown(const Result *rows, size_t column)
{
    Cell cell = result_cell(rows, 0, column);
    if (cell.kind == CELL_INT64)
        return str_format("%lld", (long long)cell.integer);
    return cell.kind == CELL_TEXT ? cell.text : NULL;
}

static Str *describe(const Result *rows)
{
    const Str *row = cell_shown(rows, 1), *count = cell_shown(rows, 3);
    return str_format("row %s of \"%s\" refers to a row of \"%s\" that does not exist (%s in all)",
                      row ? row->text : "?", cell_shown(rows, 0)->text, cell_shown(rows, 2)->text,
                      count->text);
}

/* Where the connection enforces them the block fails, as the next statement would; where it does not,
 * it is told and left alone. */
static void check_foreign_keys(void *arg)
{
    const Keeping *k = arg;
    Result *rows = find_violation(k);
    if (rows->row_count == 0)
        return;
    if (!k->had_keys) {
        diag_warning(vm_position(), "foreign keys are not enforced here, and %s",
                     describe(rows)->text);
        return;
    }
    Err *err = err_new(ERR_DATABASE, "db.sqlite.constraint_foreignkey",
                       "FOREIGN KEY constraint failed: %s", describe(rows)->text);
    err->pos = vm_position();
    err->hint = str_from("the table is as it was; mend the rows before the block (PRAGMA "
                         "foreign_key_check lists them), or drop the constraint");
    err_raise(err);
}

/* --- the whole -------------------------------------------------------------------------------- */

static void run_kept(void *arg)
{
    Keeping *k = arg;
    refuse_leftover(k);
    k->watch = watch_new(k->copy->context, k->schema, k->name);
    read_sequence(k);
    rename_followed(k);
    if (k->copy->is_renamed)
        watch_read_renamed(k->watch);
    db_set_legacy_alter(k->db, true); /* views wait for the table to come back */
    k->run(k->data);
    write_sequence(k);
    watch_restore(k->watch);
    Err *err = protect(check_foreign_keys, k);
    if (err && k->had_keys)
        err_raise(err);
}

void copy_kept_run(TableCopy *copy, void (*run)(void *data), void *data)
{
    Keeping k = {.copy = copy, .db = copy->context->connection->db, .run = run, .data = data};
    k.schema = table_schema(copy->table);
    k.name = table_name(copy->table);
    Err *err = protect(open_transaction, &k); /* fails when another process writes */
    bool is_open = !err;
    if (is_open)
        err = protect(run_kept, &k);
    if (is_open && err)
        (void)protect(undo, &k);
    restore_switches(&k);
    if (err)
        err_raise(err);
    close_transaction(&k);
}
