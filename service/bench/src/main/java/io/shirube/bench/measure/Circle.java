package io.shirube.bench.measure;

/** Goes round the accounts. Used by one thread. */
final class Circle {

    private int next;

    int next() {
        return next++ & (Accounts.COUNT - 1);
    }
}
