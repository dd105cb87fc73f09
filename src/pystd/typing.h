/* typing.h -- the structs of the typing module, shared by its files; private to pystd/. */
#ifndef RETORT_PYSTD_TYPING_H
#define RETORT_PYSTD_TYPING_H

#include "pystd/pystd.h"
#include "pystd/inside.h"

typedef enum FormKind {
    FORM_PLAIN, /* Any, Self: not subscriptable        */
    FORM_UNION,
    FORM_OPTIONAL,
    FORM_LITERAL,
    FORM_ANNOTATED,
    FORM_WRAP, /* ClassVar[X], Final[X]            */
    FORM_CALLABLE,
    FORM_GENERIC, /* List, Sequence: stand for a class */
} FormKind;

typedef VEC(Value) ValueVec;

typedef struct FormRow {
    const char *name;
    FormKind kind;
    const Class *builtin; /* FORM_GENERIC: the class ...                        */
    const char *module;   /* ... or the module where a class of that name lives */
    const char *origin;   /* its name there when it differs                     */
    size_t count;         /* arguments that it takes; 0: any number             */
} FormRow;

typedef struct SpecialForm {
    Obj obj;
    const FormRow *row;
} SpecialForm;

typedef struct TypingAlias {
    Obj obj;
    const FormRow *row; /* NULL: a script class that derives from Generic */
    Value origin;       /* that class, or the annotated type; else unset  */
    Tuple *args;
    Tuple *metadata; /* Annotated */
} TypingAlias;

typedef struct TypeVar {
    Obj obj;
    Str *name;
    Value bound;
    Tuple *constraints;
    bool covariant, contravariant, infer_variance;
} TypeVar;

typedef struct ForwardRef {
    Obj obj;
    Str *text;
} ForwardRef;

typedef struct NewType {
    Obj obj;
    Str *name;
    Value supertype;
} NewType;

typedef struct Generic {
    Obj obj;
} Generic;
typedef Generic Protocol;

extern const Class SpecialForm_class, TypingAlias_class, TypeVar_class, ParamSpec_class,
    TypeVarTuple_class, ForwardRef_class, NewType_class, Generic_class, Protocol_class;

const FormRow *typing_form_find(const char *name);
Value typing_form_new(const FormRow *row);
Value typing_row_origin(const FormRow *row);
Value typing_argument(Value v);
/* Box[int]: row NULL and the class, or a form and UNSET. */
Value typing_generic_new(const FormRow *row, Value origin, size_t count, const Value *args);
/* Adds the type variables in v that are not there yet. */
void typing_collect_parameters(ValueVec *out, Value v);
Value typing_binop(Operator op, Value left, Value right);
Value typing_attribute(const char *name);
/* Appends "Any", "Union", "List" ...: what `from typing import *` brings of the forms. */
void typing_add_form_names(List *names_);

#endif
