/* lex.c -- bytes to tokens: indentation, brackets, names, numbers, operators. Knows nothing of the
 * grammar beyond that; what a literal means is literal.c's work. Strings and f-strings: lex_string.c. */

#include "py/lexer.h"
#include "py/unicode.h"

#define TOKEN(name, text) text,
static const char *const token_texts[] = {SPECIAL_TOKENS(TOKEN) KEYWORD_TOKENS(TOKEN)
                                              SINGLE_TOKENS(TOKEN) COMPOUND_TOKENS(TOKEN)};
#undef TOKEN

const char *token_text(TokenType type)
{
    return token_texts[type];
}

enum { BLANK = 1, LETTER = 2, DIGIT = 4, OPENING = 8, CLOSING = 16, SECOND = 32 };

/* What a byte may be; bytes beyond ASCII count as letters until looked at closely. SECOND: it may
 * follow the first character of an operator. */
static uint8_t character_class(char c)
{
    static const uint8_t classes[256] = {
        [' '] = BLANK,         ['\t'] = BLANK,         ['\f'] = BLANK,
        ['_'] = LETTER,        ['a' ... 'z'] = LETTER, ['A' ... 'Z'] = LETTER,
        ['0' ... '9'] = DIGIT, [0x80 ... 0xFF] = LETTER,
        ['('] = OPENING,       ['['] = OPENING,        ['{'] = OPENING,
        [')'] = CLOSING,       [']'] = CLOSING,        ['}'] = CLOSING,
        ['='] = SECOND,        ['*'] = SECOND,         ['/'] = SECOND,
        ['<'] = SECOND,        ['>'] = SECOND,         ['-'] = SECOND,
        ['.'] = SECOND,
    };
    return classes[(unsigned char)c];
}

static bool is_digit(char c)
{
    return character_class(c) == DIGIT;
}

static bool is_word(char c)
{
    return (character_class(c) & (LETTER | DIGIT)) != 0;
}

/* --- places and errors ------------------------------------------------------------------------ */

void raise_syntax(Str *file, const Token *where, const char *hint, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    Str *message = str_format_list(format, args);
    va_end(args);
    Err *err = err_new(ERR_SCRIPT, "script.syntax", "%s", message->text);
    bool one_line = where->end_line == where->line && where->end_column > where->column;
    err->pos = (Pos){file, where->line, where->column, one_line ? where->end_column : 0};
    err->hint = hint ? str_from(hint) : NULL;
    err_raise(err);
}

/* The column of p, which is in the current line. Counts on from the last place asked for, so that a
 * line costs its length once. */
static uint32_t column_of(Lexer *lexer, const char *p)
{
    if (lexer->ascii)
        return lexer->counted_column + (uint32_t)(p - lexer->counted);
    uint32_t count = 0;
    for (const char *q = lexer->counted; q < p; q++)
        count += ((unsigned char)*q & 0xC0) != 0x80;
    lexer->counted_column += count;
    lexer->counted = p;
    return lexer->counted_column;
}

Token token_between(Lexer *lexer, const char *from, const char *to)
{
    Token where = {.line = lexer->line, .end_line = lexer->line};
    where.column = column_of(lexer, from);
    where.end_column = column_of(lexer, to);
    return where;
}

Token token_at(uint32_t line, uint32_t column, uint32_t length)
{
    return (Token){.line = line, .column = column, .end_line = line, .end_column = column + length};
}

const char *line_end_pass(Lexer *lexer, const char *p)
{
    p += p[0] == '\r' && p[1] == '\n' ? 2 : 1;
    lexer->line++;
    lexer->counted = p;
    lexer->counted_column = 1;
    return p;
}

void token_start(Lexer *lexer, Token *token, const char *from)
{
    token->start = from;
    token->line = lexer->line;
    token->column = column_of(lexer, from);
    token->in_spec = false;
}

void token_finish(Lexer *lexer, Token *token, TokenType type, const char *to)
{
    token->type = type;
    token->end = to;
    token->end_line = lexer->line;
    token->end_column = column_of(lexer, to);
    lexer->at = to;
    lexer->any_token_in_line = true;
}

void lexer_init(Lexer *lexer, Str *file, const Str *source)
{
    *lexer = (Lexer){.file = file,
                     .at = source->text,
                     .end = source->text + source->length,
                     .line = 1,
                     .counted = source->text,
                     .counted_column = 1,
                     .ascii = str_is_ascii(source),
                     .line_begins = true};
}

/* --- indentation --------------------------------------------------------------------------------
 */

static uint32_t indent_top(const Lexer *lexer, const uint32_t *stack)
{
    return lexer->indent_count ? stack[lexer->indent_count - 1] : 0;
}

static _Noreturn void raise_tabs(Lexer *lexer, const char *from, const char *to)
{
    Token where = token_between(lexer, from, to);
    raise_syntax(lexer->file, &where, "indent with spaces only",
                 "inconsistent use of tabs and spaces in indentation");
}

/* Measures blanks twice, with tab stops at 8 and tabs as one: the two orders must agree. */
static const char *measure_indent(const char *p, uint32_t *column, uint32_t *narrow)
{
    *column = *narrow = 0;
    for (;; p++) {
        if (*p == ' ')
            ++*column, ++*narrow;
        else if (*p == '\t')
            *column = (*column / 8 + 1) * 8, ++*narrow;
        else if (*p == '\f')
            *column = *narrow = 0;
        else
            return p;
    }
}

static bool indent_push(Lexer *lexer, const char *begin, const char *p, uint32_t column,
                        uint32_t narrow)
{
    if (narrow <= indent_top(lexer, lexer->narrow_indents))
        raise_tabs(lexer, begin, p);
    if (lexer->indent_count == INDENTS_MAX)
        raise_at(lexer, begin, p, "too many levels of indentation");
    lexer->indents[lexer->indent_count] = column;
    lexer->narrow_indents[lexer->indent_count++] = narrow;
    return true;
}

static void indent_pop(Lexer *lexer, const char *begin, const char *p, uint32_t column,
                       uint32_t narrow)
{
    while (column < indent_top(lexer, lexer->indents)) {
        lexer->indent_count--;
        lexer->dedents++;
    }
    if (column != indent_top(lexer, lexer->indents)) {
        const char *end = p + strcspn(p, "\r\n");
        raise_at(lexer, end, end, "unindent does not match any outer indentation level");
    }
    if (narrow != indent_top(lexer, lexer->narrow_indents))
        raise_tabs(lexer, begin, p);
}

/* Passes blank and comment lines, then compares the indentation of the first real one. */
static bool lex_indentation(Lexer *lexer, Token *token)
{
    uint32_t column, narrow;
    const char *begin, *p = lexer->at;
    for (;;) {
        begin = p;
        p = measure_indent(p, &column, &narrow);
        if (*p == '#')
            while (p < lexer->end && !is_line_end(*p))
                p++;
        if (!is_line_end(*p))
            break;
        p = line_end_pass(lexer, p);
    }
    lexer->at = p;
    lexer->line_begins = false;
    lexer->any_token_in_line = false;
    if (p == lexer->end)
        column = narrow = 0;
    if (column > indent_top(lexer, lexer->indents)) {
        indent_push(lexer, begin, p, column, narrow);
        token_start(lexer, token, begin);
        token_finish(lexer, token, TOKEN_INDENT, p);
        return true;
    }
    indent_pop(lexer, begin, p, column, narrow);
    return false;
}

/* --- blanks, comments, line ends -------------------------------------------------------------- */

static const char *pass_continuation(Lexer *lexer, const char *p)
{
    if (!is_line_end(p[1])) {
        if (p + 1 == lexer->end)
            raise_at(lexer, p, p + 1, "unexpected EOF while parsing");
        raise_at(lexer, p + 1, p + 2, "unexpected character after line continuation character");
    }
    p = line_end_pass(lexer, p + 1);
    if (p == lexer->end)
        raise_at(lexer, p, p, "unexpected EOF while parsing");
    return p;
}

static const char *pass_blanks(Lexer *lexer)
{
    const char *p = lexer->at;
    for (;;) {
        while (character_class(*p) == BLANK)
            p++;
        if (*p == '#')
            while (p < lexer->end && !is_line_end(*p))
                p++;
        if (*p == '\\')
            p = pass_continuation(lexer, p);
        else if (is_line_end(*p) && lexer->depth > 0)
            p = line_end_pass(lexer, p);
        else
            return p;
    }
}

static void lex_line_end(Lexer *lexer, Token *token, const char *p)
{
    token_start(lexer, token, p);
    token_finish(lexer, token, TOKEN_NEWLINE, p + 1);
    lexer->at = line_end_pass(lexer, p);
    lexer->line_begins = true;
}

static void lex_end(Lexer *lexer, Token *token, const char *p)
{
    if (*p == '\0' && p < lexer->end)
        raise_at(lexer, p, p + 1, "source code cannot contain null bytes");
    if (lexer->depth > 0) {
        const Bracket *open = &lexer->brackets[lexer->depth - 1];
        Token where = token_at(open->line, open->column, 1);
        raise_syntax(lexer->file, &where, NULL, "'%c' was never closed", open->opening);
    }
    bool finish_line = lexer->any_token_in_line;
    token_start(lexer, token, p);
    token_finish(lexer, token, finish_line ? TOKEN_NEWLINE : TOKEN_END, p);
    lexer->any_token_in_line = false;
    if (!finish_line && lexer->indent_count) {
        lexer->dedents = lexer->indent_count - 1;
        lexer->indent_count = 0;
        token->type = TOKEN_DEDENT;
    }
}

/* --- names and keywords ----------------------------------------------------------------------- */

static TokenType keyword_find(const char *word, size_t length)
{
    /* The first keyword of each length; KEYWORD_TOKENS is ordered by it. */
    static const uint8_t first[] = {
        [2] = TOKEN_AS,     [3] = TOKEN_AND,     [4] = TOKEN_ELIF,     [5] = TOKEN_ASYNC,
        [6] = TOKEN_ASSERT, [7] = TOKEN_FINALLY, [8] = TOKEN_CONTINUE, [9] = TOKEN_NONLOCAL + 1};
    if (length < 2 || length > 8)
        return TOKEN_NAME;
    for (int type = first[length]; type < first[length + 1]; type++) {
        const char *text = token_texts[type];
        if (text[0] == word[0] && text[1] == word[1] && memcmp(text, word, length) == 0)
            return (TokenType)type;
    }
    return TOKEN_NAME;
}

static _Noreturn void raise_character(Lexer *lexer, const char *p)
{
    const char *next = p;
    uint32_t c = utf8_next(&next);
    if (c < 0x20 || c == 0x7F || c == 0xA0 || (c >= 0x80 && c < 0xA0) ||
        (c >= 0x2000 && c <= 0x200F) || (c >= 0x2028 && c <= 0x202F) || c == 0x3000 || c == 0xFEFF)
        raise_at(lexer, p, next, "invalid non-printable character U+%04X", c);
    if (c < 0x80)
        raise_at(lexer, p, next, "invalid syntax");
    raise_at(lexer, p, next, "invalid character '%.*s' (U+%04X)", (int)(next - p), p, c);
}

static const char *pass_word(Lexer *lexer, const char *p)
{
    for (const char *start = p;;) {
        while (is_word(*p) && (signed char)*p >= 0)
            p++;
        if ((signed char)*p >= 0)
            return p;
        const char *next = p;
        uint32_t c = utf8_next(&next);
        if (p == start ? !unicode_is_identifier_start(c) : !unicode_is_identifier_part(c))
            raise_character(lexer, p);
        p = next;
    }
}

/* --- numbers ---------------------------------------------------------------------------------- */

static bool is_radix_digit(char c, int radix)
{
    if (radix == 16)
        return is_digit(c) || ((c | 32) >= 'a' && (c | 32) <= 'f');
    return c >= '0' && c < '0' + radix;
}

/* 1_000: an underscore stands between digits only. */
static const char *pass_digits(Lexer *lexer, const char *p, int radix, const char *name)
{
    for (;;) {
        while (is_radix_digit(*p, radix))
            p++;
        if (*p != '_')
            return p;
        if (!is_radix_digit(p[1], radix))
            raise_at(lexer, p, p + 1, "invalid %s literal", name);
        p++;
    }
}

/* A letter right after a number is an error, except for keywords: "1if x else y" is legal. */
static const char *number_finish(Lexer *lexer, const char *p, const char *name)
{
    static const char *const followers[] = {"and", "else", "for", "if", "in", "is", "not", "or"};
    if (!is_word(*p))
        return p;
    for (size_t i = 0; i < COUNT_OF(followers); i++)
        if (strncmp(p, followers[i], strlen(followers[i])) == 0)
            return p;
    if ((signed char)*p < 0)
        pass_word(lexer, p);
    raise_at(lexer, p - 1, p, "invalid %s literal", name);
}

static const char *pass_radix_number(Lexer *lexer, const char *p, int radix, const char *name)
{
    p += 2 + (p[2] == '_');
    if (!is_radix_digit(*p, radix)) {
        if (is_digit(*p))
            raise_at(lexer, p, p + 1, "invalid digit '%c' in %s literal", *p, name);
        raise_at(lexer, p - 1, p, "invalid %s literal", name);
    }
    p = pass_digits(lexer, p, radix, name);
    if (is_digit(*p))
        raise_at(lexer, p, p + 1, "invalid digit '%c' in %s literal", *p, name);
    return number_finish(lexer, p, name);
}

static const char *pass_exponent(Lexer *lexer, const char *p)
{
    const char *digits = p + 1 + (p[1] == '+' || p[1] == '-');
    return is_digit(*digits) ? pass_digits(lexer, digits, 10, "decimal") : p;
}

static const char *pass_decimal_number(Lexer *lexer, const char *begin)
{
    const char *name = "decimal", *p = begin;
    if (*p != '.')
        p = pass_digits(lexer, p, 10, name);
    const char *integer_end = p;
    if (*p == '.')
        p = is_digit(p[1]) ? pass_digits(lexer, p + 1, 10, name) : p + 1;
    if ((*p | 32) == 'e')
        p = pass_exponent(lexer, p);
    bool is_integer = p == integer_end;
    if ((*p | 32) == 'j') {
        p++;
        is_integer = false;
        name = "imaginary";
    }
    if (is_integer && *begin == '0')
        for (const char *q = begin; q < p; q++)
            if (*q != '0' && *q != '_')
                raise_at(lexer, begin, p,
                         "leading zeros in decimal integer literals are not permitted; use an 0o "
                         "prefix for octal integers");
    return number_finish(lexer, p, name);
}

static const char *pass_number(Lexer *lexer, const char *p)
{
    if (*p == '0' && (p[1] | 32) == 'x')
        return pass_radix_number(lexer, p, 16, "hexadecimal");
    if (*p == '0' && (p[1] | 32) == 'o')
        return pass_radix_number(lexer, p, 8, "octal");
    if (*p == '0' && (p[1] | 32) == 'b')
        return pass_radix_number(lexer, p, 2, "binary");
    return pass_decimal_number(lexer, p);
}

/* --- operators and brackets ------------------------------------------------------------------- */

void bracket_open(Lexer *lexer, const Token *token)
{
    if (lexer->depth == BRACKETS_MAX)
        raise_syntax(lexer->file, token, NULL, "too many nested parentheses");
    lexer->brackets[lexer->depth++] = (Bracket){*token->start, token->line, token->column};
}

static bool is_pair(char opening, char closing)
{
    return closing == (opening == '(' ? ')' : opening == '[' ? ']' : '}');
}

static void bracket_close(Lexer *lexer, const Token *token)
{
    char closing = *token->start;
    if (lexer->depth == 0)
        raise_syntax(lexer->file, token, NULL, "unmatched '%c'", closing);
    bool bare = lexer_in_bare_field(lexer);
    const Bracket *open = &lexer->brackets[lexer->depth - 1];
    if (bare && closing != '}')
        raise_syntax(lexer->file, token, NULL, "f-string: unmatched '%c'", closing);
    if (!is_pair(open->opening, closing)) {
        if (open->line != lexer->line)
            raise_syntax(
                lexer->file, token, NULL,
                "closing parenthesis '%c' does not match opening parenthesis '%c' on line %u",
                closing, open->opening, open->line);
        raise_syntax(lexer->file, token, NULL,
                     "closing parenthesis '%c' does not match opening parenthesis '%c'", closing,
                     open->opening);
    }
    lexer->depth--;
    if (bare) {
        Fstring *f = &lexer->fstrings[lexer->fstring_count - 1];
        f->fields--;
        f->in_text = true;
    }
}

bool lexer_in_bare_field(const Lexer *lexer)
{
    if (lexer->fstring_count == 0)
        return false;
    const Fstring *f = &lexer->fstrings[lexer->fstring_count - 1];
    return f->fields > 0 && f->depths[f->fields - 1] == lexer->depth;
}

static TokenType single_find(char c)
{
    static const uint8_t types[128] = {
        ['('] = TOKEN_LEFT_PARENTHESIS,
        [')'] = TOKEN_RIGHT_PARENTHESIS,
        ['['] = TOKEN_LEFT_BRACKET,
        [']'] = TOKEN_RIGHT_BRACKET,
        ['{'] = TOKEN_LEFT_BRACE,
        ['}'] = TOKEN_RIGHT_BRACE,
        [','] = TOKEN_COMMA,
        [':'] = TOKEN_COLON,
        [';'] = TOKEN_SEMICOLON,
        ['.'] = TOKEN_DOT,
        ['='] = TOKEN_ASSIGN,
        ['+'] = TOKEN_PLUS,
        ['-'] = TOKEN_MINUS,
        ['*'] = TOKEN_STAR,
        ['/'] = TOKEN_SLASH,
        ['%'] = TOKEN_PERCENT,
        ['@'] = TOKEN_AT,
        ['&'] = TOKEN_AMPERSAND,
        ['|'] = TOKEN_BAR,
        ['^'] = TOKEN_CARET,
        ['~'] = TOKEN_TILDE,
        ['<'] = TOKEN_LESS,
        ['>'] = TOKEN_GREATER,
        ['!'] = TOKEN_EXCLAMATION,
    };
    return (unsigned char)c < 128 ? types[(unsigned char)c] : 0;
}

static TokenType operator_find(const char *p, size_t *length)
{
    *length = 1;
    if (character_class(p[1]) == SECOND)
        for (int type = TOKEN_ELLIPSIS; type < TOKEN_COUNT; type++) {
            const char *text = token_texts[type];
            size_t n = text[0] == p[0] && text[1] == p[1] ? strlen(text) : 0;
            if (n && strncmp(text, p, n) == 0) {
                *length = n;
                return (TokenType)type;
            }
        }
    return single_find(*p);
}

static void lex_operator(Lexer *lexer, Token *token, const char *p)
{
    if (p[0] == '<' && p[1] == '>')
        raise_at(lexer, p, p + 2, "invalid syntax");
    size_t length;
    bool bare = lexer_in_bare_field(lexer);
    TokenType type = operator_find(p, &length);
    if (bare && *p == ':') { /* the format specification, even in {x:=5} */
        type = TOKEN_COLON;
        length = 1;
    }
    if (type == 0 && strchr("?$`", *p))
        type = TOKEN_UNKNOWN;
    if (type == 0)
        raise_character(lexer, p);
    token_finish(lexer, token, type, p + length);
    if (character_class(*p) == OPENING)
        bracket_open(lexer, token);
    else if (character_class(*p) == CLOSING)
        bracket_close(lexer, token);
    else if (bare && type == TOKEN_COLON)
        lexer->fstrings[lexer->fstring_count - 1].in_text = true;
}

/* --- the door --------------------------------------------------------------------------------- */

static void lex_word(Lexer *lexer, Token *token, const char *p)
{
    const char *end = pass_word(lexer, p);
    size_t length = (size_t)(end - p);
    bool is_fstring;
    if ((*end == '"' || *end == '\'') && is_string_prefix(p, length, &is_fstring)) {
        if (is_fstring)
            lex_fstring_start(lexer, token, end);
        else
            lex_string(lexer, token, end);
        return;
    }
    token_finish(lexer, token, keyword_find(p, length), end);
}

static void lex_dedent(Lexer *lexer, Token *token)
{
    lexer->dedents--;
    token_start(lexer, token, lexer->at);
    token_finish(lexer, token, TOKEN_DEDENT, lexer->at);
    lexer->any_token_in_line = false;
}

void lexer_next(Lexer *lexer, Token *token)
{
    bool in_text = lexer->fstring_count && lexer->fstrings[lexer->fstring_count - 1].in_text;
    if (in_text && lex_in_fstring(lexer, token))
        return;
    if (lexer->line_begins && lex_indentation(lexer, token))
        return;
    if (lexer->dedents) {
        lex_dedent(lexer, token);
        return;
    }
    const char *p = pass_blanks(lexer);
    if (*p == '\0') {
        lex_end(lexer, token, p);
        return;
    }
    if (is_line_end(*p)) {
        lex_line_end(lexer, token, p);
        return;
    }
    token_start(lexer, token, p);
    if (character_class(*p) == LETTER)
        lex_word(lexer, token, p);
    else if (is_digit(*p) || (*p == '.' && is_digit(p[1])))
        token_finish(lexer, token, TOKEN_NUMBER, pass_number(lexer, p));
    else if (*p == '"' || *p == '\'')
        lex_string(lexer, token, p);
    else
        lex_operator(lexer, token, p);
}

static bool begins_in_first_column(const char *p)
{
    return character_class(*p) != BLANK && !is_line_end(*p) && *p != '#';
}

void lexer_skip_block(Lexer *lexer)
{
    const char *p = lexer->at;
    uint32_t depth = lexer->depth;
    while (p < lexer->end) {
        char c = *p;
        if (c == '"' || c == '\'') {
            p = skip_string(lexer, p);
        } else if (c == '#') {
            while (p < lexer->end && !is_line_end(*p))
                p++;
        } else if (is_line_end(c)) {
            p = line_end_pass(lexer, p);
            if (depth == 0 && begins_in_first_column(p))
                break;
        } else {
            depth += c == '(' || c == '[' || c == '{';
            depth -= depth > 0 && (c == ')' || c == ']' || c == '}');
            p += c == '\\' && p + 1 < lexer->end && !is_line_end(p[1]) ? 2 : 1;
            if (c == '\\' && is_line_end(*p))
                p = line_end_pass(lexer, p);
        }
    }
    lexer->at = p;
    lexer->depth = 0;
    lexer->line_begins = true;
    lexer->any_token_in_line = false;
}
