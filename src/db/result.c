/* result.c -- rows packed into pointer-free blocks, and cells read back out of them. Knows nothing
 * of servers; the collector never looks inside a block, so two million rows cost it nothing. */
#include "db/db.h"

#include "db/driver.h"

#include <stdlib.h>

/* A row is its cells in order, each a kind byte followed by
 *     NULL nothing · BOOL 1 byte · INT64, DOUBLE 8 bytes · the others a 4-byte length and the
 * bytes. Blocks hold BLOCK_ROWS rows each, so that row number >> BLOCK_SHIFT finds the block at
 * once. */
enum { BLOCK_SHIFT = 10, BLOCK_ROWS = 1 << BLOCK_SHIFT };

struct ResultBlock {
    char *data;
    size_t used, capacity;
    size_t *offsets; /* where each row starts in data */
    size_t rows;
};

Result *result_new(size_t column_count)
{
    Result *result = new (Result);
    result->columns = new_array(ResultColumn, column_count);
    result->column_count = column_count;
    result->affected = -1;
    result->command = str_empty;
    return result;
}

/* --- writing ------------------------------------------------------------------------------- */

static ResultBlock *last_block(Result *result)
{
    size_t number = result->row_count >> BLOCK_SHIFT;
    if (result->row_count & (BLOCK_ROWS - 1))
        return result->blocks[number];
    if (number == result->block_capacity) {
        size_t capacity = vec_capacity(number, number + 1);
        result->blocks = mem_grow(result->blocks, number * sizeof *result->blocks,
                                  capacity * sizeof *result->blocks);
        result->block_capacity = capacity;
    }
    return result->blocks[number] = new (ResultBlock);
}

static char *resized(const char *bytes, size_t used, size_t capacity)
{
    char *bigger = new_bytes(capacity);
    if (used)
        memcpy(bigger, bytes, used);
    return bigger;
}

/* Offsets are grown like data: most results have one row, and should not pay for a thousand. */
static void block_add_row(ResultBlock *block, const char *row, size_t length)
{
    if (block->used + length > block->capacity) {
        block->capacity = vec_capacity(block->capacity, block->used + length);
        block->data = resized(block->data, block->used, block->capacity);
    }
    if ((block->rows & (block->rows - 1)) == 0) {
        size_t size = sizeof *block->offsets, rows = block->rows ? block->rows * 2 : 1;
        block->offsets = (void *)resized((char *)block->offsets, block->rows * size, rows * size);
    }
    block->offsets[block->rows++] = block->used;
    if (length)
        memcpy(block->data + block->used, row, length);
    block->used += length;
}

/* A full block gives back the slack of its doubling. */
static void block_trim(ResultBlock *block)
{
    block->data = resized(block->data, block->used, block->used);
    block->capacity = block->used;
}

void builder_row_start(ResultBuilder *b)
{
    buf_truncate(&b->row, 0);
}

void builder_row_end(ResultBuilder *b)
{
    ResultBlock *block = last_block(b->result);
    block_add_row(block, b->row.data, b->row.length);
    b->result->row_count++;
    if (block->rows == BLOCK_ROWS)
        block_trim(block);
}

void builder_put_null(ResultBuilder *b)
{
    buf_char(&b->row, CELL_NULL);
}

void builder_put_bool(ResultBuilder *b, bool boolean)
{
    char bytes[2] = {CELL_BOOL, boolean};
    buf_bytes(&b->row, bytes, sizeof bytes);
}

void builder_put_int(ResultBuilder *b, int64_t integer)
{
    buf_char(&b->row, CELL_INT64);
    buf_bytes(&b->row, (char *)&integer, sizeof integer);
}

void builder_put_double(ResultBuilder *b, double real)
{
    buf_char(&b->row, CELL_DOUBLE);
    buf_bytes(&b->row, (char *)&real, sizeof real);
}

void builder_put_bytes(ResultBuilder *b, CellKind kind, const char *bytes, size_t length)
{
    uint32_t size = (uint32_t)length;
    buf_char(&b->row, (char)kind);
    buf_bytes(&b->row, (char *)&size, sizeof size);
    if (length)
        buf_bytes(&b->row, bytes, length);
}

static int hex_digit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* bytea as printed, "\x00ff" or the older "\000\377abc\\", into out; how many bytes it made. */
static size_t decode_bytea(const char *text, size_t length, char *out)
{
    size_t made = 0;
    if (length >= 2 && text[0] == '\\' && text[1] == 'x') {
        for (size_t i = 2; i + 1 < length; i += 2)
            out[made++] = (char)(hex_digit(text[i]) << 4 | hex_digit(text[i + 1]));
        return made;
    }
    for (size_t i = 0; i < length; i++) {
        if (text[i] != '\\')
            out[made++] = text[i];
        else if (i + 3 < length && text[i + 1] != '\\') {
            out[made++] =
                (char)((text[i + 1] - '0') << 6 | (text[i + 2] - '0') << 3 | (text[i + 3] - '0'));
            i += 3;
        } else
            out[made++] = text[++i < length ? i : i - 1];
    }
    return made;
}

static void put_bytea(ResultBuilder *b, const char *text, size_t length)
{
    char *decoded = new_bytes(length);
    builder_put_bytes(b, CELL_BYTES, decoded, decode_bytea(text, length, decoded));
}

void builder_put_printed(ResultBuilder *b, CellKind kind, const char *text, size_t length)
{
    switch (kind) {
    case CELL_BOOL:
        builder_put_bool(b, text[0] == 't');
        break;
    case CELL_INT64:
        builder_put_int(b, strtoll(text, NULL, 10));
        break;
    case CELL_DOUBLE:
        builder_put_double(b, strtod(text, NULL));
        break;
    case CELL_BYTES:
        put_bytea(b, text, length);
        break;
    default:
        builder_put_bytes(b, kind, text, length);
    }
}

/* --- reading ------------------------------------------------------------------------------- */

static uint32_t read_length(const char *at)
{
    uint32_t length;
    memcpy(&length, at, sizeof length);
    return length;
}

/* Size of the cell at `at`, kind byte included. */
static size_t cell_size(const char *at)
{
    switch ((CellKind)*at) {
    case CELL_NULL:
        return 1;
    case CELL_BOOL:
        return 2;
    case CELL_INT64:
    case CELL_DOUBLE:
        return 9;
    default:
        return 5 + (size_t)read_length(at + 1);
    }
}

static Str *cell_text_checked(const ResultColumn *column, const char *bytes, size_t length)
{
    if (utf8_check(bytes, length) >= 0)
        raise_database("db.cell.utf8", NULL, "Could not decode to UTF-8 column '%s' with text '%s'",
                       column->name->text, str_lossy(bytes, length)->text);
    return str_new(bytes, length);
}

static Cell decode_cell(const ResultColumn *column, const char *at)
{
    Cell cell = {.kind = (CellKind)*at, .element = column->element};
    const char *body = at + 1;
    switch (cell.kind) {
    case CELL_NULL:
        break;
    case CELL_BOOL:
        cell.boolean = *body;
        break;
    case CELL_INT64:
        memcpy(&cell.integer, body, sizeof cell.integer);
        break;
    case CELL_DOUBLE:
        memcpy(&cell.real, body, sizeof cell.real);
        break;
    case CELL_BYTES:
        cell.bytes.length = read_length(body);
        cell.bytes.data = body + 4;
        break;
    default:
        cell.text = cell_text_checked(column, body + 4, read_length(body));
    }
    return cell;
}

static const char *row_start(const Result *result, size_t row)
{
    BUG_UNLESS(row < result->row_count);
    const ResultBlock *block = result->blocks[row >> BLOCK_SHIFT];
    return block->data + block->offsets[row & (BLOCK_ROWS - 1)];
}

Cell result_cell(const Result *result, size_t row, size_t column)
{
    BUG_UNLESS(column < result->column_count);
    const char *at = row_start(result, row);
    for (size_t i = 0; i < column; i++)
        at += cell_size(at);
    return decode_cell(&result->columns[column], at);
}

void result_row(const Result *result, size_t row, Cell *cells)
{
    const char *at = row_start(result, row);
    for (size_t i = 0; i < result->column_count; i++) {
        cells[i] = decode_cell(&result->columns[i], at);
        at += cell_size(at);
    }
}

ptrdiff_t result_column_find(const Result *result, const char *name)
{
    for (size_t i = 0; i < result->column_count; i++)
        if (str_is(result->columns[i].name, name))
            return (ptrdiff_t)i;
    return -1;
}

/* --- PostgreSQL arrays --------------------------------------------------------------------- */

typedef struct ArrayReader {
    const char *at, *end;
    const Str *whole;
    CellKind element;
} ArrayReader;

static _Noreturn void raise_array(const ArrayReader *r)
{
    raise_database("db.cell.array", NULL, "malformed array literal: \"%s\"", r->whole->text);
}

/* By way of the row packing. */
Cell cell_printed(CellKind kind, const char *text, size_t length)
{
    static const ResultColumn unnamed = {0};
    ResultColumn column = unnamed;
    column.name = str_empty;
    ResultBuilder b = {0};
    builder_put_printed(&b, kind, text, length);
    return decode_cell(&column, b.row.data);
}

static Cell read_quoted(ArrayReader *r)
{
    Buf text = {0};
    for (r->at++; r->at < r->end && *r->at != '"'; r->at++) {
        if (*r->at == '\\' && r->at + 1 < r->end)
            r->at++;
        buf_char(&text, *r->at);
    }
    if (r->at >= r->end)
        raise_array(r);
    r->at++;
    return cell_printed(r->element, text.data ? text.data : "", text.length);
}

static Cell read_plain(ArrayReader *r)
{
    const char *start = r->at;
    while (r->at < r->end && !strchr(",}", *r->at))
        r->at++;
    size_t length = (size_t)(r->at - start);
    if (length == 4 && memcmp(start, "NULL", 4) == 0)
        return cell_null();
    return cell_printed(r->element, str_new(start, length)->text, length);
}

/* The text of an inner array, braces included. */
static Cell read_inner(ArrayReader *r)
{
    const char *start = r->at;
    int depth = 0;
    bool quoted = false;
    for (; r->at < r->end; r->at++) {
        if (*r->at == '\\')
            r->at++;
        else if (*r->at == '"')
            quoted = !quoted;
        else if (!quoted && *r->at == '{')
            depth++;
        else if (!quoted && *r->at == '}' && --depth == 0)
            break;
    }
    if (r->at >= r->end)
        raise_array(r);
    r->at++;
    Str *text = str_new(start, (size_t)(r->at - start));
    return (Cell){.kind = CELL_ARRAY, .element = r->element, .text = text};
}

static Cell read_item(ArrayReader *r)
{
    switch (*r->at) {
    case '"':
        return read_quoted(r);
    case '{':
        return read_inner(r);
    default:
        return read_plain(r);
    }
}

CellVec cell_array(const Cell *array)
{
    CellVec items = {0};
    const Str *text = array->text;
    ArrayReader r = {text->text, text->text + text->length, text, array->element};
    /* bounds other than 1 are printed first: [0:2]={1,2,3} */
    if (*r.at == '[')
        r.at = strchr(r.at, '=') ? strchr(r.at, '=') + 1 : r.end;
    if (r.at >= r.end || *r.at++ != '{')
        raise_array(&r);
    if (r.at < r.end && *r.at == '}')
        return items;
    while (r.at < r.end) {
        vec_push(&items, read_item(&r));
        if (r.at >= r.end || *r.at == '}')
            break;
        if (*r.at++ != ',')
            raise_array(&r);
    }
    if (r.at >= r.end)
        raise_array(&r);
    return items;
}

/* --- foreign text -------------------------------------------------------------------------- */

Str *str_lossy(const char *bytes, size_t length)
{
    if (utf8_check(bytes, length) < 0)
        return str_new(bytes, length);
    Buf out = {0};
    while (length) {
        ptrdiff_t bad = utf8_check(bytes, length);
        size_t good = bad < 0 ? length : (size_t)bad;
        buf_bytes(&out, bytes, good);
        bytes += good;
        length -= good;
        if (length) {
            buf_code_point(&out, 0xFFFD);
            bool leads = (unsigned char)*bytes >= 0xC2 && (unsigned char)*bytes <= 0xF4;
            bytes++;
            length--;
            /* what is left of the same broken sequence */
            while (leads && length && ((unsigned char)*bytes & 0xC0) == 0x80) {
                bytes++;
                length--;
            }
        }
    }
    return buf_str(&out);
}

Str *str_lossy_from(const char *text)
{
    return str_lossy(text, strlen(text));
}
