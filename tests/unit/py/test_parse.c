/* Lexer and parser: trees, spans, messages, limits. */
#include "unit.h"

#include "py/parse.h"

typedef struct Job {
    Node *(*rule)(Str *file, Str *source);
    Str *source;
    Node *tree;
} Job;

static void run_job(void *arg)
{
    Job *job = arg;
    job->tree = job->rule(str_from("t.py"), job->source);
}

static const char *dump_expression(const char *source)
{
    Job job = {parse_expression, str_from(source), NULL};
    Err *err = protect(run_job, &job);
    return err ? err->message->text : node_dump(job.tree)->text;
}

/* The statements of a module without the (MODULE [...]) around them. */
static const char *dump_module(const char *source)
{
    Job job = {parse_module, str_from(source), NULL};
    Err *err = protect(run_job, &job);
    if (err)
        return err->message->text;
    Str *dump = node_dump(job.tree);
    return str_slice_bytes(dump, strlen("(MODULE ["), dump->length - 2)->text;
}

/* "line:column-end_column message" */
static const char *error_of(const char *source)
{
    Job job = {parse_module, str_from(source), NULL};
    Err *err = protect(run_job, &job);
    if (!err)
        return "no error";
    CHECK(err->kind == ERR_SCRIPT && strcmp(err->code, "script.syntax") == 0);
    return str_format("%u:%u-%u %s", err->pos.line, err->pos.column, err->pos.end_column,
                      err->message->text)
        ->text;
}

#define EXPRESSION(source, dump) CHECK_TEXT(dump_expression(source), dump)
#define STATEMENT(source, dump)  CHECK_TEXT(dump_module(source), dump)
#define REFUSED(source, message) CHECK_TEXT(error_of(source), message)

TEST(operators_bind_as_in_python)
{
    EXPRESSION("a + b * -c ** d",
               "(BINARY + (NAME a) (BINARY * (NAME b) (UNARY - (BINARY ** (NAME c) (NAME d)))))");
    EXPRESSION("not a in b", "(UNARY not (COMPARE (NAME a) in (NAME b)))");
    EXPRESSION("a < b is not c", "(COMPARE (NAME a) < (NAME b) is not (NAME c))");
    EXPRESSION("a or b and c or d",
               "(BOOLEAN or [(NAME a) (BOOLEAN and [(NAME b) (NAME c)]) (NAME d)])");
    EXPRESSION("a if b else c if d else e",
               "(CONDITIONAL (NAME b) (NAME a) (CONDITIONAL (NAME d) (NAME c) (NAME e)))");
    EXPRESSION("a - b - c", "(BINARY - (BINARY - (NAME a) (NAME b)) (NAME c))");
}

TEST(constants)
{
    EXPRESSION("1_000", "(CONSTANT 1000)");
    EXPRESSION("0xFF + 0b11 + 0o17",
               "(BINARY + (BINARY + (CONSTANT 255) (CONSTANT 3)) (CONSTANT 15))");
    EXPRESSION("9223372036854775808", "(CONSTANT 9223372036854775808)");
    EXPRESSION("1.5e3", "(CONSTANT float 1.5e+03)");
    EXPRESSION("2j", "(CONSTANT 2j)");
    EXPRESSION("(None, True, ...)", "(TUPLE [(CONSTANT None) (CONSTANT True) (CONSTANT ...)])");
    EXPRESSION("'a' \"b\\n\" r'\\n'", "(CONSTANT \"ab\\x0a\\\\n\")");
    EXPRESSION("b'\\xff' rb'\\x'", "(CONSTANT b\"\\xff\\\\x\")");
    EXPRESSION("'\\ud800\\u00e9\\N{EM DASH}'",
               "(CONSTANT \"\\xed\\xa0\\x80\\xc3\\xa9\\xe2\\x80\\x94\")");
    EXPRESSION("'''a\r\nb\\\nc'''", "(CONSTANT \"a\\x0abc\")");
}

TEST(fstrings)
{
    EXPRESSION("f'{a}'", "(JOINED [(FORMATTED (NAME a) - -)])");
    EXPRESSION("f'{{x}} {a!r:>{w}}' 'z'",
               "(JOINED [(CONSTANT \"{x} \") (FORMATTED (NAME a) r (JOINED [(CONSTANT \">\") "
               "(FORMATTED (NAME w) - -)])) (CONSTANT \"z\")])");
    EXPRESSION("f'{a = }'", "(JOINED [(CONSTANT \"a = \") (FORMATTED (NAME a) r -)])");
    EXPRESSION("f'{a=:5}'",
               "(JOINED [(CONSTANT \"a=\") (FORMATTED (NAME a) - (JOINED [(CONSTANT \"5\")]))])");
    EXPRESSION("f'{d['k']}{f'{x}'}'",
               "(JOINED [(FORMATTED (SUBSCRIPT (NAME d) (CONSTANT \"k\")) - -) "
               "(FORMATTED (JOINED [(FORMATTED (NAME x) - -)]) - -)])");
    EXPRESSION("f'{x:=5}'", "(JOINED [(FORMATTED (NAME x) - (JOINED [(CONSTANT \"=5\")]))])");
    EXPRESSION("f'{a != b}'", "(JOINED [(FORMATTED (COMPARE (NAME a) != (NAME b)) - -)])");
    EXPRESSION("f'{}'", "f-string: valid expression required before '}'");
    EXPRESSION("f'}'", "f-string: single '}' is not allowed");
    EXPRESSION("f'{a", "'{' was never closed");
    EXPRESSION("f'{a!x}'", "f-string: invalid conversion character 'x': expected 's', 'r', or 'a'");
}

TEST(calls_and_subscripts)
{
    EXPRESSION("f(a, *b, c=1, **d)", "(CALL (NAME f) [(NAME a) (STARRED (NAME b))] "
                                     "[(KEYWORD c (CONSTANT 1)) (KEYWORD - (NAME d))])");
    EXPRESSION("x[1:2, ::3, *y]", "(SUBSCRIPT (NAME x) (TUPLE [(SLICE (CONSTANT 1) (CONSTANT 2) -) "
                                  "(SLICE - - (CONSTANT 3)) (STARRED (NAME y))]))");
    EXPRESSION("f(x for x in y)", "(CALL (NAME f) [(COMPREHENSION generator (NAME x) - "
                                  "[(CLAUSE (NAME x) (NAME y) [] 0)])] [])");
    EXPRESSION("{**a, 'b': 1}", "(DICT [- (CONSTANT \"b\")] [(NAME a) (CONSTANT 1)])");
    EXPRESSION("lambda a, /, b=1, *, c, **d: a",
               "(LAMBDA (PARAMETERS [(PARAMETER a - -) (PARAMETER b - (CONSTANT 1))] 1 - "
               "[(PARAMETER c - -)] (PARAMETER d - -)) (NAME a))");
}

TEST(statements)
{
    STATEMENT("a = b, *c = d\n",
              "(ASSIGN [(NAME a) (TUPLE [(NAME b) (STARRED (NAME c))])] (NAME d))");
    STATEMENT("x: int = 1; (y): int",
              "(ANNOTATED (NAME x) (NAME int) (CONSTANT 1) 1) (ANNOTATED (NAME y) (NAME int) - 0)");
    STATEMENT("from ...a.b import (c as d,)", "(IMPORT_FROM a.b [(ALIAS c d)] 3)");
    STATEMENT("from . import *", "(IMPORT_FROM - [(ALIAS * -)] 1)");
    STATEMENT("try:\n a\nexcept* E as e:\n b\nfinally: c",
              "(TRY [(EXPRESSION (NAME a))] [(HANDLER (NAME E) e [(EXPRESSION (NAME b))])] [] "
              "[(EXPRESSION (NAME c))] 1)");
    STATEMENT("with (a as b, c): pass", "(WITH [(WITH_ITEM (NAME a) (NAME b)) "
                                        "(WITH_ITEM (NAME c) -)] [(PASS)] 0)");
    STATEMENT("with (a, b) as c: pass",
              "(WITH [(WITH_ITEM (TUPLE [(NAME a) (NAME b)]) (NAME c))] [(PASS)] 0)");
    STATEMENT("type X[T: int, *Ts, **P] = T",
              "(TYPE_ALIAS (NAME X) [(TYPE_PARAMETER T (NAME int) 0) (TYPE_PARAMETER Ts - 1) "
              "(TYPE_PARAMETER P - 2)] (NAME T))");
    STATEMENT("@d\nasync def f[T](a: T) -> T: await a",
              "(FUNCTION f [(TYPE_PARAMETER T - 0)] (PARAMETERS [(PARAMETER a (NAME T) -)] 0 - [] "
              "-) (NAME T) [(EXPRESSION (AWAIT (NAME a)))] [(NAME d)] 1)");
    STATEMENT("if a:\n\tb\n# c\n\nelif d: e\nelse:\n  f",
              "(IF (NAME a) [(EXPRESSION (NAME b))] [(IF (NAME d) [(EXPRESSION (NAME e))] "
              "[(EXPRESSION (NAME f))])])");
}

TEST(soft_keywords_are_names_elsewhere)
{
    STATEMENT("match = case = type = _ = 1",
              "(ASSIGN [(NAME match) (NAME case) (NAME type) (NAME _)] (CONSTANT 1))");
    STATEMENT("match(x)", "(EXPRESSION (CALL (NAME match) [(NAME x)] []))");
    STATEMENT("match[x]: int", "(ANNOTATED (SUBSCRIPT (NAME match) (NAME x)) (NAME int) - 0)");
    STATEMENT("match (x):\n case [1, *_] | {'a': b, **r} if y: pass\n case P(a, b=-1) as z: pass",
              "(MATCH (NAME x) [(CASE (PATTERN_OR [(PATTERN_SEQUENCE [(PATTERN_VALUE (CONSTANT 1)) "
              "(PATTERN_STAR -)]) (PATTERN_MAPPING [(CONSTANT \"a\")] [(PATTERN_AS - b)] r)]) "
              "(NAME y) [(PASS)]) (CASE (PATTERN_AS (PATTERN_CLASS (NAME P) [(PATTERN_AS - a)] "
              "[(PATTERN_KEYWORD b (PATTERN_VALUE (UNARY - (CONSTANT 1))))]) z) - [(PASS)])])");
}

TEST(spans_count_code_points)
{
    Job job = {parse_module, str_from("é = f('ü',\n  bç)\n"), NULL};
    CHECK(!protect(run_job, &job));
    const Node *assign = job.tree->module.body->at[0];
    CHECK(assign->line == 1 && assign->column == 1);
    CHECK(assign->end_line == 2 && assign->end_column == 6);
    const Node *second = assign->assign.value->call.arguments->at[1];
    CHECK(second->line == 2 && second->column == 3 && second->end_column == 5);
    CHECK(second->name.id == intern("bç"));
}

TEST(messages_of_targets)
{
    REFUSED("f() = 1",
            "1:1-4 cannot assign to function call here. Maybe you meant '==' instead of '='?");
    REFUSED("(a, 1) = 2", "1:5-6 cannot assign to literal");
    REFUSED("None = 1", "1:1-5 cannot assign to None");
    REFUSED("a + b += 1", "1:1-6 'expression' is an illegal expression for augmented assignment");
    REFUSED("del f()", "1:5-8 cannot delete function call");
    REFUSED("for 1 in x: pass", "1:5-6 cannot assign to literal");
    REFUSED("a, b: int", "1:1-5 only single target (not tuple) can be annotated");
    REFUSED("if x = 1: pass", "1:4-9 invalid syntax. Maybe you meant '==' or ':=' instead of '='?");
    REFUSED("f(a.b=1)", "1:3-6 expression cannot contain assignment, perhaps you meant \"==\"?");
}

TEST(messages_of_shapes)
{
    REFUSED("x = (1,\n  2\ny = 3\n", "1:5-6 '(' was never closed");
    REFUSED("x = [1)", "1:7-8 closing parenthesis ')' does not match opening parenthesis '['");
    REFUSED("x = 'abc", "1:5-6 unterminated string literal (detected at line 1)");
    REFUSED("'''a\nb\n", "1:1-2 unterminated triple-quoted string literal (detected at line 2)");
    REFUSED("if x\n  y", "1:5-6 expected ':'");
    REFUSED("if x:\ny", "2:1-2 expected an indented block after 'if' statement on line 1");
    REFUSED("a\n  b", "2:2-3 unexpected indent");
    REFUSED("if x:\n    a\n  b", "3:4-0 unindent does not match any outer indentation level");
    REFUSED("if x:\n\ta\n        b", "3:1-9 inconsistent use of tabs and spaces in indentation");
    REFUSED("f(a, b c)", "1:6-9 invalid syntax. Perhaps you forgot a comma?");
    REFUSED("x = {'a': 1\n 'b': 2}", "1:11-0 invalid syntax. Perhaps you forgot a comma?");
    REFUSED("f(a=1, b)", "1:9-10 positional argument follows keyword argument");
    REFUSED("print 'a'", "1:1-10 Missing parentheses in call to 'print'. Did you mean print(...)?");
    REFUSED("def f(a=1, b): pass",
            "1:12-13 parameter without a default follows parameter with a default");
    REFUSED("x = 0777", "1:5-9 leading zeros in decimal integer literals are not permitted; use an "
                        "0o prefix for octal integers");
    REFUSED("x = 1 ? 2", "1:7-8 invalid syntax");
    REFUSED("x = “a”", "1:5-6 invalid character '“' (U+201C)");
    REFUSED("try:\n a\nb", "3:1-2 expected 'except' or 'finally' block");
}

static Str *repeated(const char *text, int count, const char *tail)
{
    Buf out = {0};
    for (int i = 0; i < count; i++)
        buf_text(&out, text);
    buf_text(&out, tail);
    return buf_str(&out);
}

TEST(deep_nesting_is_an_error_not_a_crash)
{
    static const char *const texts[] = {"(",   "[",  "{1:", "f(",  "x[",       "-",      "not ",
                                        "a**", "a.", "a+",  "f'{", "lambda: ", "if x: ", "~"};
    for (size_t i = 0; i < COUNT_OF(texts); i++) {
        Job job = {parse_module, repeated(texts[i], 100000, "a\n"), NULL};
        CHECK(protect(run_job, &job) != NULL);
    }
    Job wide = {parse_module, repeated("a or ", 100000, "a\n"), NULL};
    CHECK(protect(run_job, &wide) == NULL);
    REFUSED(repeated("(", 100000, "")->text, "1:201-202 too many nested parentheses");
}

static const char header[] = "\"\"\"add users\n\nRevision ID: 1\"\"\"\n"
                             "import x\n"
                             "revision: str = 'ab12'\n"
                             "down_revision = ('a',\n'b')\n"
                             "def upgrade():\n"
                             "    '''\nnot_code = 1\n'''\n"
                             "    what ever ) this is\n"
                             "if x:\n  revision = 'no'\nelse:\n  pass\n"
                             "labels = None\n";

TEST(headers_skip_blocks)
{
    Job job = {parse_header, str_from(header), NULL};
    CHECK(!protect(run_job, &job));
    const Node *module = job.tree;
    CHECK_TEXT(node_docstring(module)->text, "add users\n\nRevision ID: 1");
    CHECK(module->module.body->length == 5);
    CHECK_TEXT(node_dump(node_find_assignment(module, str_from("revision")))->text,
               "(CONSTANT \"ab12\")");
    CHECK_TEXT(node_dump(node_find_assignment(module, str_from("down_revision")))->text,
               "(TUPLE [(CONSTANT \"a\") (CONSTANT \"b\")])");
    CHECK(node_find_assignment(module, str_from("not_code")) == NULL);
    CHECK(node_find_assignment(module, str_from("labels"))->line == 17);
}

TEST(expressions_for_templates)
{
    EXPRESSION("  a\n", "(NAME a)");
    EXPRESSION("\n a, b", "(TUPLE [(NAME a) (NAME b)])");
    EXPRESSION("a b", "invalid syntax");
    EXPRESSION("a = 1", "invalid syntax"); /* as eval() says it */
    EXPRESSION("", "invalid syntax");
}

UNIT_MAIN
