/* names.h -- interned names used from C: N(nullable) is the Str "nullable". Add rows freely, sorted. */
#ifndef RETORT_PY_NAMES_H
#define RETORT_PY_NAMES_H

#include "base/base.h"

#define NAME_LIST(X)                                                                               \
    X(__abs__) X(__add__) X(__aenter__) X(__aexit__) X(__aiter__) X(__all__) X(__and__) X(__anext__) \
    X(__annotations__) X(__await__) X(__bases__) X(__bool__) X(__builtins__) X(__bytes__) X(__call__) X(__cause__)   \
    X(__ceil__) X(__class__) X(__class_getitem__) X(__classcell__) X(__contains__) X(__context__)  \
    X(__copy__) X(__deepcopy__) X(__del__) X(__delattr__) X(__delete__) X(__delitem__) X(__dict__) X(__dir__)        \
    X(__divmod__) X(__doc__) X(__enter__) X(__eq__) X(__exit__) X(__file__) X(__float__)           \
    X(__floor__) X(__floordiv__) X(__format__) X(__fspath__) X(__ge__) X(__get__) X(__getattr__)   \
    X(__getattribute__) X(__getitem__) X(__gt__) X(__hash__) X(__iadd__) X(__iand__)               \
    X(__ifloordiv__) X(__ilshift__) X(__imatmul__) X(__imod__) X(__imul__) X(__index__)            \
    X(__init__) X(__init_subclass__) X(__instancecheck__) X(__int__) X(__invert__) X(__ior__)      \
    X(__ipow__) X(__irshift__) X(__isub__) X(__iter__) X(__itruediv__) X(__ixor__) X(__le__)       \
    X(__len__) X(__loader__) X(__lshift__) X(__lt__) X(__matmul__) X(__missing__) X(__mod__)       \
    X(__module__) X(__mro__) X(__mro_entries__) X(__mul__) X(__name__) X(__ne__) X(__neg__)        \
    X(__new__) X(__next__) X(__notes__) X(__or__) X(__package__) X(__path__) X(__pos__) X(__pow__) \
    X(__prepare__) X(__qualname__) X(__radd__) X(__rand__) X(__repr__) X(__reversed__)             \
    X(__rfloordiv__) X(__rlshift__) X(__rmatmul__) X(__rmod__) X(__rmul__) X(__ror__) X(__round__) \
    X(__rpow__) X(__rrshift__) X(__rshift__) X(__rsub__) X(__rtruediv__) X(__rxor__) X(__set__)    \
    X(__set_name__) X(__setattr__) X(__setitem__) X(__slots__) X(__spec__) X(__str__) X(__sub__)   \
    X(__subclasscheck__) X(__subclasses__) X(__suppress_context__) X(__traceback__)                \
    X(__truediv__) X(__trunc__) X(__type_params__) X(__version__) X(__weakref__) X(__wrapped__)    \
    X(__xor__) X(__match_args__) X(__main__) X(__incomplete__)                                     \
    X(args) X(close) X(encoding) X(fget) X(get) X(items) X(keys) X(metaclass) X(msg) X(name)       \
    X(send) X(throw) X(value) X(values) X(path) X(self) X(end) X(sep) X(file) X(flush) X(key)      \
    X(reverse) X(start) X(default)

#define NAME_ENUM(name) NAME_##name,
typedef enum NameId { NAME_LIST(NAME_ENUM) NAME_COUNT } NameId;
extern Str *interned_names[NAME_COUNT]; /* filled by names_init(), called from vm_init() */
void names_init(void);
#define N(name) (interned_names[NAME_##name])

#endif
