package io.shirube.service.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about actions and what is told of them; JSON goes in and out as text. */
interface ActionStatements {

    String COLUMNS = """
            id, account_id, key, type, state, touch, owner_role, owner, opened_on, due_on, expires_on, snoozed_until,
            closed_on, priority, offer_ja::text AS offer_ja, offer_en::text AS offer_en, held_by, because_ja, because_en
            """;

    record ActionRow(
            long id,
            String accountId,
            String key,
            String type,
            String state,
            String touch,
            String ownerRole,
            @Nullable String owner,
            LocalDate openedOn,
            LocalDate dueOn,
            @Nullable LocalDate expiresOn,
            @Nullable LocalDate snoozedUntil,
            @Nullable LocalDate closedOn,
            double priority,
            String offerJa,
            String offerEn,
            @Nullable String heldBy,
            @Nullable String becauseJa,
            @Nullable String becauseEn) {}

    @SqlQuery("SELECT " + COLUMNS + " FROM action WHERE account_id = :id AND closed_on IS NULL ORDER BY id")
    List<ActionRow> living(@Bind("id") String accountId);

    /** What people ended; rules look back over it. */
    @SqlQuery("SELECT " + COLUMNS + """
             FROM action WHERE account_id = :id AND state IN ('DONE', 'DISMISSED') ORDER BY id DESC LIMIT :most""")
    List<ActionRow> ended(@Bind("id") String accountId, @Bind("most") int most);

    @SqlQuery("SELECT account_id FROM action WHERE id = :id")
    Optional<String> accountOf(@Bind("id") long id);

    @SqlQuery("SELECT " + COLUMNS + " FROM action WHERE id = :id")
    Optional<ActionRow> action(@Bind("id") long id);

    @SqlQuery("SELECT " + COLUMNS + """
             FROM action
             WHERE state = ANY(:states)
               AND (NOT :living OR closed_on IS NULL)
               AND (CAST(:accountId AS text) IS NULL OR account_id = :accountId)
               AND (CAST(:type AS text) IS NULL OR type = :type)
               AND (CAST(:owner AS text) IS NULL OR owner = :owner OR owner_role = :owner)
               AND (CAST(:due AS date) IS NULL OR due_on <= :due)
               AND (CAST(:afterDue AS date) IS NULL OR (due_on, id) > (:afterDue, :afterId))
             ORDER BY due_on, id LIMIT :most""")
    List<ActionRow> actions(
            @Bind("states") String[] states,
            @Bind("living") boolean living,
            @Bind("accountId") @Nullable String accountId,
            @Bind("type") @Nullable String type,
            @Bind("owner") @Nullable String owner,
            @Bind("due") @Nullable LocalDate due,
            @Bind("afterDue") @Nullable LocalDate afterDue,
            @Bind("afterId") long afterId,
            @Bind("most") int most);

    @SqlQuery("""
            INSERT INTO action (account_id, key, type, state, touch, owner_role, owner, opened_on, due_on, expires_on,
                                snoozed_until, closed_on, priority, offer_ja, offer_en, held_by, because_ja, because_en)
            VALUES (:accountId, :key, :type, :state, :touch, :ownerRole, :owner, :openedOn, :dueOn, :expiresOn,
                    :snoozedUntil, :closedOn, :priority, CAST(:offerJa AS json), CAST(:offerEn AS json), :heldBy,
                    :becauseJa, :becauseEn)
            RETURNING id""")
    long open(@BindMethods ActionRow row);

    @SqlUpdate("""
            UPDATE action
               SET state = :state, owner_role = :ownerRole, owner = :owner, due_on = :dueOn, expires_on = :expiresOn,
                   snoozed_until = :snoozedUntil, closed_on = :closedOn, priority = :priority,
                   offer_ja = CAST(:offerJa AS json), offer_en = CAST(:offerEn AS json), held_by = :heldBy,
                   because_ja = :becauseJa, because_en = :becauseEn, changed_at = now()
             WHERE id = :id""")
    void move(@BindMethods ActionRow row);

    /** Counts no further than to the limit. */
    @SqlQuery("""
            SELECT count(*) FROM (SELECT FROM action
                                   WHERE owner_role = :role AND closed_on IS NULL AND state IN ('OPEN', 'ACCEPTED')
                                   LIMIT :most) AS todo""")
    int todo(@Bind("role") String ownerRole, @Bind("most") int most);

    /** Makes the accounts wait whose actions are the first to open once there is less to do. */
    @SqlUpdate("""
            INSERT INTO due (account_id, urgency)
            SELECT DISTINCT account_id, CAST(:urgency AS smallint)
              FROM (SELECT account_id FROM action WHERE owner_role = :role AND held_by = 'HELD_BY_VOLUME'
                     ORDER BY priority DESC, id LIMIT :most) AS next""")
    void awaitNext(@Bind("role") String ownerRole, @Bind("most") int most, @Bind("urgency") int urgency);

    record EvidenceRow(String touch, String type, double trials, double successes) {}

    @SqlQuery("""
            SELECT touch, type, CAST(count(*) AS double precision) AS trials,
                   CAST(count(*) FILTER (WHERE state = 'DONE') AS double precision) AS successes
              FROM action WHERE closed_on < :day AND state IN ('DONE', 'DISMISSED', 'EXPIRED') GROUP BY touch, type""")
    List<EvidenceRow> evidence(@Bind("day") LocalDate day);

    @SqlUpdate("""
            INSERT INTO action_event (action_id, on_day, type, reason, until, assignee, told_by)
            VALUES (:id, :today, :type, :reason, :until, :to, :by)""")
    void told(
            @Bind("id") long id,
            @Bind("today") LocalDate today,
            @Bind("type") String type,
            @Bind("reason") @Nullable String reason,
            @Bind("until") @Nullable LocalDate until,
            @Bind("to") @Nullable String to,
            @Bind("by") @Nullable String by);
}
