/* test_containers.c -- list, tuple, dict, set, slices, ranges, iteration and sorting from C. */
#include "py/py.h"
#include "py/internal.h"

#include "unit.h"

static void start(void)
{
    static bool started;
    if (!started)
        vm_init();
    started = true;
}

static List *ints(size_t count)
{
    List *list = list_new(count);
    for (size_t i = 0; i < count; i++)
        list_append(list, INT((int64_t)i));
    return list;
}

static const char *text(Value v)
{
    return value_repr(v)->text;
}

typedef struct Job {
    Value (*run)(void);
    Value result;
} Job;

static void run_job(void *argument)
{
    Job *job = argument;
    job->result = job->run();
}

/* The message of the error that run() raises, or "". */
static const char *error_of(Value (*run)(void))
{
    Job job = {run, UNSET};
    Err *err = protect(run_job, &job);
    if (!err)
        return "";
    return value_str(OBJ(exception_from(err)))->text;
}

TEST(list_shows_itself_once)
{
    start();
    List *list = ints(2);
    list_append(list, OBJ(list));
    CHECK_TEXT(text(OBJ(list)), "[0, 1, [...]]");
}

TEST(list_slices)
{
    start();
    Value list = OBJ(ints(6));
    CHECK_TEXT(text(value_subscript(list, OBJ(slice_new(NONE, NONE, INT(-2))))), "[5, 3, 1]");
    value_set_subscript(list, OBJ(slice_new(INT(1), INT(3), NONE)), OBJ(ints(4)));
    CHECK_TEXT(text(list), "[0, 0, 1, 2, 3, 3, 4, 5]");
    value_delete_subscript(list, OBJ(slice_new(NONE, NONE, INT(3))));
    CHECK_TEXT(text(list), "[0, 1, 3, 3, 5]");
}

static Value pop_nothing(void)
{
    return call_method(OBJ(list_new(0)), "pop", 0, NULL);
}

static Value index_outside(void)
{
    return value_subscript(OBJ(ints(1)), INT(1));
}

static Value hash_list(void)
{
    return INT(value_hash(OBJ(ints(1))));
}

static Value sort_mixture(void)
{
    List *list = ints(2);
    list_append(list, STR(str_from("a")));
    sort_values(list->at, list->length, NONE, false);
    return OBJ(list);
}

TEST(errors_read_as_pythons)
{
    start();
    CHECK_TEXT(error_of(pop_nothing), "pop from empty list");
    CHECK_TEXT(error_of(index_outside), "list index out of range");
    CHECK_TEXT(error_of(hash_list), "unhashable type: 'list'");
    CHECK_TEXT(error_of(sort_mixture), "'<' not supported between instances of 'str' and 'int'");
}

TEST(tuple_hash_is_cpythons)
{
    start();
    CHECK(value_hash(OBJ(tuple_new(0, NULL))) == 5740354900026072187);
    CHECK(value_hash(OBJ(tuple_new(2, (Value[]){INT(1), INT(2)}))) == -3550055125485641917);
}

TEST(dict_keeps_order)
{
    start();
    Dict *dict = dict_new();
    for (int64_t i = 0; i < 1000; i++)
        dict_set(dict, INT(i), INT(-i));
    for (int64_t i = 0; i < 1000; i += 2)
        CHECK(dict_remove(dict, INT(i)).integer == -i);
    dict_set(dict, INT(0), NONE);
    CHECK(dict->length == 501);
    CHECK(!is_set(dict_find(dict, INT(2))));
    CHECK(dict_find(dict, FLOAT(999.0)).integer == -999);
    size_t position = 0;
    CHECK(dict_next(dict, &position)->key.integer == 1);
    Value value, last = dict_pop_last(dict, &value);
    CHECK(last.tag == TAG_INT && last.integer == 0 && is_none(value));
}

TEST(dict_finds_names)
{
    start();
    Dict *dict = dict_new();
    dict_set_text(dict, "a", INT(1));
    dict_set_str(dict, str_from("b"), INT(2));
    CHECK(dict_find_str(dict, intern("b")).integer == 2);
    CHECK(dict_find_text(dict, "a").integer == 1);
    CHECK_TEXT(text(OBJ(dict)), "{'a': 1, 'b': 2}");
    CHECK_TEXT(text(OBJ(dict_copy(dict))), "{'a': 1, 'b': 2}");
}

static Value grow_while_walking(void)
{
    Dict *dict = dict_new();
    dict_set(dict, INT(1), INT(1));
    Iter it = iter_open(OBJ(dict));
    Value key;
    while (iter_next(&it, &key))
        dict_set(dict, INT(key.integer + 1), NONE);
    return NONE;
}

TEST(dict_guards_iteration)
{
    start();
    CHECK_TEXT(error_of(grow_while_walking), "dictionary changed size during iteration");
}

TEST(set_algebra)
{
    start();
    Set *a = set_from(OBJ(ints(4))), *b = set_from(OBJ(ints(2)));
    CHECK_TEXT(text(value_operate(OPERATOR_SUB, OBJ(a), OBJ(b))), "{2, 3}");
    Value frozen = call(OBJ(&frozenset_class), 1, (Value[]){OBJ(b)});
    CHECK_TEXT(text(value_operate(OPERATOR_XOR, frozen, OBJ(a))), "frozenset({2, 3})");
    CHECK(set_has(a, INT(3)) && !set_has(b, INT(3)));
    CHECK(value_truth(value_operate(OPERATOR_LT, OBJ(b), OBJ(a))));
    CHECK_TEXT(text(OBJ(set_new())), "set()");
}

TEST(range_is_exact)
{
    start();
    Value range = range_from_values(INT(INT64_MIN), INT(INT64_MAX), INT(INT64_MAX));
    CHECK(range_length((Range *)range.obj) == 3);
    CHECK_TEXT(text(value_subscript(range_from_values(INT(0), INT(10), INT(3)),
                                    OBJ(slice_new(INT(1), NONE, NONE)))),
               "range(3, 12, 3)");
    CHECK(value_contains(range_from_values(INT(10), INT(0), INT(-3)), INT(4)));
}

TEST(iteration_of_text)
{
    start();
    List *list = list_from(STR(str_from("a\u00e9\u20ac")));
    CHECK(list->length == 3);
    CHECK_TEXT(text(OBJ(list)), "['a', '\u00e9', '\u20ac']");
}

TEST(sort_is_stable)
{
    start();
    List *list = list_new(0);
    for (int64_t i = 0; i < 200; i++) {
        Value pair[] = {INT(i * 7 % 5), INT(i)};
        list_append(list, OBJ(tuple_new(2, pair)));
    }
    sort_values(list->at, list->length, NONE, true);
    for (size_t i = 1; i < list->length; i++)
        CHECK(value_order(list->at[i - 1], list->at[i]) > 0);
}

TEST(aliases_and_unions)
{
    start();
    Value args[] = {OBJ(&str_class), OBJ(&int_class)};
    Value alias = generic_class_subscript(&dict_class, OBJ(tuple_new(2, args)));
    CHECK_TEXT(text(alias), "dict[str, int]");
    Value both = union_binop(OPERATOR_OR, alias, NONE);
    CHECK_TEXT(text(both), "dict[str, int] | None");
    CHECK(instance_check(NONE, union_binop(OPERATOR_OR, OBJ(&int_class), NONE)));
}

UNIT_MAIN
