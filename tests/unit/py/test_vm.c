/* The engine as C sees it: running text, calling, awaiting, errors with their places, built-in
 * modules. */
#include "unit.h"
#include "py/code.h"

static void start(void)
{
    static bool started;
    if (!started)
        vm_init();
    started = true;
}

static Dict *run(const char *text)
{
    start();
    Dict *globals = dict_new();
    dict_set_text(globals, "__name__", STR(intern("test")));
    execute_text(str_from(text), globals, str_from("test.py"));
    return globals;
}

static const char *shown(Dict *globals, const char *name)
{
    return value_repr(dict_find_text(globals, name))->text;
}

static void run_job(void *text)
{
    run(text);
}

static Err *run_fails(const char *text)
{
    Err *err = protect(run_job, (void *)(uintptr_t)text);
    if (err)
        exception_describe(err);
    return err;
}

TEST(statements_run_in_the_globals_given)
{
    Dict *globals = run("def f(n):\n    return [i * i for i in range(n)]\nx = f(4)\n");
    CHECK_TEXT(shown(globals, "x"), "[0, 1, 4, 9]");
}

TEST(an_expression_is_evaluated_with_names)
{
    start();
    Dict *variables = dict_new();
    dict_set_text(variables, "a", INT(40));
    Value v = evaluate_text(str_from("a + len('xy')"), variables, str_from("expr"));
    CHECK(v.tag == TAG_INT && v.integer == 42);
}

TEST(script_functions_are_called_from_c)
{
    Dict *globals =
        run("def f(a, b=2, *, c=3):\n    return (a, b, c)\nasync def g(x):\n    return x * 2\n");
    const Value args[] = {INT(1)};
    Dict *keywords = dict_new();
    dict_set_text(keywords, "c", INT(9));
    Value f = dict_find_text(globals, "f");
    CHECK_TEXT(value_repr(call(f, 1, args))->text, "(1, 2, 3)");
    CHECK_TEXT(value_repr(call_dict(f, 1, args, keywords))->text, "(1, 2, 9)");
    Value g = dict_find_text(globals, "g");
    CHECK(await_value(call(g, 1, args)).integer == 2);
    CHECK(await_value(done_new(INT(7))).integer == 7);
    CHECK(is_callable(f) && !is_callable(INT(1)));
}

TEST(an_error_names_its_innermost_place_and_the_way_there)
{
    Err *err = run_fails("def inner():\n    x = 1\n    raise ValueError('bad')\ninner()\n");
    CHECK(err && err->kind == ERR_SCRIPT);
    CHECK_TEXT(err->message->text, "ValueError: bad");
    CHECK(err->pos.line == 3 && err->pos.column == 5 && str_is(err->pos.file, "test.py"));
    CHECK(err->trace && str_is(err->trace->function, "<module>") && err->trace->pos.line == 4);
    CHECK(err->trace->next && str_is(err->trace->next->function, "inner") &&
          !err->trace->next->next);
    CHECK(err_is(err, &ValueError_class) && err_is(err, &Exception_class) &&
          !err_is(err, &KeyError_class));
    CHECK(!vm_position().file);
}

TEST(syntax_found_by_scopes_has_a_place)
{
    Err *err = run_fails("x = 1\nreturn x\n");
    CHECK(err && err->pos.line == 2);
    err = run_fails("def f(a, a):\n    pass\n");
    CHECK(err && err->pos.line == 1 && strstr(err->message->text, "duplicate argument 'a'"));
}

TEST(endless_recursion_ends)
{
    Err *err = run_fails("def f():\n    return f()\nf()\n");
    CHECK(err && err_is(err, &RecursionError_class));
    err = run_fails("class A:\n    def __repr__(self):\n        return repr([self])\nrepr(A())\n");
    CHECK(err && err_is(err, &RecursionError_class));
}

TEST(unknown_modules_are_opaque_until_used)
{
    Dict *globals = run(
        "import webframe\napp = webframe.App()\n@app.get('/')\ndef f():\n    return 1\nr = f()\n");
    CHECK_TEXT(shown(globals, "r"), "1");
    Err *err = run_fails("import webframe2\nfor x in webframe2.things: pass\n");
    CHECK(err && err->code && strcmp(err->code, "import.unavailable") == 0);
    CHECK(err->pos.line == 2 && strstr(err->message->text, "imported at test.py:1"));
}

TEST(permissions_are_given_one_by_one)
{
    start();
    CHECK(!vm_is_allowed(ALLOW_WRITE));
    vm_allow(ALLOW_WRITE);
    CHECK(vm_is_allowed(ALLOW_WRITE) && !vm_is_allowed(ALLOW_RUN));
}

TEST(code_is_listed)
{
    start();
    Value code = code_from_text(str_from("x = y + 1\n"), str_from("t.py"), 'x');
    const char *listing = code_disassemble((const Code *)code.obj)->text;
    CHECK(strstr(listing, "LOAD_NAME 0 (y)") && strstr(listing, "ADD") &&
          strstr(listing, "STORE_NAME 1 (x)"));
}

/* --- a built-in module ------------------------------------------------------------------------ */

static int made;
static Value make_late(void)
{
    made++;
    return STR(str_from("late"));
}
#define DOUBLE_PARAMS(P) P(POS, int, n, Required)
FUNCTION(sample, double_it, DOUBLE_PARAMS)
{
    return INT(a->n * 2);
}
static const Export sample_exports[] = {EXPORT_FUNCTION(sample, double_it),
                                        EXPORT_MAKE("late", make_late),
                                        EXPORT_INT("number", 5),
                                        EXPORT_MODULE("inner", "sample.deep"),
                                        {0}};
static const Export *const sample_tables[] = {sample_exports, NULL};
static const ModuleDef sample_definition = {"sample", sample_tables, .is_package = true};
static const Export deep_exports[] = {EXPORT_TEXT("text", "deep text"), {0}};
static const Export *const deep_tables[] = {deep_exports, NULL};
static const ModuleDef deep_definition = {"sample.deep", deep_tables};
static const ModuleDef *const sample_modules[] = {&sample_definition, &deep_definition, NULL};

TEST(native_modules_resolve_on_access)
{
    start();
    import_add_modules(sample_modules);
    Dict *globals =
        run("import sample\nfrom sample import double_it, number\nfrom sample.deep import text\n"
            "import sample.deep as d\nx = double_it(n=21)\nsame = sample.inner is d\n");
    CHECK_TEXT(shown(globals, "x"), "42");
    CHECK_TEXT(shown(globals, "text"), "'deep text'");
    CHECK_TEXT(shown(globals, "same"), "True");
    CHECK(made == 0);
    run("import sample\nassert sample.late == 'late' and sample.late is sample.late\n");
    CHECK(made == 1);
    Err *err = run_fails("from sample import nope\n");
    CHECK(err && err_is(err, &ImportError_class));
    err = run_fails("import sample.nope\n");
    CHECK(err && err_is(err, &ModuleNotFoundError_class));
}

UNIT_MAIN
