/* function.c -- script functions, bound methods and cells; binding arguments with Python's error
 * texts. */
#include "py/frame.h"

Function *function_new(const Code *code, Dict *globals)
{
    Function *function = obj_new(Function);
    function->code = code;
    function->globals = globals;
    function->name = code->name;
    function->qualname = code->qualname;
    function->doc = code->doc ? STR(code->doc) : NONE;
    Value module = dict_find_str(globals, N(__name__));
    function->module = is_set(module) ? module : NONE;
    return function;
}

/* --- binding arguments ------------------------------------------------------------------------ */

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

/* 'a', 'b', and 'c' */
static Str *quoted_list(Str *const *items, size_t count)
{
    Buf out = {0};
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_text(&out, count == 2 ? " and " : i + 1 == count ? ", and " : ", ");
        buf_format(&out, "'%s'", items[i]->text);
    }
    return buf_str(&out);
}

static _Noreturn void raise_missing(const Function *f, Str *const *items, size_t count,
                                    const char *kind)
{
    raise_type("%s() missing %zu required %s argument%s: %s", f->qualname->text, count, kind,
               plural(count), quoted_list(items, count)->text);
}

static _Noreturn void raise_too_many(const Function *f, const Value *slots, size_t given)
{
    const Code *code = f->code;
    size_t count = code->positional_count, defaults = f->defaults ? f->defaults->length : 0,
           keyword = 0;
    for (size_t i = 0; i < code->only_keyword_count; i++)
        keyword += is_set(slots[count + i]);
    Str *takes = defaults ? str_format("from %zu to %zu", count - defaults, count)
                          : str_format("%zu", count);
    bool many = defaults ? true : count != 1;
    if (keyword)
        raise_type("%s() takes %s positional argument%s but %zu positional argument%s (and %zu "
                   "keyword-only argument%s) were given",
                   f->qualname->text, takes->text, many ? "s" : "", given, plural(given), keyword,
                   plural(keyword));
    raise_type("%s() takes %s positional argument%s but %zu %s given", f->qualname->text,
               takes->text, many ? "s" : "", given, given == 1 ? "was" : "were");
}

static _Noreturn void raise_unexpected(const Function *f, const Call *call, Str *name)
{
    const Code *code = f->code;
    Buf wrong = {0};
    for (size_t i = 0; i < call->keyword_count; i++)
        for (size_t k = 0; k < code->only_positional_count; k++)
            if (str_equal(call->keywords[i], code->slot_names[k]))
                buf_format(&wrong, "%s%s", wrong.length ? ", " : "", call->keywords[i]->text);
    if (wrong.length)
        raise_type("%s() got some positional-only arguments passed as keyword arguments: '%s'",
                   f->qualname->text, buf_str(&wrong)->text);
    BaseException *e = exception_new(&TypeError_class,
                                     STR(str_format("%s() got an unexpected keyword argument '%s'",
                                                    f->qualname->text, name->text)));
    Err *err = exception_error(e);
    const char *candidates[32];
    size_t count = 0;
    for (size_t i = code->only_positional_count;
         i < code->positional_count + code->only_keyword_count && count < COUNT_OF(candidates); i++)
        candidates[count++] = code->slot_names[i]->text;
    const char *closest = text_closest(name->text, candidates, count);
    if (closest)
        err->hint = str_format("did you mean '%s'?", closest);
    err_raise(err);
}

/* The slot of a parameter that may be given by keyword, or -1. */
static ptrdiff_t parameter_find(const Code *code, Str *name)
{
    size_t count = code->positional_count + code->only_keyword_count;
    for (size_t i = code->only_positional_count; i < count; i++)
        if (code->slot_names[i] == name)
            return (ptrdiff_t)i;
    for (size_t i = code->only_positional_count; i < count; i++)
        if (str_equal(code->slot_names[i], name))
            return (ptrdiff_t)i;
    return -1;
}

static void bind_keywords(const Function *f, Value *slots, const Call *call, Dict *extra)
{
    const Value *values = call->keyword_count ? call->args + call->count : NULL;
    for (size_t i = 0; i < call->keyword_count; i++) {
        Str *name = call->keywords[i];
        ptrdiff_t slot = parameter_find(f->code, name);
        if (slot < 0) {
            if (!extra)
                raise_unexpected(f, call, name);
            dict_set_str(extra, name, values[i]);
            continue;
        }
        if (is_set(slots[slot]))
            raise_type("%s() got multiple values for argument '%s'", f->qualname->text, name->text);
        slots[slot] = values[i];
    }
}

static void bind_defaults(const Function *f, Value *slots)
{
    const Code *code = f->code;
    size_t count = code->positional_count, defaults = f->defaults ? f->defaults->length : 0;
    Str **missing = NULL;
    size_t missing_count = 0;
    for (size_t i = 0; i < count; i++) {
        if (is_set(slots[i]))
            continue;
        if (i + defaults >= count) {
            slots[i] = f->defaults->at[i + defaults - count];
            continue;
        }
        missing = missing ? missing : new_array(Str *, count);
        missing[missing_count++] = code->slot_names[i];
    }
    if (missing_count)
        raise_missing(f, missing, missing_count, "positional");
    for (size_t i = count; i < count + code->only_keyword_count; i++) {
        if (is_set(slots[i]))
            continue;
        if (f->keyword_defaults)
            slots[i] = dict_find_str(f->keyword_defaults, code->slot_names[i]);
        if (is_set(slots[i]))
            continue;
        missing = missing ? missing : new_array(Str *, code->only_keyword_count);
        missing[missing_count++] = code->slot_names[i];
    }
    if (missing_count)
        raise_missing(f, missing, missing_count, "keyword-only");
}

void function_bind(const Function *f, Value *slots, const Call *call)
{
    const Code *code = f->code;
    size_t positional = code->positional_count;
    size_t taken = call->count < positional ? call->count : positional;
    for (size_t i = 0; i < taken; i++)
        slots[i] = call->args[i];
    if (call->count == positional && !call->keyword_count && !(code->flags & CODE_BINDS))
        return;
    size_t next = positional + code->only_keyword_count;
    if (code->flags & CODE_REST)
        slots[next++] = OBJ(tuple_new(call->count - taken, call->args + taken));
    Dict *extra = NULL;
    if (code->flags & CODE_KEYWORDS) {
        extra = dict_new();
        slots[next] = OBJ(extra);
    }
    bind_keywords(f, slots, call, extra);
    if (call->count > positional && !(code->flags & CODE_REST))
        raise_too_many(f, slots, call->count);
    bind_defaults(f, slots);
}

/* --- the class `function` --------------------------------------------------------------------- */

static Str *function_repr(Value self)
{
    return str_format("<function %s at %p>", ((Function *)self.obj)->qualname->text,
                      (void *)self.obj);
}

static Value function_call(Value self, const Call *call)
{
    return call_with(self, call);
}

static Value function_get(Value self, Value instance, const Class *owner)
{
    return is_set(instance) ? method_new(self, instance) : self;
}

static Value get_code(Function *f)
{
    return OBJ(f->code);
}

static Value get_globals(Function *f)
{
    return OBJ(f->globals);
}

static Value get_defaults(Function *f)
{
    return OBJ(f->defaults);
}

static Value get_keyword_defaults(Function *f)
{
    return OBJ(f->keyword_defaults);
}

static Value get_closure(Function *f)
{
    return f->code->free_count ? OBJ(tuple_new(f->code->free_count, f->closure)) : NONE;
}

static Value get_dict(Function *f)
{
    return OBJ(object_attrs(&f->obj));
}

/* The annotations dict, made when asked for. */
static Value get_annotations(Function *f)
{
    if (!f->annotations)
        f->annotations = dict_new();
    return OBJ(f->annotations);
}

static Value get_type_parameters(Function *f)
{
    return OBJ(f->type_parameters ? f->type_parameters : tuple_new(0, NULL));
}

static Str *get_str(Value value, const char *what)
{
    if (!is_str(value))
        raise_type("%s must be set to a string object", what);
    return value.str;
}

static void *get_kind(Value value, const Class *class, const char *what, const char *kind)
{
    void *object = value_as(value, class);
    if (!object)
        raise_type("%s must be set to a %s object", what, kind);
    return object;
}

static void set_name(Function *f, Value value)
{
    f->name = get_str(value, "__name__");
}

static void set_qualname(Function *f, Value value)
{
    f->qualname = get_str(value, "__qualname__");
}

static void set_doc(Function *f, Value value)
{
    f->doc = value;
}

static void set_module(Function *f, Value value)
{
    f->module = value;
}

static void set_code(Function *f, Value value)
{
    f->code = get_kind(value, &code_class, "__code__", "code");
}

static void set_defaults(Function *f, Value value)
{
    f->defaults = is_none(value) ? NULL : get_kind(value, &tuple_class, "__defaults__", "tuple");
}

static void set_keyword_defaults(Function *f, Value value)
{
    f->keyword_defaults =
        is_none(value) ? NULL : get_kind(value, &dict_class, "__kwdefaults__", "dict");
}

static void set_dict(Function *f, Value value)
{
    if (!as(Dict, value))
        raise_type("__dict__ must be set to a dictionary, not a '%s'", class_of(value)->name);
    f->obj.attrs = as(Dict, value);
}

static void set_annotations(Function *f, Value value)
{
    f->annotations = is_none(value) ? NULL : get_as(Dict, value, "__annotations__");
}

static void set_type_parameters(Function *f, Value value)
{
    f->type_parameters = get_as(Tuple, value, "__type_params__");
}

static const struct FunctionAttribute {
    const char *name;
    Value (*get)(Function *f);             /* NULL: see function_fields */
    void (*set)(Function *f, Value value); /* NULL: read-only */
} function_attributes[] = {
    {"__name__", NULL, set_name},
    {"__qualname__", NULL, set_qualname},
    {"__doc__", NULL, set_doc},
    {"__module__", NULL, set_module},
    {"__code__", get_code, set_code},
    {"__globals__", get_globals, NULL},
    {"__builtins__", NULL, NULL},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults},
    {"__closure__", get_closure, NULL},
    {"__dict__", get_dict, set_dict},
    {"__annotations__", get_annotations, set_annotations},
    {"__type_params__", get_type_parameters, set_type_parameters},
};

static const struct FunctionAttribute *attribute_find(const Str *name)
{
    for (size_t i = 0; i < COUNT_OF(function_attributes); i++)
        if (str_is(name, function_attributes[i].name))
            return &function_attributes[i];
    return NULL;
}

static Value function_getattr(Value self, Str *name)
{
    const struct FunctionAttribute *attribute = attribute_find(name);
    return attribute && attribute->get ? attribute->get((Function *)self.obj) : UNSET;
}

/* To delete one of these sets it to None, which names refuse. */
static bool function_setattr(Value self, Str *name, Value value)
{
    const struct FunctionAttribute *attribute = attribute_find(name);
    if (!attribute)
        return false;
    if (!attribute->set)
        raise_attribute("readonly attribute");
    attribute->set((Function *)self.obj, is_set(value) ? value : NONE);
    return true;
}

/* Fields, because the class has a __doc__ and a __module__ of its own. */
static const Field function_fields[] = {FIELD_AS("__name__", Function, str, name, MUTABLE),
                                        FIELD_AS("__qualname__", Function, str, qualname, MUTABLE),
                                        FIELD_AS("__doc__", Function, any, doc, MUTABLE),
                                        FIELD_AS("__module__", Function, any, module, MUTABLE),
                                        {0}};
const Class function_class = {CLASS_NAMED(Function, "function", "builtins", object),
                              .flags = CLASS_FINAL | CLASS_ANY_ATTR,
                              .fields = function_fields,
                              .repr = function_repr,
                              .call = function_call,
                              .get = function_get,
                              .getattr = function_getattr,
                              .setattr = function_setattr};

/* --- bound methods ---------------------------------------------------------------------------- */

Value method_new(Value function, Value self)
{
    BoundMethod *method = (BoundMethod *)object_allocate(&method_class);
    method->function = function;
    method->self = self;
    return OBJ(method);
}

/* What type() says of a special method of a built-in class that is bound. */
static const Class method_wrapper_class = {
    CLASS_NAMED(BoundMethod, "method-wrapper", "builtins", object), .flags = CLASS_FINAL};

/* Special methods that CPython writes as ordinary ones. */
static bool is_ordinary(const SlotFunction *slot)
{
    const Str *name = value_get_attr(OBJ(slot), N(__name__)).str;
    static const char *const names[] = {"__dir__", "__format__", "__reversed__", "__sizeof__",
                                        "__init_subclass__"};
    for (size_t i = 0; i < COUNT_OF(names); i++)
        if (str_is(name, names[i]))
            return true;
    bool gets = name == N(__getitem__), contains = name == N(__contains__);
    return (gets && (slot->owner == &list_class || slot->owner == &dict_class)) ||
           (contains && (slot->owner == &dict_class || slot->owner == &set_class));
}

const Class *class_shown(Value v)
{
    const Class *class = class_of(v);
    if (class != &method_class)
        return class;
    Value function = ((BoundMethod *)v.obj)->function;
    if (function.tag != TAG_OBJ)
        return class;
    if (function.obj->class == &SlotFunction_class)
        return is_ordinary((SlotFunction *)function.obj) ? &native_function_class
                                                         : &method_wrapper_class;
    return function.obj->class == &native_function_class ? &native_function_class : class;
}

static Value method_call(Value self, const Call *call)
{
    BoundMethod *method = (BoundMethod *)self.obj;
    return call_with_self(method->function, method->self, call);
}

static Str *method_repr(Value self)
{
    BoundMethod *method = (BoundMethod *)self.obj;
    Value name = value_find_attr(method->function, N(__qualname__));
    if (class_shown(OBJ(method)) == &method_wrapper_class)
        return str_format("<method-wrapper '%s' of %s object at %p>",
                          value_str(value_get_attr(method->function, N(__name__)))->text,
                          class_of(method->self)->name,
                          method->self.tag == TAG_OBJ ? (void *)method->self.obj
                                                      : (void *)self.obj);
    if (method->function.tag == TAG_OBJ && method->function.obj->class == &native_function_class)
        return str_format("<built-in method %s of %s object at %p>",
                          value_str(value_get_attr(method->function, N(__name__)))->text,
                          class_of(method->self)->name,
                          method->self.tag == TAG_OBJ ? (void *)method->self.obj
                                                      : (void *)self.obj);
    return str_format("<bound method %s of %s>", is_str(name) ? name.str->text : "?",
                      value_repr(method->self)->text);
}

static Value method_getattr(Value self, Str *name)
{
    BoundMethod *method = (BoundMethod *)self.obj;
    if (str_is(name, "__func__"))
        return method->function;
    if (str_is(name, "__self__"))
        return method->self;
    return value_find_attr(method->function, name);
}

static bool method_setattr(Value self, Str *name, Value value)
{
    raise_attribute("'method' object has no attribute '%s'", name->text);
}

static bool method_equal(Value a, Value b)
{
    const BoundMethod *x = (const BoundMethod *)a.obj, *y = (const BoundMethod *)b.obj;
    if (b.tag != TAG_OBJ || b.obj->class != &method_class)
        return false;
    return value_is(x->self, y->self) && value_equal(x->function, y->function);
}

static int64_t method_hash(Value self)
{
    const BoundMethod *method = (const BoundMethod *)self.obj;
    int64_t mine = method->self.tag == TAG_OBJ ? (int64_t)((uintptr_t)method->self.obj >> 4) : 7;
    return mine ^ value_hash(method->function);
}

static Value method_attribute(Value self, Str *name)
{
    Value v = value_find_attr(((BoundMethod *)self.obj)->function, name);
    return is_set(v) ? v : NONE;
}

#define BoundMethod_class method_class
NATIVE_VALUE(BoundMethod, doc, NO_PARAMS)
{
    return method_attribute(self, N(__doc__));
}
NATIVE_VALUE(BoundMethod, module, NO_PARAMS)
{
    return method_attribute(self, N(__module__));
}
static const Method method_methods[] = {
    PROPERTY_AS("__doc__", BoundMethod, doc), PROPERTY_AS("__module__", BoundMethod, module), {0}};

#define METHOD_PARAMS(P) P(ONLY, any, function, Required) P(ONLY, any, instance, Required)
NATIVE_CLASS(BoundMethod, construct, METHOD_PARAMS)
{
    return method_new(a->function, a->instance);
}

const Class method_class = {CLASS_NAMED(BoundMethod, "method", "builtins", object),
                            .flags = CLASS_FINAL,
                            .construct = CONSTRUCT(BoundMethod),
                            .methods = method_methods,
                            .repr = method_repr,
                            .call = method_call,
                            .getattr = method_getattr,
                            .setattr = method_setattr,
                            .equal = method_equal,
                            .hash = method_hash};

/* --- cells ------------------------------------------------------------------------------------ */

void cell_set(Value cell, Value value)
{
    ((Cell *)cell.obj)->value = value;
}

static Value cell_getattr(Value self, Str *name)
{
    if (!str_is(name, "cell_contents"))
        return UNSET;
    Value value = ((Cell *)self.obj)->value;
    if (!is_set(value))
        raise_value("Cell is empty");
    return value;
}

const Class cell_class = {CLASS_NAMED(Cell, "cell", "builtins", object), .flags = CLASS_FINAL,
                          .getattr = cell_getattr};
