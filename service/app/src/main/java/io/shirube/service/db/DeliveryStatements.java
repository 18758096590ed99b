package io.shirube.service.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about what receivers were and are to be told of. */
interface DeliveryStatements {

    record DeliveryRow(
            long id,
            String messageId,
            String accountId,
            String kind,
            Instant at,
            String state,
            int attempts,
            @Nullable Instant attemptedAt,
            @Nullable Instant nextAt,
            @Nullable Integer status,
            @Nullable String trouble) {}

    /** Held until the transaction ends; nobody waits for it. */
    @SqlQuery("SELECT pg_try_advisory_xact_lock(:lock, CAST(:id AS integer))")
    boolean lockHandOut(@Bind("lock") int lock, @Bind("id") long webhook);

    /** Some of the feed. */
    record StretchRow(long after, long until, int changes) {}

    /** Returns what follows the position of an active receiver; empty without any. */
    @SqlQuery("""
            SELECT position AS after, max(number) AS until, count(*) AS changes
              FROM webhook, LATERAL (SELECT number FROM change WHERE number > position ORDER BY number LIMIT :most) AS next
             WHERE id = :id AND state = 'ACTIVE' GROUP BY position""")
    Optional<StretchRow> next(@Bind("id") long webhook, @Bind("most") int most);

    String WANTED = """
             WHERE number > :s.after AND number <= :s.until
               AND (SELECT kinds IS NULL OR change.kind = ANY(string_to_array(kinds, ',')) FROM webhook WHERE id = :id)""";

    /** Gives accounts a turn; it is held until the transaction ends. */
    @SqlUpdate("""
            INSERT INTO delivery_turn (webhook_id, account_id, next_at)
            SELECT DISTINCT CAST(:id AS bigint), account_id, CAST(:now AS timestamptz) FROM change
            """ + WANTED + """
             ORDER BY account_id
            ON CONFLICT (webhook_id, account_id) DO UPDATE SET next_at = delivery_turn.next_at""")
    void giveTurns(@Bind("id") long webhook, @BindMethods("s") StretchRow stretch, @Bind("now") Instant now);

    @SqlUpdate("""
            INSERT INTO delivery (webhook_id, account_id, number, kind, at, message_id)
            SELECT :id, account_id, number, kind, at, 'msg_' || replace(CAST(gen_random_uuid() AS text), '-', '')
              FROM change
            """ + WANTED + " ORDER BY number")
    void deliver(@Bind("id") long webhook, @BindMethods("s") StretchRow stretch);

    @SqlUpdate("UPDATE webhook SET position = :until WHERE id = :id")
    void moveOn(@Bind("id") long webhook, @Bind("until") long until);

    /** Makes the accounts of deliveries due; those that somebody holds stay so. */
    @SqlUpdate("""
            INSERT INTO delivery_turn (webhook_id, account_id, next_at)
            SELECT DISTINCT webhook_id, account_id, CAST(:now AS timestamptz) FROM delivery
             WHERE webhook_id = :id AND id = ANY(:deliveries) ORDER BY account_id
            ON CONFLICT (webhook_id, account_id) DO UPDATE
               SET next_at = CASE WHEN delivery_turn.lease IS NULL THEN excluded.next_at ELSE delivery_turn.next_at END""")
    void takeTurns(@Bind("id") long webhook, @Bind("deliveries") Long[] deliveries, @Bind("now") Instant now);

    @SqlQuery("""
            SELECT delivery.id, message_id, delivery.account_id, kind, at, state, attempts, attempted_at,
                   CASE WHEN state = 'WAITING' AND attempts > 0 AND lease IS NULL THEN next_at END AS next_at, status, trouble
              FROM delivery LEFT JOIN delivery_turn AS turn
                ON turn.webhook_id = delivery.webhook_id AND turn.account_id = delivery.account_id
             WHERE delivery.webhook_id = :id AND delivery.id < :before AND (CAST(:state AS text) IS NULL OR state = :state)
             ORDER BY delivery.id DESC LIMIT :most""")
    List<DeliveryRow> deliveries(
            @Bind("id") long webhook,
            @Bind("state") @Nullable String state,
            @Bind("before") long before,
            @Bind("most") int most);

    /** Returns the ids of what failed for good, the oldest first. */
    @SqlQuery("SELECT id FROM delivery WHERE webhook_id = :id AND state = 'DEAD' ORDER BY id LIMIT :most")
    List<Long> dead(@Bind("id") long webhook, @Bind("most") int most);

    /** Returns those that do not wait. */
    @SqlQuery("SELECT id FROM delivery WHERE webhook_id = :id AND id = ANY(:deliveries) AND state <> 'WAITING'")
    List<Long> over(@Bind("id") long webhook, @Bind("deliveries") Long[] deliveries);

    /** Only what the feed still tells can be told again. */
    @SqlUpdate("""
            UPDATE delivery SET state = 'WAITING', attempts = 0, attempted_at = NULL, status = NULL, trouble = NULL
             WHERE webhook_id = :id AND id = ANY(:deliveries) AND state <> 'WAITING'
               AND EXISTS (SELECT FROM change WHERE change.number = delivery.number)""")
    int replay(@Bind("id") long webhook, @Bind("deliveries") Long[] deliveries);

    /** Deletes deliveries of a change that the feed does not tell any more. */
    @SqlUpdate("""
            DELETE FROM delivery
             WHERE webhook_id = :id AND id = ANY(:deliveries)
               AND NOT EXISTS (SELECT FROM change WHERE change.number = delivery.number)""")
    void dropUntold(@Bind("id") long webhook, @Bind("deliveries") Long[] deliveries);

    @SqlUpdate("DELETE FROM delivery WHERE account_id = :account")
    void forget(@Bind("account") String account);

    @SqlUpdate("DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE webhook_id = :id LIMIT :most)")
    int deleteDeliveries(@Bind("id") long webhook, @Bind("most") int most);

    @SqlUpdate("DELETE FROM delivery_turn WHERE webhook_id = :id")
    void deleteTurns(@Bind("id") long webhook);
}
