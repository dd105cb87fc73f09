/* awaiting.c -- what lib/asyncio.py needs of the engine: run an awaitable to its end. */
#include "pystd/pystd.h"
#include "pystd/inside.h"

#define AWAITABLE_PARAMS(P) P(ONLY, any, awaitable, Required)
FUNCTION(awaiting, run_awaitable, AWAITABLE_PARAMS)
{
    return await_value(a->awaitable);
}

static const Export awaiting_exports[] = {EXPORT_FUNCTION(awaiting, run_awaitable), {0}};
const ModuleDef awaiting_module = {"_awaiting", (const Export *const[]){awaiting_exports, NULL},
                                   false, NULL};
