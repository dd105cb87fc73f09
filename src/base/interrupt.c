/* interrupt.c -- signals: a handler that only notes them and calls what the running call registered.
 * The state of a signal handler cannot be an argument: it is one of the few file-static variables. */
#include "base/base.h"

#include <signal.h>
#include <time.h>
#include <unistd.h>

static volatile sig_atomic_t received; /* the first signal; it stays */
static volatile sig_atomic_t is_raised, exits_at_once;
static volatile int *flag;
static void (*volatile stop)(void *);
static void *volatile stop_argument;

static void handle(int signal)
{
    static const char message[] = "\ninterrupted\n";
    if (received || exits_at_once) {
        (void)!write(STDERR_FILENO, message, sizeof message - 1);
        _exit(128 + signal);
    }
    received = signal;
    if (flag)
        *flag = 1;
    void (*now)(void *) = stop;
    if (now)
        now(stop_argument);
}

static void catch_signal(int signal)
{
    struct sigaction old, new_action = {.sa_handler = handle, .sa_flags = SA_NODEFER};
    sigaction(signal, NULL, &old);
    if (old.sa_handler != SIG_IGN)
        sigaction(signal, &new_action, NULL);
}

void interrupt_catch(void)
{
    catch_signal(SIGINT);
    catch_signal(SIGTERM);
}

void interrupt_catch_keyboard(void)
{
    catch_signal(SIGINT);
}

bool interrupt_pending(void)
{
    return received && !is_raised;
}

Err *interrupt_take(void)
{
    if (!interrupt_pending())
        return NULL;
    is_raised = 1;
    bool by_hand = received == SIGINT;
    Err *err = err_new(ERR_INTERRUPT, by_hand ? "interrupt.int" : "interrupt.term", "interrupted (%s)",
                       by_hand ? "Ctrl-C" : "SIGTERM");
    return err;
}

void interrupt_insist(void)
{
    is_raised = 0;
    interrupt_check();
}

void interrupt_give_back(void)
{
    is_raised = 0;
}

void interrupt_check(void)
{
    Err *err = interrupt_take();
    if (err)
        err_raise(err);
}

InterruptStop interrupt_during(InterruptStop now)
{
    InterruptStop old = {stop, stop_argument};
    stop = NULL;
    stop_argument = now.arg;
    stop = now.stop;
    return old;
}

void interrupt_tell(volatile int *given)
{
    flag = given;
}

void interrupt_exits(bool exits)
{
    exits_at_once = exits;
}

void interrupt_sleep(double seconds)
{
    struct timespec left = {(time_t)seconds, (long)((seconds - (double)(time_t)seconds) * 1e9)};
    if (!interrupt_pending())
        nanosleep(&left, NULL); /* a signal ends it */
}
