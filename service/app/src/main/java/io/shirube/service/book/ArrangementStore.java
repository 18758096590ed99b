package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Keeps what people settled for accounts. Safe for use by many threads. */
public interface ArrangementStore {

    /** Returns what is settled; empty when nothing is, or there is no such account. */
    Optional<ObjectNode> find(String accountId, Arrangement kind);

    /**
     * Keeps what is settled in place of what was; the account is decided on anew.
     *
     * @return false when there is no such account
     */
    boolean keep(String accountId, Arrangement kind, ObjectNode document);

    /**
     * Ends what is settled; the account is decided on anew.
     *
     * @return false when nothing is settled
     */
    boolean end(String accountId, Arrangement kind);
}
