/* exports.c -- joins the module tables of this floor and registers what the floors below ask of it. */
#include "bind/sa_inside.h"

void bind_init(void)
{
    import_add_modules(sqlalchemy_modules);
    import_add_modules(alembic_modules);
    import_add_modules(alembic_op_modules);
    import_add_modules(mako_modules);
    import_add_modules(alembic_command_modules);
    alembic_context_init();
    sa_exc_init();
    sa_compiler_init();
    sa_compiled_init();
    symbols_init();
    comparator_init();
    sa_dialect_init();
    sa_create_init();
    sa_inspect_init();
}
