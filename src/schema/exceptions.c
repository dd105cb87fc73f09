/* exceptions.c -- the exception classes of sqlalchemy.exc; bind/ exports them. */
#include "schema/schema.h"

#define DEFINE_EXCEPTION(name_, base_)                                                             \
    const Class name_##_class = {                                                                  \
        .obj = {.class = &type_class},                                                             \
        .name = #name_,                                                                            \
        .module = "sqlalchemy.exc",                                                                \
        .base = &base_##_class,                                                                    \
        .size = sizeof(BaseException),                                                             \
        .state = &(ClassState){0},                                                                 \
    };

DEFINE_EXCEPTION(SQLAlchemyError, Exception)
DEFINE_EXCEPTION(SAWarning, RuntimeWarning)
DEFINE_EXCEPTION(SADeprecationWarning, DeprecationWarning)
SQLALCHEMY_ERROR_LIST(DEFINE_EXCEPTION)
