/* alembic_modules.c -- the module tables of alembic.*: which names live where. */
#include "bind/bind.h"
#include "bind/known_names.inc"

#define TABLES(...) (const Export *const[]){__VA_ARGS__, NULL}

static const Export version_exports[] = {
    EXPORT_TEXT("__version__",
                "1.19.1"), /* what scripts may compare with: the behaviour reproduced */
    EXPORT_TEXT("__known_names__", ALEMBIC_KNOWN_NAMES),
    EXPORT_TEXT("__known_modules__", ALEMBIC_KNOWN_MODULES),
    EXPORT_MODULE("op", "alembic.op"),
    EXPORT_MODULE("context", "alembic.context"),
    {0},
};
static Value find_in(const char *module, Str *name)
{
    return str_starts_with(name, "_") ? UNSET : module_find(import_module(intern(module)), name->text);
}

/* Names that lib/_alembic_tools.py defines. */
static Value tools_getattr(Str *name)
{
    return find_in("_alembic_tools", name);
}

static Value util_getattr(Str *name)
{
    Value found = alembic_hooks_getattr(name);
    return is_set(found) ? found : tools_getattr(name);
}

/* alembic.autogenerate.render; the file itself begins with the native part. */
static Value render_getattr(Str *name)
{
    Value found = alembic_hooks_getattr(name);
    if (is_set(found) || str_starts_with(name, "__"))
        return found;
    return module_find(import_module(intern("_alembic_render")), name->text);
}

static const ModuleDef alembic_module = {"alembic", TABLES(version_exports), true, NULL};

static const Export nothing[] = {{0}};
static const ModuleDef context_module = {"alembic.context", TABLES(nothing), false, alembic_context_getattr};
static const ModuleDef config_module = {"alembic.config", TABLES(alembic_config_exports), false, tools_getattr};
static const ModuleDef script_module = {"alembic.script", TABLES(alembic_script_exports), true, NULL};
static const ModuleDef script_base_module = {"alembic.script.base", TABLES(alembic_script_exports), false, NULL};
static const ModuleDef script_revision_module = {"alembic.script.revision",
                                                 TABLES(alembic_revision_exports), false, tools_getattr};
static const ModuleDef runtime_module = {"alembic.runtime", TABLES(nothing), true, NULL};
static const ModuleDef runtime_migration_module = {
    "alembic.runtime.migration", TABLES(alembic_migration_exports), false, tools_getattr};
static const ModuleDef runtime_environment_module = {"alembic.runtime.environment",
                                                     TABLES(alembic_environment_exports), false, NULL};
static const ModuleDef migration_module = {"alembic.migration", TABLES(alembic_migration_exports), false, NULL};
static const ModuleDef environment_module = {"alembic.environment", TABLES(alembic_environment_exports), false,
                                             NULL};
static const ModuleDef autogenerate_module = {
    "alembic.autogenerate", TABLES(alembic_autogenerate_exports, alembic_render_exports), true,
    alembic_hooks_getattr};
static const ModuleDef autogenerate_api_module = {
    "alembic.autogenerate.api", TABLES(alembic_autogenerate_exports, alembic_render_exports), false,
    NULL};
static const ModuleDef autogenerate_render_module = {
    "alembic.autogenerate.render", TABLES(alembic_render_exports), false, render_getattr};
static const ModuleDef autogenerate_compare_module = {
    "alembic.autogenerate.compare", TABLES(nothing), false, alembic_hooks_getattr};
static const ModuleDef autogenerate_rewriter_module = {
    "alembic.autogenerate.rewriter", TABLES(nothing), false, alembic_hooks_getattr};
static const ModuleDef runtime_plugins_module = {"alembic.runtime.plugins", TABLES(nothing), false,
                                                 alembic_hooks_getattr};
static const ModuleDef util_module = {"alembic.util", TABLES(alembic_exc_exports), true, util_getattr};
static const ModuleDef util_exc_module = {"alembic.util.exc", TABLES(alembic_exc_exports), false, NULL};

const ModuleDef *const alembic_modules[] = {
    &alembic_module,
    &context_module,
    &config_module,
    &script_module,
    &script_base_module,
    &script_revision_module,
    &runtime_module,
    &runtime_migration_module,
    &runtime_environment_module,
    &migration_module,
    &environment_module,
    &autogenerate_module,
    &autogenerate_api_module,
    &autogenerate_render_module,
    &autogenerate_compare_module,
    &autogenerate_rewriter_module,
    &runtime_plugins_module,
    &util_module,
    &util_exc_module,
    NULL,
};
