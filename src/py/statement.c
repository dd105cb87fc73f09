/* statement.c -- class, raise, except and with: what their instructions do. */
#include "py/instruction.h"

/* --- class ------------------------------------------------------------------------------------ */

static Tuple *without_opaque(Tuple *bases, bool *had_opaque)
{
    List *out = list_new(bases->length);
    bool has_opaque_base = false;
    for (size_t i = 0; i < bases->length; i++) {
        if (!value_is_opaque(bases->at[i])) {
            list_append(out, bases->at[i]);
            continue;
        }
        *had_opaque = true;
        if (!has_opaque_base)
            list_append(out, opaque_base(bases->at[i]));
        has_opaque_base = true;
    }
    return *had_opaque ? tuple_new(out->length, out->at) : bases;
}

static Value pairs_call(Value function, Str *name, Tuple *bases, Value space, const Dict *keywords)
{
    const Value args[] = {STR(name), OBJ(bases), space};
    return call_dict(function, is_set(space) ? 3 : 2, args, keywords);
}

static Dict *prepare_namespace(Value metaclass, Str *name, Tuple *bases, const Dict *keywords)
{
    if (metaclass.obj == &type_class.obj)
        return dict_new();
    Value prepare = value_find_attr(metaclass, N(__prepare__));
    if (!is_set(prepare))
        return dict_new();
    Value space = pairs_call(prepare, name, bases, UNSET, keywords);
    Dict *dict = as(Dict, space);
    if (!dict)
        raise_type("%s.__prepare__() must return a mapping, not %s",
                   value_as_class(metaclass) ? value_as_class(metaclass)->name : "<metaclass>",
                   class_text(space));
    return dict;
}

static Value run_body(Function *body, Dict *space)
{
    Frame *frame = frame_new(body->code, body, body->globals);
    frame->names = space;
    return vm_run(frame, UNSET);
}

/* Whether a base that is known wants the keywords of the class statement: table=True of SQLModel. */
static bool takes_keywords(const Tuple *bases)
{
    for (size_t i = 0; i < bases->length; i++) {
        const Class *base = value_as_class(bases->at[i]);
        const Class *owner = NULL;
        if (base)
            class_find_owner(base, intern("__init_subclass__"), &owner);
        if (base && (base->obj.class != &type_class || (owner && owner != &object_class)))
            return true;
    }
    return false;
}

/* class FormMeta(wtforms.form.FormMeta): what it would make of classes, nobody knows. */
static bool is_unknown_metaclass(Value wish)
{
    const Class *class = value_as_class(wish);
    return value_is_opaque(wish) || (class && !is_subclass(class, &type_class) &&
                                     is_set(class_find(class, intern("__unavailable__"))));
}

Value class_statement(Function *body, Str *name, Tuple *written, Dict *keywords)
{
    bool had_opaque = false;
    Tuple *known = without_opaque(written, &had_opaque);
    Tuple *bases = class_resolve_bases(known);
    Value wish = dict_remove(keywords, STR(N(metaclass))), metaclass;
    if (is_set(wish) && is_unknown_metaclass(wish))
        wish = UNSET;
    if (had_opaque && !takes_keywords(bases))
        keywords = dict_new();
    if (is_set(wish) && !value_as_class(wish))
        metaclass = wish;
    else
        metaclass = OBJ(class_pick_metaclass(is_set(wish) ? value_as_class(wish) : NULL, bases));
    Dict *space = prepare_namespace(metaclass, name, bases, keywords);
    Value cell = run_body(body, space);
    if (bases != known)
        namespace_set(space, intern("__orig_bases__"), OBJ(known));
    Value made = value_as_class(metaclass)
                     ? class_build(value_as_class(metaclass), name, bases, space, keywords)
                     : pairs_call(metaclass, name, bases, OBJ(space), keywords);
    if (cell.tag == TAG_OBJ && !is_set(((Cell *)cell.obj)->value))
        cell_set(cell, made);
    return made;
}

/* --- raise and except ------------------------------------------------------------------------- */

static BaseException *exception_of(Value v, const char *complaint)
{
    BaseException *e = as(BaseException, v);
    const Class *class = value_as_class(v);
    if (e)
        return e;
    if (value_is_opaque(v))
        opaque_raise(v);
    if (!class || !is_subclass(class, &BaseException_class))
        raise_type("%s", complaint);
    Value made = call(v, 0, NULL);
    e = as(BaseException, made);
    if (!e)
        raise_type("calling %s should have returned an instance of BaseException, not %s",
                   value_repr(v)->text, value_repr(OBJ(class_of(made)))->text);
    return e;
}

_Noreturn void raise_statement(Value exception, Value cause)
{
    if (!is_set(exception)) {
        Value handled = vm_handled();
        if (!is_set(handled))
            raise_exception(&RuntimeError_class, "No active exception to reraise");
        vm.reraises = true;
        err_raise(exception_error((BaseException *)handled.obj));
    }
    BaseException *e = exception_of(exception, "exceptions must derive from BaseException");
    if (is_set(cause)) {
        e->cause = is_none(cause) ? UNSET
                                  : OBJ(exception_of(cause, "exception causes must derive from "
                                                            "BaseException"));
        e->suppress_context = true;
    }
    vm_set_context(e);
    err_raise(exception_error(e));
}

static void check_caught(Value v)
{
    const Class *class = value_as_class(v);
    if (!value_is_opaque(v) && (!class || !is_subclass(class, &BaseException_class)))
        raise_type("catching classes that do not inherit from BaseException is not allowed");
}

static bool error_matches_one(Value error, Value v)
{
    check_caught(v);
    return !value_is_opaque(v) && is_subclass(error.obj->class, value_as_class(v));
}

/* A class, or a tuple of classes: not of tuples. */
bool error_matches(Value error, Value classes)
{
    const Tuple *tuple = as(Tuple, classes);
    if (!tuple)
        return error_matches_one(error, classes);
    for (size_t i = 0; i < tuple->length; i++)
        check_caught(tuple->at[i]);
    for (size_t i = 0; i < tuple->length; i++)
        if (error_matches_one(error, tuple->at[i]))
            return true;
    return false;
}

/* --- with ------------------------------------------------------------------------------------- */

Value with_enter(Value manager, bool is_async, Value *exit)
{
    if (value_is_opaque(manager)) {
        *exit = opaque_attribute(manager, is_async ? N(__aexit__) : N(__exit__));
        return is_async ? done_new(manager) : manager;
    }
    const Class *class = class_of(manager);
    Value enter_member = class_find(class, is_async ? N(__aenter__) : N(__enter__));
    Value exit_member = class_find(class, is_async ? N(__aexit__) : N(__exit__));
    const char *protocol = is_async ? "asynchronous context manager" : "context manager";
    if (!is_set(enter_member))
        raise_type("'%s' object does not support the %s protocol", class->name, protocol);
    if (!is_set(exit_member))
        raise_type("'%s' object does not support the %s protocol (missed %s method)", class->name,
                   protocol, is_async ? "__aexit__" : "__exit__");
    *exit = member_bind(exit_member, manager, class);
    return call(member_bind(enter_member, manager, class), 0, NULL);
}
