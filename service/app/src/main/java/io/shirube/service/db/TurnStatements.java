package io.shirube.service.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The statements about whose turn it is: those that every message needs, and no others, because preparing an interface costs as
 * much as it has methods. Whoever locks both locks a turn before its receiver.
 */
interface TurnStatements {

    /** The oldest of an account that waits, with its change; at, kind and data are null when that is gone. */
    record HeadRow(
            long id,
            long number,
            int attempts,
            String messageId,
            @Nullable Instant at,
            @Nullable String kind,
            @Nullable String data,
            String epoch) {}

    /**
     * Holds accounts that are due and that nobody holds. They are chosen in a part of its own, because PostgreSQL runs that once; a
     * subquery that locks may be run again for every row, and each time choose others.
     */
    @SqlQuery("""
            WITH due AS MATERIALIZED (
                SELECT account_id FROM delivery_turn
                 WHERE webhook_id = :id AND next_at <= :now
                   AND EXISTS (SELECT FROM webhook WHERE id = :id AND state = 'ACTIVE')
                 ORDER BY next_at, account_id LIMIT :most FOR UPDATE OF delivery_turn SKIP LOCKED)
            UPDATE delivery_turn SET lease = :lease, next_at = :until
              FROM due
             WHERE delivery_turn.webhook_id = :id AND delivery_turn.account_id = due.account_id
            RETURNING delivery_turn.account_id""")
    List<String> claim(
            @Bind("id") long webhook,
            @Bind("most") int most,
            @Bind("lease") String lease,
            @Bind("now") Instant now,
            @Bind("until") Instant until);

    @SqlQuery("""
            SELECT head.id, head.number, attempts, message_id, change.at, change.kind, change.data::text AS data,
                   (SELECT epoch FROM feed) AS epoch
              FROM (SELECT id, number, attempts, message_id FROM delivery
                     WHERE webhook_id = :id AND account_id = :account AND state = 'WAITING'
                     ORDER BY number LIMIT 1) AS head
              LEFT JOIN change ON change.number = head.number""")
    Optional<HeadRow> head(@Bind("id") long webhook, @Bind("account") String account);

    @SqlUpdate("DELETE FROM delivery WHERE id = :id")
    void drop(@Bind("id") long delivery);

    /** Returns whether the receiver is active; empty when the hold is over. */
    @SqlQuery("""
            SELECT EXISTS (SELECT FROM webhook WHERE id = :id AND state = 'ACTIVE') FROM delivery_turn
             WHERE webhook_id = :id AND account_id = :account AND lease = :lease FOR UPDATE""")
    Optional<Boolean> lockTurn(@Bind("id") long webhook, @Bind("account") String account, @Bind("lease") String lease);

    @SqlUpdate("DELETE FROM delivery_turn WHERE webhook_id = :id AND account_id = :account")
    void endTurn(@Bind("id") long webhook, @Bind("account") String account);

    @SqlUpdate("""
            UPDATE delivery_turn SET next_at = :nextAt, lease = :lease WHERE webhook_id = :id AND account_id = :account""")
    void moveTurn(
            @Bind("id") long webhook,
            @Bind("account") String account,
            @Bind("nextAt") Instant nextAt,
            @Bind("lease") @Nullable String lease);

    @SqlUpdate("""
            UPDATE delivery SET state = :state, attempts = :attempts, attempted_at = :at, status = :status, trouble = :trouble
             WHERE id = :id AND state = 'WAITING'""")
    void attempted(
            @Bind("id") long delivery,
            @Bind("state") String state,
            @Bind("attempts") int attempts,
            @Bind("at") Instant at,
            @Bind("status") @Nullable Integer status,
            @Bind("trouble") @Nullable String trouble);

    /** Makes all accounts due that nobody holds. */
    @SqlUpdate("""
            UPDATE delivery_turn SET next_at = :now
             WHERE webhook_id = :id
               AND account_id IN (SELECT account_id FROM delivery_turn
                                   WHERE webhook_id = :id AND lease IS NULL AND next_at > :now FOR UPDATE SKIP LOCKED)""")
    void hasten(@Bind("id") long webhook, @Bind("now") Instant now);

    /** Returns how many failures there were, if any; who did not fail is not written. */
    @SqlQuery("""
            WITH before AS (SELECT id, failures FROM webhook WHERE id = :id AND failures > 0 FOR NO KEY UPDATE)
            UPDATE webhook
               SET failures = 0, rests_until = CASE WHEN before.failures >= :trip THEN NULL ELSE rests_until END
              FROM before WHERE webhook.id = before.id
            RETURNING before.failures""")
    Optional<Integer> recovered(@Bind("id") long id, @Bind("trip") int trip);
}
