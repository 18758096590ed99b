package io.shirube.engine.internal.drools;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What several rulesets that are open at the same time share; forgotten with the last of them. Safe for use by many threads. */
final class InUse<K, V> {

    /** Guarded by itself. */
    private final Map<K, Shared> shared = new HashMap<>();

    /** Returns a share of what is in use under that key, if anything is. */
    @Nullable
    Share<V> join(K key) {
        synchronized (shared) {
            Shared known = shared.get(key);
            return known == null ? null : known.join();
        }
    }

    /** Returns a share of a value that others may join from now on, unless somebody else was faster. */
    Share<V> add(K key, V value) {
        synchronized (shared) {
            Shared added = new Shared(key, value);
            shared.putIfAbsent(key, added);
            return added.join();
        }
    }

    /** The right to use a value until it is closed; a second call does nothing. */
    interface Share<V> extends AutoCloseable {

        V value();

        /** Returns another share of the same; the value is in use until both are closed. */
        Share<V> again();

        @Override
        void close();
    }

    private final class Shared {
        private final K key;
        private final V value;
        private int users;

        private Shared(K key, V value) {
            this.key = key;
            this.value = value;
        }

        private Share<V> join() {
            users++;
            return new Share<>() {
                private boolean closed;

                @Override
                public V value() {
                    return value;
                }

                @Override
                public Share<V> again() {
                    synchronized (shared) {
                        return Shared.this.join();
                    }
                }

                @Override
                public void close() {
                    synchronized (shared) {
                        if (!closed) {
                            closed = true;
                            leave();
                        }
                    }
                }
            };
        }

        private void leave() {
            users--;
            if (users == 0) {
                shared.remove(key, this);
            }
        }
    }
}
