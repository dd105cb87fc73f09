/* sqlite_lock.c -- SQLite's migration lock: one byte of the database file, locked for this open file
 * description, which is let go by the system when the process ends. Transactions cannot do it: they end
 * at each revision and wherever a script commits. */
#include "db/db.h"

#include "db/driver.h"

#include <errno.h>
#include <fcntl.h>

/* Linux and new POSIX have locks that closing another descriptor of the file does not drop. */
#ifndef F_OFD_SETLK
#define F_OFD_SETLK F_SETLK
#endif

/* sqlite's own locks begin one byte further, at its PENDING_BYTE. */
enum { LOCK_BYTE = 0x3FFFFFFF };

static int set_lock(int file, short type)
{
    struct flock range = {.l_type = type, .l_whence = SEEK_SET, .l_start = LOCK_BYTE, .l_len = 1};
    return fcntl(file, F_OFD_SETLK, &range);
}

/* The descriptor stays open until the process ends: closing it would drop the POSIX locks that sqlite has
 * on the same file. A file system without locks, or a file that cannot be written, is not locked. */
bool sqlite_lock_try(DatabaseLock *lock)
{
    if (!lock->name)
        return true;
    if (lock->file < 0)
        lock->file = open(lock->name->text, O_RDWR | O_CLOEXEC);
    if (lock->file < 0 || set_lock(lock->file, F_WRLCK) == 0)
        return true;
    return errno != EAGAIN && errno != EACCES;
}

/* The system does not tell whose such a lock is. */
Str *sqlite_lock_holder(DatabaseLock *lock)
{
    return str_from("another process");
}

void sqlite_lock_release(DatabaseLock *lock)
{
    if (lock->file >= 0)
        set_lock(lock->file, F_UNLCK);
}
