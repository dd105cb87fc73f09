/* opaque.c -- values out of modules that are not available: they may be named, called, used as
 * decorators and bases, but the first use that needs a real value is an error that tells where they
 * come from. */
#include "py/frame.h"
#include "py/internal.h"

#include <ctype.h>

#define Opaque_class opaque_class

Value opaque_new(Str *path, Str *module, Pos imported_at)
{
    Opaque *opaque = obj_new(Opaque);
    opaque->path = path;
    opaque->module = module;
    opaque->imported_at = imported_at;
    return OBJ(opaque);
}

static const Module *opaque_module(Value v)
{
    if (v.tag != TAG_OBJ || v.obj->class != &module_class || !((Module *)v.obj)->is_opaque)
        return NULL;
    return (const Module *)v.obj;
}

bool value_is_opaque(Value v)
{
    return v.tag == TAG_OBJ && (v.obj->class == &opaque_class || opaque_module(v));
}

const Str *opaque_path(Value v)
{
    const Module *module = opaque_module(v);
    if (module)
        return module->name;
    return value_is_opaque(v) ? ((const Opaque *)v.obj)->path : NULL;
}

Value opaque_attribute(Value v, Str *name)
{
    const Module *module = opaque_module(v);
    if (module)
        return opaque_new(str_format("%s.%s", module->name->text, name->text), module->name,
                          module->imported_at);
    const Opaque *opaque = (const Opaque *)v.obj;
    return opaque_new(str_format("%s.%s", opaque->path->text, name->text), opaque->module,
                      opaque->imported_at);
}

_Noreturn void opaque_raise(Value v)
{
    const Module *module = opaque_module(v);
    const Opaque *opaque = module ? NULL : (const Opaque *)v.obj;
    Str *path = module ? module->name : opaque->path,
        *name = str_intern(module ? module->name : opaque->module);
    Pos at = module ? module->imported_at : opaque->imported_at;
    Str *place = at.file ? str_format(" (imported at %s:%u)", at.file->text, at.line) : str_empty,
        *unloaded = module_told(name),
        *told = unloaded ? str_format("`%s` comes from module '%s', which %s", path->text,
                                      name->text, unloaded->text)
                         : str_format("`%s` comes from module '%s'%s, which is not available in retort",
                                      path->text, name->text, place->text);
    BaseException *e = exception_new(&ImportError_class, STR(told));
    e->name = STR(name);
    Err *err = exception_error(e);
    err->code = "import.unavailable";
    err->hint = str_from(
        "scripts may name, call and subclass what is not available, but not use its values; "
        "move the code that needs them out of what migrations import");
    err_raise(err);
}

/* What scripts ask a class for that is not available: Mixin.__table_args__ + (...). */
static bool is_of_a_mapped_class(const Str *name)
{
    static const char *const names[] = {"__table__", "__table_args__", "__tablename__",
                                        "__mapper_args__", "__subclasses__"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (str_is(name, names[i]))
            return true;
    return false;
}

/* --- what may be done with one ---------------------------------------------------------------- */

static Value opaque_getattr(Value self, Str *name)
{
    const Opaque *opaque = (const Opaque *)self.obj;
    if (name->text[0] != '_' || name->text[1] != '_')
        return opaque_attribute(self, name);
    const char *dot = strrchr(opaque->path->text, '.');
    if (name == N(__name__) || name == N(__qualname__))
        return STR(str_from(dot ? dot + 1 : opaque->path->text));
    if (name == N(__module__))
        return STR(opaque->module);
    if (is_of_a_mapped_class(name))
        return opaque_attribute(self, name);
    return name == N(__doc__) ? STR(str_empty) : UNSET;
}

static bool opaque_setattr(Value self, Str *name, Value value)
{
    return true;
}

/* A part of SQLAlchemy, Alembic or the standard library that is not built in: it may be named and subclassed,
 * and what its call would do must not be passed over. */
static bool is_left_out(const Opaque *opaque)
{
    const char *name = opaque->module->text, *dot = strchr(name, '.');
    Str *top = dot ? intern_bytes(name, (size_t)(dot - name)) : opaque->module;
    Module *package = value_as(dict_find_str(vm.modules, top), &module_class);
    return package && !package->is_opaque && !package->file &&
           is_set(module_find(package, "__known_modules__"));
}

/* Whoever is given a connection does something with the database. */
static bool is_connection(Value v)
{
    static const char *const names[] = {"Connection", "AsyncConnection", "MockConnection"};
    if (v.tag != TAG_OBJ || !str_starts_with(class_module(v.obj->class), "sqlalchemy."))
        return false;
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (strcmp(v.obj->class->name, names[i]) == 0)
            return true;
    return false;
}

static bool takes_connection(const Call *call)
{
    for (size_t i = 0; i < call->count + call->keyword_count; i++)
        if (is_connection(call->args[i]))
            return true;
    return false;
}

/* Base.metadata.create_all(op.get_bind()) must not be passed over either. */
static Value opaque_call(Value self, const Call *call)
{
    const Opaque *opaque = (const Opaque *)self.obj;
    if (is_left_out(opaque) || takes_connection(call))
        opaque_raise(self);
    module_miss(opaque->module);
    return opaque_new(str_format("%s()", opaque->path->text), opaque->module, opaque->imported_at);
}

Value opaque_converted(const Class *class, Value v)
{
    const Opaque *opaque = (const Opaque *)v.obj;
    return opaque_new(str_format("%s(%s)", class->name, opaque->path->text), opaque->module,
                      opaque->imported_at);
}

/* Depends[Session], settings["url"]: another step of the chain. */
static Value opaque_subscript(Value self, Value key)
{
    const Opaque *opaque = (const Opaque *)self.obj;
    Str *shown = is_str(key) ? value_repr(key) : str_from("...");
    return opaque_new(str_format("%s[%s]", opaque->path->text, shown->text), opaque->module,
                      opaque->imported_at);
}

/* app.conf["broker"] = url: forgotten, like an attribute that is set. */
static void opaque_set_subscript(Value self, Value key, Value value)
{
}

/* Session | None in an annotation is a union, as it says whether a column may be NULL. What arithmetic
 * makes is as unknown as what went in; what a comparison would say, nobody knows. */
static Value opaque_binop(Operator op, Value left, Value right)
{
    Value self = value_is_opaque(left) ? left : right;
    if (op >= OPERATOR_EQ && op <= OPERATOR_GE)
        opaque_raise(self);
    if (op != OPERATOR_OR)
        return self;
    Value both = value_is_opaque(left) && value_is_opaque(right) ? UNSET : union_binop(op, left, right);
    return is_set(both) ? both : self;
}

static Str *opaque_repr(Value self)
{
    return str_format("<%s, not available>", ((const Opaque *)self.obj)->path->text);
}

static int64_t opaque_hash(Value self)
{
    return (int64_t)((uintptr_t)self.obj >> 4);
}

/* Classes are true; which way a setting would decide, nobody knows. */
static bool opaque_truth(Value self)
{
    const Opaque *opaque = (const Opaque *)self.obj;
    const char *dot = strrchr(opaque->path->text, '.');
    const char *name = dot ? dot + 1 : opaque->path->text;
    bool is_class = isupper((unsigned char)*name) && islower((unsigned char)name[1]) &&
                    !strpbrk(name, "()[]");
    if (!is_class)
        opaque_raise(self);
    return true;
}

/* --- what may not ----------------------------------------------------------------------------- */

static Str *no_text(Value self)
{
    opaque_raise(self);
}
static Str *no_format(Value self, Str *spec)
{
    opaque_raise(self);
}
static bool no_contains(Value self, Value item)
{
    opaque_raise(self);
}
static int64_t no_length(Value self)
{
    opaque_raise(self);
}
static Value no_value(Value self)
{
    opaque_raise(self);
}

const Class opaque_class = {CLASS_NAMED(Opaque, "unavailable", "retort", object),
                            .flags = CLASS_FINAL | CLASS_ANY_ATTR, /* for its __dict__ */
                            .repr = opaque_repr,
                            .str = no_text,
                            .format = no_format,
                            .call = opaque_call,
                            .binop = opaque_binop,
                            .getattr = opaque_getattr,
                            .setattr = opaque_setattr,
                            .subscript = opaque_subscript,
                            .set_subscript = opaque_set_subscript,
                            .contains = no_contains,
                            .length = no_length,
                            .truth = opaque_truth,
                            .hash = opaque_hash,
                            .iter = no_value,
                            .next = no_value};

/* --- as a base class -------------------------------------------------------------------------- */

typedef struct OpaqueBase {
    Obj obj;
} OpaqueBase;

static Value base_getattr(Value self, Str *name)
{
    if (name->text[0] == '_' && name->text[1] == '_')
        return UNSET;
    Value source = class_find(class_of(self), intern("__unavailable__"));
    return is_set(source) ? opaque_attribute(source, name) : UNSET;
}

static const Class OpaqueBase_class;
#define ANYTHING(P) P(REST, list, args, Empty) P(KWREST, dict, keywords, Empty)
NATIVE(OpaqueBase, init, ANYTHING)
{
    return NONE;
}

/* settings["url"], where the class of settings has a base that is not available. */
static Value base_subscript(Value self, Value key)
{
    Value source = class_find(class_of(self), intern("__unavailable__"));
    if (!is_set(source) || opaque_module(source))
        raise_type("'%s' object is not subscriptable", class_text(self));
    return opaque_subscript(source, key);
}

static const Class OpaqueBase_class = {
    CLASS_NAMED(OpaqueBase, "unavailable_base", "retort", object), .flags = CLASS_ANY_ATTR,
    .init = INIT(OpaqueBase), .getattr = base_getattr, .subscript = base_subscript,
    .class_subscript = generic_class_subscript};

Value opaque_base(Value opaque)
{
    const Module *module = opaque_module(opaque);
    Str *path = module ? module->name : ((const Opaque *)opaque.obj)->path;
    const char *dot = strrchr(path->text, '.');
    Value base = OBJ(&OpaqueBase_class);
    module_miss(module ? module->name : ((const Opaque *)opaque.obj)->module);
    Dict *members = dict_new();
    dict_set_text(members, "__unavailable__", opaque);
    return OBJ(
        class_make(str_from(dot ? dot + 1 : path->text), tuple_new(1, &base), members, NULL));
}

/* --- what leads back to one ------------------------------------------------------------------- */

/* The opaque value that a class has for a base, or UNSET. */
static Value base_of(const Class *class)
{
    return class_find(class, intern("__unavailable__"));
}

bool opaque_is_instance(Value v, Value info)
{
    if (value_is_opaque(v) && !opaque_module(v) && !opaque_module(info)) {
        Str *made = str_format("%s()", ((const Opaque *)info.obj)->path->text);
        return str_equal(made, ((const Opaque *)v.obj)->path);
    }
    return opaque_is_subclass(class_of(v), info);
}

bool opaque_is_subclass(const Class *class, Value info)
{
    Value base = base_of(class);
    if (!is_set(base) || opaque_module(base) || opaque_module(info))
        return false;
    return str_equal(((const Opaque *)base.obj)->path, ((const Opaque *)info.obj)->path);
}

/* A decorator that is not available gives back what it decorates; a function remembers it, for
 * @cli.command() where cli was made by @click.group(), and so does a class: @strawberry.type gives it a constructor. */
Value opaque_decorate(Value decorator, Value decorated)
{
    const Class *class = value_as_class(decorated);
    if (class && class_is_heap(class))
        class_set(class, intern("__unavailable_decorator__"), decorator);
    if (decorated.tag == TAG_OBJ && decorated.obj->class == &function_class)
        dict_set_text(object_attrs(decorated.obj), "__unavailable__", decorator);
    else if (decorator.obj->class == &opaque_class)
        module_miss(((const Opaque *)decorator.obj)->module);
    return decorated;
}

/* What a class with a base that is not available, or a function such a decorator gave back, may have
 * under a name of which nothing is known. UNSET for private names, and for anything else. */
Value opaque_inherited(Value v, Str *name)
{
    Value source = UNSET;
    if (name->text[0] == '_' || v.tag != TAG_OBJ)
        return UNSET;
    if (value_as_class(v))
        source = base_of(value_as_class(v));
    else if (v.obj->class == &function_class && v.obj->attrs)
        source = dict_find_text(v.obj->attrs, "__unavailable__");
    return is_set(source) ? opaque_attribute(source, name) : UNSET;
}

/* `from x import *` of a module that is not available: any name may come from there. */
void opaque_star(Value module, Dict *into)
{
    dict_set_text(into, "__unavailable_names__", module);
}

Value opaque_from_star(const Dict *globals, Str *name)
{
    Value module = name->text[0] == '_' ? UNSET : dict_find_text(globals, "__unavailable_names__");
    return is_set(module) ? opaque_attribute(module, name) : UNSET;
}
