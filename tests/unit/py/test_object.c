/* The object protocol from C: binder, classes, operators, exceptions, numbers and text. */
#include "unit.h"
#include "py/py.h"
#include "py/internal.h"

typedef struct Sample {
    Obj obj;
    Str *name;
    int64_t size;
    Value extra;
} Sample;
extern const Class Sample_class;

#define SAMPLE_INIT(P)                                                                             \
    P(POS, str, name, Required)                                                                    \
    P(POS, int, size, One)                                                                         \
    P(REST, list, items, Empty)                                                                    \
    P(KEY, tri, nullable, Unset)                                                                   \
    P(KEY, any, default__, None)                                                                   \
    P(KWREST, dict, options, Empty)
NATIVE(Sample, init, SAMPLE_INIT)
{
    self->name = a->name;
    self->size = a->size + (int64_t)a->items->length * 100 + (int64_t)a->options->length * 1000 +
                 (a->nullable == TRI_NONE ? 10000 : 0);
    self->extra = a->default__;
    return NONE;
}

#define SAMPLE_LABEL(P) P(POS, str, name, Required) P(KEY, bool, quote, False)
NATIVE(Sample, label, SAMPLE_LABEL)
{
    return STR(str_format("%s%s%s", self->name->text, a->quote ? "?" : ".", a->name->text));
}

static Str *sample_repr(Value self)
{
    return str_format("Sample(%s)", as(Sample, self)->name->text);
}

static const Field sample_fields[] = {
    FIELD(Sample, str, name, READONLY), FIELD(Sample, int, size, MUTABLE), {0}};
static const Method sample_methods[] = {METHOD(Sample, label), {0}};
const Class Sample_class = {
    CLASS(Sample, "tests", object), .init = INIT(Sample), .fields = sample_fields,
    .methods = sample_methods,      .repr = sample_repr,
};

static Value make(size_t count, const Value *args, size_t keywords, Str *const *names_of)
{
    return instantiate(&Sample_class, &(Call){count, args, keywords, names_of});
}

/* The message of the error that a piece of script raises, or "". */
typedef struct Job {
    const char *code;
    Value result;
} Job;

static void job_run(void *arg)
{
    Job *job = arg;
    Dict *names_of = dict_new();
    dict_set_text(names_of, "Sample", OBJ(&Sample_class));
    job->result = evaluate_text(str_from(job->code), names_of, intern("<test>"));
}

static const char *error_of(const char *code)
{
    Job job = {code, UNSET};
    Err *err = protect(job_run, &job);
    return err ? err->message->text : "";
}

static const char *repr_of(const char *code)
{
    Job job = {code, UNSET};
    Err *err = protect(job_run, &job);
    return err ? err->message->text : value_repr(job.result)->text;
}

TEST(start)
{
    vm_init();
    CHECK(N(__init__) == intern("__init__"));
}

TEST(binder_fills_the_struct)
{
    const Value args[] = {STR(intern("a")), INT(5), INT(1), INT(2), NONE, INT(7), INT(8)};
    Str *const keywords[] = {intern("nullable"), intern("default"), intern("other")};
    Sample *s = as(Sample, make(4, args, 3, keywords));
    CHECK(s && str_is(s->name, "a"));
    CHECK(s->size == 5 + 200 + 1000 + 10000);
    CHECK(s->extra.tag == TAG_INT && s->extra.integer == 7);
}

TEST(binder_errors)
{
    CHECK_TEXT(error_of("Sample()"),
               "TypeError: Sample.__init__() missing 1 required positional argument: 'name'");
    CHECK_TEXT(error_of("Sample('a', name='b')"),
               "TypeError: Sample.__init__() got multiple values for argument 'name'");
    CHECK_TEXT(error_of("Sample(5)"), "TypeError: Sample() argument 'name' must be str, not int");
    CHECK_TEXT(error_of("Sample('a').label('b', qoute=1)"),
               "TypeError: Sample.label() got an unexpected keyword argument 'qoute'");
    CHECK_TEXT(error_of("Sample('a').label('b', 'c')"),
               "TypeError: Sample.label() takes 2 positional arguments but 3 were given");
}

TEST(attributes_and_fields)
{
    CHECK_TEXT(repr_of("Sample('a').label('b', quote=True)"), "'a?b'");
    CHECK_TEXT(repr_of("(Sample('a', 3).size, Sample('b').name, Sample('c'))"),
               "(3, 'b', Sample(c))");
    CHECK_TEXT(error_of("Sample('a').nope"),
               "AttributeError: 'Sample' object has no attribute 'nope'");
    CHECK_TEXT(error_of("setattr(Sample('a'), 'name', 'b')"),
               "AttributeError: attribute 'name' of 'Sample' objects is not writable");
}

TEST(script_subclass_of_a_native)
{
    CHECK_TEXT(repr_of("type('Sub', (Sample,), {'more': 1})('z').label('x')"), "'z.x'");
    CHECK_TEXT(repr_of("type('Sub', (Sample,), {'__repr__': lambda s: 'mine'})('z')"), "mine");
    CHECK_TEXT(repr_of("Sample('q').__repr__()"), "'Sample(q)'");
}

TEST(numbers)
{
    CHECK_TEXT(repr_of("2**64 - 1"), "18446744073709551615");
    CHECK_TEXT(repr_of("(2**64 - 1) - (2**64 - 2)"), "1");
    CHECK(value_hash(INT(1)) == value_hash(FLOAT(1)) &&
          value_hash(INT(1)) == value_hash(TRUE_VALUE));
    CHECK(value_equal(INT(1), FLOAT(1)) && value_order(INT(1), FLOAT(1.5)) < 0);
    CHECK_TEXT(value_repr(FLOAT(0.1 + 0.2))->text, "0.30000000000000004");
}

TEST(text)
{
    CHECK_TEXT(value_repr(STR(intern("it's\n")))->text, "\"it's\\n\"");
    CHECK_TEXT(
        str_percent(intern("%05.1f|%s"), OBJ(tuple_new(2, (const Value[]){FLOAT(2.5), NONE})))
            ->text,
        "002.5|None");
    CHECK_TEXT(value_format(INT(1234567), intern(">12,"))->text, "   1,234,567");
}

TEST(exceptions)
{
    Job job = {"1 / 0", UNSET};
    Err *err = protect(job_run, &job);
    CHECK(err && err_is(err, &ZeroDivisionError_class) && err_is(err, &ArithmeticError_class));
    CHECK(err && !err_is(err, &KeyError_class));
    CHECK_TEXT(repr_of("OSError(2, 'x', 'f')"), "FileNotFoundError(2, 'x')");
}

UNIT_MAIN
