/* sa_transaction.c -- Transaction, RootTransaction, NestedTransaction: what begin() and
 * begin_nested() give scripts.
 *
 * The record (runtime/engine.h) is the truth about transactions, because operations use it without
 * these objects: connection_object_sync brings them in line before they are looked at.
 */
#include "bind/bind.h"
#include "bind/sa_inside.h"

static void cancel_nested(ConnectionObject *c)
{
    for (; c->nested; c->nested = c->nested->outer) {
        c->nested->is_active = false;
        c->nested->is_closed = true;
    }
}

TransactionObject *transaction_object_new(ConnectionObject *c, const Class *class)
{
    TransactionObject *t = (TransactionObject *)object_allocate(class);
    t->connection = c;
    t->is_active = true;
    return t;
}

void connection_object_sync(ConnectionObject *c)
{
    if (c->transaction && !c->record->began) {
        c->transaction->is_active = false;
        c->transaction->is_closed = true;
        c->transaction = NULL;
        cancel_nested(c);
    } else if (!c->transaction && c->record->began) {
        c->transaction = transaction_object_new(c, &RootTransaction_class);
    }
}

Value connection_object_commit(ConnectionObject *c)
{
    connection_commit(c->record);
    connection_object_sync(c);
    return NONE;
}

Value connection_object_rollback(ConnectionObject *c)
{
    connection_rollback(c->record);
    connection_object_sync(c);
    return NONE;
}

void connection_object_close(ConnectionObject *c)
{
    connection_close(c->record);
    connection_object_sync(c);
}

static void end_nested(TransactionObject *t, bool commit)
{
    ConnectionObject *c = t->connection;
    if (!t->is_active && commit)
        raise_exception(&InvalidRequestError_class, "This nested transaction is inactive");
    if (t->is_active && c->record->began) {
        t->is_active = false;
        if (commit)
            connection_release_savepoint(c->record, t->savepoint);
        else
            connection_rollback_savepoint(c->record, t->savepoint);
    }
    t->is_active = false;
    t->is_closed = true;
    while (c->nested && c->nested != t) {
        c->nested->is_active = false;
        c->nested = c->nested->outer;
    }
    if (c->nested)
        c->nested = t->outer;
}

void transaction_object_end(TransactionObject *t, bool commit)
{
    connection_object_sync(t->connection);
    if (t->savepoint) {
        end_nested(t, commit);
        return;
    }
    if (!t->is_active && commit)
        raise_exception(&InvalidRequestError_class, "This transaction is inactive");
    if (!t->is_active)
        return;
    if (commit)
        connection_object_commit(t->connection);
    else
        connection_object_rollback(t->connection);
}

NATIVE0(TransactionObject, commit)
{
    transaction_object_end(self, true);
    return NONE;
}

NATIVE0(TransactionObject, rollback)
{
    transaction_object_end(self, false);
    return NONE;
}

NATIVE0(TransactionObject, is_active)
{
    connection_object_sync(self->connection);
    return BOOL(self->is_active);
}

NATIVE0(TransactionObject, enter)
{
    return OBJ(self);
}

#define LEAVE_PARAMS(P)                                                                            \
    P(POS, any, type, Required) P(POS, any, value, Required) P(POS, any, traceback, Required)

static void commit_call(void *t)
{
    transaction_object_end(t, true);
}

static void rollback_call(void *t)
{
    transaction_object_end(t, false);
}

NATIVE(TransactionObject, leave, LEAVE_PARAMS)
{
    connection_object_sync(self->connection);
    if (!is_none(a->type) || !self->is_active) {
        if (self->is_active && !self->connection->record->closed)
            transaction_object_end(self, false);
        return FALSE_VALUE;
    }
    Err *err = protect(commit_call, self);
    if (err) {
        protect(rollback_call, self);
        err_raise(err);
    }
    return FALSE_VALUE;
}

static const Field transaction_fields[] = {FIELD(TransactionObject, obj, connection, READONLY),
                                           {0}};
static const Method transaction_methods[] = {
    METHOD(TransactionObject, commit),
    METHOD(TransactionObject, rollback),
    METHOD_AS("close", TransactionObject, rollback),
    PROPERTY(TransactionObject, is_active),
    PROPERTY_AS("is_valid", TransactionObject, is_active),
    METHOD_AS("__enter__", TransactionObject, enter),
    METHOD_AS("__exit__", TransactionObject, leave),
    {0},
};
const Class TransactionObject_class = {
    CLASS_NAMED(TransactionObject, "Transaction", "sqlalchemy.engine.base", object),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
    .fields = transaction_fields,
    .methods = transaction_methods,
};
typedef TransactionObject RootTransaction, NestedTransaction;
const Class RootTransaction_class = {
    CLASS(RootTransaction, "sqlalchemy.engine.base", TransactionObject),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
};
const Class NestedTransaction_class = {
    CLASS(NestedTransaction, "sqlalchemy.engine.base", TransactionObject),
    .flags = CLASS_ABSTRACT | CLASS_ANY_ATTR,
};
