/* lex_string.c -- strings and f-strings as tokens. An open f-string gives its text and the tokens of
 * its fields in turn. */
#include "py/lexer.h"

bool is_string_prefix(const char *word, size_t length, bool *is_fstring)
{
    static const char *const prefixes[] = {"r", "b", "u", "f", "br", "rb", "fr", "rf"};
    if (length > 2)
        return false;
    char lower[3] = {(char)(word[0] | 32), length > 1 ? (char)(word[1] | 32) : '\0', '\0'};
    *is_fstring = lower[0] == 'f' || lower[1] == 'f';
    for (size_t i = 0; i < COUNT_OF(prefixes); i++)
        if (strcmp(prefixes[i], lower) == 0)
            return true;
    return false;
}

static bool is_triple(const char *p)
{
    return p[1] == p[0] && p[2] == p[0];
}

/* The last line of the text: what follows a final newline is none. */
static uint32_t last_line(const Lexer *lexer)
{
    return lexer->line - (lexer->counted == lexer->end && lexer->counted_column == 1);
}

/* In the field of an f-string with these quotes the missing thing is more likely the brace. */
static _Noreturn void raise_unterminated(Lexer *lexer, const Token *token, char quote, bool triple)
{
    const Fstring *outer = lexer->fstring_count ? &lexer->fstrings[lexer->fstring_count - 1] : NULL;
    Token where = token_at(token->line, token->column, 1);
    if (outer && outer->quote == quote && outer->triple == triple)
        raise_syntax(lexer->file, &where, NULL, "f-string: expecting '}'");
    raise_syntax(lexer->file, &where, NULL, "unterminated %sstring literal (detected at line %u)",
                 triple ? "triple-quoted " : "", last_line(lexer));
}

/* p is at the opening quote; returns the place after the closing one. */
static const char *pass_string(Lexer *lexer, const Token *token, const char *p)
{
    char quote = *p;
    bool triple = is_triple(p);
    if (!triple && p[1] == quote)
        return p + 2;
    p += triple ? 3 : 1;
    for (;;) {
        char c = *p;
        if (c == quote && (!triple || is_triple(p)))
            return p + (triple ? 3 : 1);
        if (c == '\\' && p + 1 < lexer->end)
            c = *++p;
        else if (p >= lexer->end || (!triple && is_line_end(c)))
            raise_unterminated(lexer, token, quote, triple);
        p = is_line_end(c) ? line_end_pass(lexer, p) : p + 1;
    }
}

void lex_string(Lexer *lexer, Token *token, const char *quote)
{
    const char *end = pass_string(lexer, token, quote);
    token_finish(lexer, token, TOKEN_STRING, end);
}

void lex_fstring_start(Lexer *lexer, Token *token, const char *quote)
{
    if (lexer->fstring_count == FSTRINGS_MAX)
        raise_at(lexer, token->start, quote, "too many nested f-strings");
    Fstring *f = &lexer->fstrings[lexer->fstring_count++];
    *f = (Fstring){.quote = *quote, .triple = is_triple(quote), .in_text = true};
    f->line = token->line;
    f->column = token->column;
    for (const char *p = token->start; p < quote; p++)
        f->raw |= (*p | 32) == 'r';
    token_finish(lexer, token, TOKEN_FSTRING_START, quote + (f->triple ? 3 : 1));
}

static _Noreturn void raise_unterminated_fstring(Lexer *lexer, const Fstring *f)
{
    Token where = token_at(f->line, f->column, 1);
    if (f->fields)
        raise_syntax(lexer->file, &where, NULL, "f-string: expecting '}'");
    raise_syntax(lexer->file, &where, NULL, "unterminated %sf-string literal (detected at line %u)",
                 f->triple ? "triple-quoted " : "", last_line(lexer));
}

/* After a backslash: \N{DASH} is no field, \{ begins one, anything else is passed with it. */
static const char *pass_fstring_escape(Lexer *lexer, const Fstring *f, const char *p)
{
    if (p[1] == '{' || p[1] == '}')
        return p + 1;
    if (!f->raw && p[1] == 'N' && p[2] == '{') {
        const char *q = p + 3;
        while (*q && *q != '}' && !is_line_end(*q) && *q != f->quote)
            q++;
        return *q == '}' ? q + 1 : q;
    }
    if (is_line_end(p[1]))
        return line_end_pass(lexer, p + 1);
    return p + (p + 1 < lexer->end ? 2 : 1);
}

/* The end of the text: at a quote, a field or the end of a format specification. */
static const char *pass_fstring_text(Lexer *lexer, const Fstring *f, const char *p)
{
    bool in_spec = f->fields > 0;
    for (;;) {
        char c = *p;
        if (c == f->quote && (!f->triple || is_triple(p)))
            return p;
        if (p >= lexer->end || (is_line_end(c) && !f->triple))
            raise_unterminated_fstring(lexer, f);
        if (c == '{' || c == '}') {
            if (in_spec || p[1] != c)
                return p;
            p += 2;
        } else if (c == '\\') {
            p = pass_fstring_escape(lexer, f, p);
        } else {
            p = is_line_end(c) ? line_end_pass(lexer, p) : p + 1;
        }
    }
}

/* Text, if there is any; else the token after it: the end quote or a brace. */
static bool lex_fstring_text(Lexer *lexer, Token *token)
{
    Fstring *f = &lexer->fstrings[lexer->fstring_count - 1];
    bool in_spec = f->fields > 0;
    token_start(lexer, token, lexer->at);
    const char *p = pass_fstring_text(lexer, f, lexer->at);
    if (p > token->start) {
        token_finish(lexer, token, TOKEN_FSTRING_TEXT, p);
        token->in_spec = in_spec;
        return true;
    }
    if (*p == f->quote) {
        if (in_spec)
            raise_at(lexer, p, p + 1, "f-string: expecting '}', or format specs");
        lexer->fstring_count--;
        token_finish(lexer, token, TOKEN_FSTRING_END, p + (f->triple ? 3 : 1));
        return true;
    }
    if (*p == '}' && !in_spec)
        raise_at(lexer, p, p + 1, "f-string: single '}' is not allowed");
    f->in_text = false;
    return false;
}

/* The brace that lex_fstring_text stopped at. */
static void lex_field_start(Lexer *lexer, Token *token)
{
    Fstring *f = &lexer->fstrings[lexer->fstring_count - 1];
    if (f->fields == FIELDS_MAX)
        raise_at(lexer, token->start - 1, token->start, "f-string: expressions nested too deeply");
    token_finish(lexer, token, TOKEN_LEFT_BRACE, token->start + 1);
    bracket_open(lexer, token);
    f->depths[f->fields++] = lexer->depth;
}

bool lex_in_fstring(Lexer *lexer, Token *token)
{
    if (lex_fstring_text(lexer, token))
        return true;
    if (*token->start != '{')
        return false;
    lex_field_start(lexer, token);
    return true;
}

const char *skip_string(Lexer *lexer, const char *p)
{
    char quote = *p;
    bool triple = is_triple(p);
    p += triple ? 3 : 1;
    while (p < lexer->end) {
        if (*p == quote && (!triple || is_triple(p)))
            return p + (triple ? 3 : 1);
        if (*p == '\\' && p + 1 < lexer->end)
            p++;
        else if (!triple && is_line_end(*p))
            return p;
        p = is_line_end(*p) ? line_end_pass(lexer, p) : p + 1;
    }
    return lexer->end;
}
