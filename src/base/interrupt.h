/* interrupt.h -- Ctrl-C and SIGTERM as an error at the next safe place.
 *
 *     interrupt_catch();                                     from here on; the second signal ends the program at once
 *     old = interrupt_during((InterruptStop){cancel, c});    what the signal handler calls now (async-signal-safe)
 *     ... a call that blocks ...
 *     interrupt_during(old);
 *     interrupt_check();                                     raises ERR_INTERRUPT when a signal came
 *
 * A signal is raised once: the clean-up that the error causes runs undisturbed.
 */
#ifndef RETORT_BASE_INTERRUPT_H
#define RETORT_BASE_INTERRUPT_H

#include "base/err.h"

/* Takes SIGINT and SIGTERM over, unless they are ignored (nohup). */
void interrupt_catch(void);
/* SIGINT only, for a lone script: SIGTERM ends it. */
void interrupt_catch_keyboard(void);
/* A signal came and was not raised yet. */
bool interrupt_pending(void);
/* Raises "interrupt" when one is pending. */
void interrupt_check(void);
/* Raises it although it was raised before: a script that caught it does not decide that the work goes on. */
void interrupt_insist(void);
/* The error of a pending signal, which counts as raised then; or NULL. */
Err *interrupt_take(void);
/* It is pending again: for who caught the error and has no use for it. */
void interrupt_give_back(void);
typedef struct InterruptStop {
    void (*stop)(void *);
    void *arg;
} InterruptStop;
/* Returns what was registered before, to be put back. */
InterruptStop interrupt_during(InterruptStop now);
/* For blocking calls that nothing can stop and that hold nothing: the first signal ends the program. */
void interrupt_exits(bool exits);
/* What the handler sets beside: a flag that is cheap to look at in a loop. */
void interrupt_tell(volatile int *flag);
/* Sleeps, but not beyond a signal. */
void interrupt_sleep(double seconds);

#endif
