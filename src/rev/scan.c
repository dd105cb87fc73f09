/* scan.c -- finding revision files and reading their headers: fast by bytes (header.c), else from
 * the syntax tree, else by having the module executed. */
#include "rev/rev.h"

#include "py/parse.h"
#include "rev/inside.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* --- folders ---------------------------------------------------------------------------------- */

typedef struct Entry {
    Str *name;
    unsigned char type; /* DT_REG, DT_DIR, DT_LNK, ... */
} Entry;
typedef VEC(Entry) EntryVec;

static int compare_entries(const void *a, const void *b)
{
    return str_compare(((const Entry *)a)->name, ((const Entry *)b)->name);
}

static unsigned char type_of(const Str *folder, const struct dirent *found)
{
    struct stat st;
    if (found->d_type != DT_UNKNOWN)
        return found->d_type;
    if (lstat(path_join(folder, found->d_name)->text, &st) < 0)
        return DT_UNKNOWN;
    return S_ISDIR(st.st_mode) ? DT_DIR : S_ISLNK(st.st_mode) ? DT_LNK : DT_REG;
}

/* Sorted by name; none when the folder does not exist. */
static EntryVec list_folder(const Str *folder)
{
    EntryVec entries = {0};
    DIR *directory = opendir(folder->text);
    if (!directory && errno == ENOENT)
        return entries;
    if (!directory)
        raise_file("file.unreadable", (Pos){.file = str_from(folder->text)}, "%s: %s", folder->text,
                   strerror(errno));
    const struct dirent *found;
    while ((found = readdir(directory))) {
        size_t length = strlen(found->d_name);
        if (strcmp(found->d_name, ".") == 0 || strcmp(found->d_name, "..") == 0 ||
            utf8_check(found->d_name, length) >= 0)
            continue;
        Entry entry = {str_new(found->d_name, length), type_of(folder, found)};
        vec_push(&entries, entry);
    }
    closedir(directory);
    if (entries.length)
        qsort(entries.at, entries.length, sizeof *entries.at, compare_entries);
    return entries;
}

/* name.py, and with sourceless name.pyc and name.pyo; not .#name and not __init__. */
static bool is_revision_name(const Str *name, bool sourceless)
{
    if (str_starts_with(name, ".#") || str_starts_with(name, "__init__"))
        return false;
    return str_ends_with(name, ".py") ||
           (sourceless && (str_ends_with(name, ".pyc") || str_ends_with(name, ".pyo")));
}

/* --- reading one file ------------------------------------------------------------------------- */

typedef struct Scan {
    const ScanOptions *options;
    StrVec *warnings;
    RevisionVec revisions;
    Map seen;    /* real paths */
    char *block; /* reused for every file */
    size_t block_size;
    size_t kept; /* bytes */
} Scan;

static void grow_block(Scan *scan)
{
    size_t size = scan->block_size ? scan->block_size * 2 : 64 * 1024;
    char *bigger = new_bytes(size);
    if (scan->block)
        memcpy(bigger, scan->block, scan->block_size);
    scan->block = bigger;
    scan->block_size = size;
}

/* The file's bytes in scan->block with a NUL behind them; false unless all went well. */
static bool read_file(Scan *scan, const Str *path, size_t *length, const char **text)
{
    int fd = open(path->text, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    ssize_t got = 1;
    *length = 0;
    *text = NULL;
    while (got > 0) {
        if (*length + 1 >= scan->block_size)
            grow_block(scan);
        size_t room = scan->block_size - *length - 1;
        got = read(fd, scan->block + *length, room);
        *length += got > 0 ? (size_t)got : 0;
        if (got > 0 && (size_t)got < room)
            break;
    }
    close(fd);
    scan->block[*length] = '\0';
    *text = scan->block;
    return got >= 0 && utf8_check(scan->block, *length) < 0;
}

/* --- from the syntax tree --------------------------------------------------------------------- */

static bool add_string(StrVec *strings, const Node *n)
{
    if (n->kind != NODE_CONSTANT || n->constant.type != CONSTANT_STR)
        return false;
    vec_push(strings, n->constant.string);
    return true;
}

static const NodeList *items_of(const Node *n)
{
    return n->kind == NODE_TUPLE  ? n->tuple.items
           : n->kind == NODE_LIST ? n->list.items
           : n->kind == NODE_SET  ? n->set.items
                                  : NULL;
}

static bool is_none(const Node *n)
{
    return n->kind == NODE_CONSTANT && n->constant.type == CONSTANT_NONE;
}

/* None, a string, or a collection of strings; (None,) is None too. */
static bool node_strings(const Node *n, StrVec *out)
{
    const NodeList *items = items_of(n);
    if (is_none(n) || (items && items->length == 1 && is_none(items->at[0])))
        return true;
    if (!items)
        return add_string(out, n);
    for (size_t i = 0; i < items->length; i++)
        if (!add_string(out, items->at[i]))
            return false;
    return true;
}

static bool strings_from_tree(const Node *module, const char *name, StrVec *out, bool *is_there)
{
    const Node *value = node_find_assignment(module, intern(name));
    *is_there = value != NULL;
    *out = (StrVec){0};
    return !value || node_strings(value, out);
}

static bool all_names(const NodeList *targets)
{
    for (size_t i = 0; i < targets->length; i++)
        if (targets->at[i]->kind != NODE_NAME)
            return false;
    return true;
}

/* Only plain assignments: the last one is the value. Not so a, b = ...; a += ...; del a. */
static bool is_plain_body(const NodeList *body)
{
    for (size_t i = 0; i < body->length; i++) {
        const Node *n = body->at[i];
        if (n->kind == NODE_AUGMENTED || n->kind == NODE_DELETE ||
            (n->kind == NODE_ASSIGN && !all_names(n->assign.targets)))
            return false;
    }
    return true;
}

void raise_revision_type(Pos pos)
{
    Err *err = err_new(ERR_FILE, "rev.id-type", "revision must be a string");
    err->pos = pos;
    err->hint = str_from("put it in quotes");
    err_raise(err);
}

/* False when the header is not made of literals. */
static bool read_from_tree(Revision *r, bool *has_down_revision)
{
    const Node *module = parse_header(r->path, source_read(r->path));
    if (!is_plain_body(module->module.body))
        return false;
    const Node *id = node_find_assignment(module, intern("revision"));
    StrVec ids = {0};
    bool is_there;
    if (id && !add_string(&ids, id)) {
        if (id->kind == NODE_CONSTANT && id->constant.type != CONSTANT_NONE)
            raise_revision_type(node_pos(id, r->path));
        return false;
    }
    r->id = id ? ids.at[0] : NULL;
    revision_set_docstring(r, node_docstring(module));
    return strings_from_tree(module, "down_revision", &r->down_revisions, has_down_revision) &&
           strings_from_tree(module, "branch_labels", &r->own_labels, &is_there) &&
           strings_from_tree(module, "depends_on", &r->depends_on, &is_there);
}

/* --- from the module itself ------------------------------------------------------------------- */

static void load_module(const Scan *scan, Revision *r)
{
    ScriptLoader *loader = scan->options->loader;
    Str *path = r->path;
    if (!loader) {
        Err *err =
            err_new(ERR_FILE, "rev.not-literal",
                    "revision, down_revision, branch_labels and depends_on must be literals");
        err->pos.file = path;
        err_raise(err);
    }
    *r = (Revision){.path = path, .source = r->source};
    loader->load(loader, r);
    if (!r->long_doc)
        revision_set_docstring(r, NULL);
}

/* --- one revision ----------------------------------------------------------------------------- */

/* Files from before there was a `revision` variable: <hex digits>.py. */
static Str *id_from_name(const Str *path)
{
    Str *name = path_basename(path);
    size_t digits = strspn(name->text, "abcdef0123456789");
    if (!digits || strcmp(name->text + digits, ".py") != 0)
        raise_tool("rev.no-id",
                   "every .py file in a folder of versions is a revision: write revision = '...' "
                   "and down_revision = "
                   "... at its top, or move it elsewhere",
                   "Could not determine revision id from filename %s. Be sure the 'revision' "
                   "variable is declared inside the script (please see 'Upgrading from Alembic "
                   "0.1 to 0.2' in the documentation).",
                   name->text);
    return str_slice_bytes(name, 0, digits);
}

static _Noreturn void raise_no_down_revision(const Revision *r)
{
    Err *err = err_new(ERR_FILE, "rev.no-down-revision", "%s does not say its down_revision",
                       path_basename(r->path)->text);
    err->pos.file = r->path;
    err->hint = str_from("write down_revision = None if it is the first revision");
    err_raise(err);
}

static void drop_empty(StrVec *strings)
{
    for (size_t i = strings->length; i > 0; i--)
        if (!strings->at[i - 1]->length)
            vec_remove(strings, i - 1);
}

static Revision *read_revision(Scan *scan, Str *path)
{
    Revision *r = new (Revision);
    bool has_down_revision = false;
    size_t length;
    const char *text;
    r->path = path;
    if (!read_file(scan, path, &length, &text) || source_is_recoded(text)) {
        Str *checked = source_read(path); /* or raises, saying what is wrong */
        text = checked->text;
        length = checked->length;
    }
    if (length >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0) {
        text += 3;
        length -= 3;
    }
    if (scan->kept + length <= scan->options->keep_sources) {
        r->source = str_new(text, length);
        scan->kept += length;
    }
    HeaderKind kind = header_scan(text, length, r, &has_down_revision);
    if (kind == HEADER_UNUSUAL && read_from_tree(r, &has_down_revision))
        kind = HEADER_LITERAL;
    if (kind != HEADER_LITERAL)
        load_module(scan, r);
    if (kind == HEADER_LITERAL && (!r->id || !has_down_revision))
        parse_module(path, source_read(path)); /* a syntax error says more than what is missing */
    if (!r->id)
        r->id = id_from_name(path);
    if (kind == HEADER_LITERAL && !has_down_revision)
        raise_no_down_revision(r);
    drop_empty(&r->depends_on);
    return r;
}

static _Noreturn void raise_compiled(Str *path)
{
    Err *err = err_new(ERR_FILE, "rev.compiled", "%s is compiled Python, which cannot be read here",
                       path->text);
    err->pos.file = path;
    err->hint = str_from("put the .py file beside it, or remove it");
    err_raise(err);
}

/* A compiled file beside its source is passed over, as in the reference. */
static bool is_beside_source(const Str *path)
{
    return file_is_regular(str_slice_bytes(path, 0, path->length - 1));
}

static void scan_entry(Scan *scan, const Str *folder, const Entry *entry)
{
    Str *path = path_join(folder, entry->name->text);
    if (entry->type == DT_LNK)
        path = path_real(path);
    if (map_has(&scan->seen, path)) {
        vec_push(scan->warnings, str_format("File %s loaded twice! ignoring. Please ensure "
                                            "version_locations is unique.",
                                            path->text));
        return;
    }
    map_put(&scan->seen, path, path);
    Str *name = entry->type == DT_LNK ? path_basename(path) : entry->name;
    if (!is_revision_name(name, scan->options->sourceless))
        return;
    if (str_ends_with(name, ".py"))
        vec_push(&scan->revisions, read_revision(scan, path));
    else if (!is_beside_source(path))
        raise_compiled(path);
}

/* --- whole folders ---------------------------------------------------------------------------- */

static bool has_stem(const EntryVec *entries, const Str *name)
{
    size_t stem = strcspn(name->text, ".");
    for (size_t i = 0; i < entries->length; i++)
        if (strcspn(entries->at[i].name->text, ".") == stem &&
            memcmp(entries->at[i].name->text, name->text, stem) == 0)
            return true;
    return false;
}

/* Byte code in __pycache__ whose source is gone counts as a revision when sourceless. */
static void scan_cache(const Str *folder, const EntryVec *sources)
{
    Str *cache = path_join(folder, "__pycache__");
    EntryVec entries = list_folder(cache);
    for (size_t i = 0; i < entries.length; i++)
        if (is_revision_name(entries.at[i].name, true) && !has_stem(sources, entries.at[i].name))
            raise_compiled(path_join(cache, entries.at[i].name->text));
}

static bool is_folder(const Str *folder, const Entry *entry)
{
    return entry->type == DT_DIR ||
           (entry->type == DT_LNK && file_is_directory(path_join(folder, entry->name->text)));
}

static void scan_folder(Scan *scan, const Str *folder)
{
    EntryVec entries = list_folder(folder);
    for (size_t i = 0; i < entries.length; i++)
        if (!is_folder(folder, &entries.at[i]))
            scan_entry(scan, folder, &entries.at[i]);
    if (scan->options->sourceless)
        scan_cache(folder, &entries);
    if (!scan->options->recursive)
        return;
    for (size_t i = 0; i < entries.length; i++)
        if (entries.at[i].type == DT_DIR && !str_ends_with(entries.at[i].name, "__pycache__"))
            scan_folder(scan, path_join(folder, entries.at[i].name->text));
}

RevisionVec scan_revisions(const ScanOptions *options, StrVec *warnings)
{
    Scan scan = {.options = options, .warnings = warnings};
    for (size_t i = 0; i < options->locations.length; i++)
        scan_folder(&scan, path_real(path_absolute(options->locations.at[i])));
    return scan.revisions;
}

Revision *scan_file(const ScanOptions *options, Str *path)
{
    StrVec warnings = {0};
    Scan scan = {.options = options, .warnings = &warnings};
    if (!is_revision_name(path_basename(path), false))
        return NULL;
    return read_revision(&scan, path);
}

Graph *graph_load(const ScanOptions *options)
{
    StrVec warnings = {0};
    RevisionVec revisions = scan_revisions(options, &warnings);
    Graph *graph = graph_new(revisions);
    for (size_t i = 0; i < graph->warnings.length; i++)
        vec_push(&warnings, graph->warnings.at[i]);
    graph->warnings = warnings;
    return graph;
}
