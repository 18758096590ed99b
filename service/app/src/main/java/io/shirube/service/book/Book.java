package io.shirube.service.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps accounts; every change is durable when its method returns. Every method throws {@link BookUnavailableException} while the
 * book cannot be reached. Readings that are older than they are kept go when their signal is written, but for the latest of each that
 * is known today. Implementations are safe for use by many threads.
 */
public interface Book {

    /** How many readings an account keeps at most. */
    int MOST_READINGS = 100_000;

    /** How many bytes the values of an account's readings take at most, as JSON. */
    long MOST_BYTES = 32L << 20;

    /** Expects an account of whatever version. */
    long ANY = -1;

    /** What became of what was told of an account. */
    sealed interface Outcome permits Put, Refused {}

    /**
     * An account was kept.
     *
     * @param version its version now; versions grow, and none names two states of an account
     * @param fresh whether there was no such account before
     */
    record Put(long version, boolean fresh) implements Outcome {}

    /** Nothing was kept. */
    enum Refused implements Outcome {
        /** Readings were told of no account that is kept. */
        NOT_THERE,
        /** The account would keep more than {@link #MOST_READINGS} or {@link #MOST_BYTES}. */
        FULL
    }

    /** Returns an account with all its readings, as they were at one moment. */
    Optional<StoredAccount> find(String id);

    /**
     * Keeps an account in place of what was kept of it; its earlier readings stay.
     *
     * @param expected the version it must have, {@link #ANY} when it must only be there, or null for nothing at all
     * @return what became of it; empty when the account does not have the expected version, or {@link #ANY} and is none
     * @throws BookFullException when it would keep more than {@link #MOST_READINGS} or {@link #MOST_BYTES}
     */
    Optional<Put> put(String id, ObjectNode document, List<Reading> readings, @Nullable Long expected);

    /**
     * Adds readings; of two for one signal and day the later stands.
     *
     * @param expected the version the account must have, {@link #ANY}, or null for nothing at all
     * @return the new version, or empty when there is no such account or it does not have the expected version
     * @throws BookFullException when it would keep more than {@link #MOST_READINGS} or {@link #MOST_BYTES}
     */
    OptionalLong add(String id, List<Reading> readings, @Nullable Long expected);

    /**
     * Keeps accounts and readings of several accounts, all that are not refused or, when this throws, none. Of an account of which
     * several things are told only what comes last is ever seen, under one version.
     *
     * @return what became of each, in their order
     */
    List<Outcome> write(List<Told> told);

    /**
     * Which accounts are wanted; null asks for nothing.
     *
     * @param owner a role or person that has a living action of the account
     * @param text part of the id or name, in any case
     * @param after the id behind which to go on
     */
    record Wanted(
            @Nullable String touch,
            @Nullable String stage,
            @Nullable String band,
            @Nullable String owner,
            @Nullable String text,
            @Nullable String after) {}

    /**
     * An account of a list; touch, stage and band are null until it was decided on first, and while it cannot be decided on.
     *
     * @param problemJa why it cannot be decided on, in Japanese; null when it can, like the English
     * @param actions how many of its actions live
     */
    record Listed(
            String id,
            @Nullable String name,
            long version,
            @Nullable String stage,
            @Nullable String touch,
            @Nullable String band,
            @Nullable LocalDate decidedOn,
            @Nullable String problemJa,
            @Nullable String problemEn,
            int actions) {}

    /** Returns accounts by id. */
    List<Listed> list(Wanted wanted, int most);

    /**
     * Erases an account with everything that was kept of it.
     *
     * @param expected the version it must have, {@link #ANY}, or null for nothing at all
     * @return whether there was one, with the expected version
     */
    boolean erase(String id, @Nullable Long expected);
}
