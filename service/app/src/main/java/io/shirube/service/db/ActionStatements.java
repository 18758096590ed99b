package io.shirube.service.db;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about actions, what is told of them, and the feed; JSON goes in and out as text. */
interface ActionStatements {

    String COLUMNS = """
            id, account_id, key, type, state, touch, owner_role, owner, opened_on, due_on, expires_on, snoozed_until,
            closed_on, priority, offer_ja::text AS offer_ja, offer_en::text AS offer_en, because_ja, because_en
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
            @Nullable String becauseJa,
            @Nullable String becauseEn) {}

    record ChangeRow(String tx, long id, Instant at, String accountId, String kind, String data) {}

    @SqlQuery("SELECT " + COLUMNS + " FROM action WHERE account_id = :id AND closed_on IS NULL ORDER BY id")
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> living(@Bind("id") String accountId);

    /** What people ended; rules look back over it. */
    @SqlQuery("SELECT " + COLUMNS + """
             FROM action WHERE account_id = :id AND state IN ('DONE', 'DISMISSED') ORDER BY id DESC LIMIT :most""")
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> ended(@Bind("id") String accountId, @Bind("most") int most);

    @SqlQuery("SELECT account_id FROM action WHERE id = :id")
    Optional<String> accountOf(@Bind("id") long id);

    @SqlQuery("SELECT " + COLUMNS + " FROM action WHERE id = :id")
    @RegisterConstructorMapper(ActionRow.class)
    Optional<ActionRow> action(@Bind("id") long id);

    @SqlQuery("SELECT " + COLUMNS + """
             FROM action
             WHERE state = ANY(:states)
               AND (CAST(:accountId AS text) IS NULL OR account_id = :accountId)
               AND (CAST(:type AS text) IS NULL OR type = :type)
               AND (CAST(:owner AS text) IS NULL OR owner = :owner OR owner_role = :owner)
               AND (CAST(:due AS date) IS NULL OR due_on <= :due)
               AND (CAST(:afterDue AS date) IS NULL OR (due_on, id) > (:afterDue, :afterId))
             ORDER BY due_on, id LIMIT :most""")
    @RegisterConstructorMapper(ActionRow.class)
    List<ActionRow> actions(
            @Bind("states") String[] states,
            @Bind("accountId") @Nullable String accountId,
            @Bind("type") @Nullable String type,
            @Bind("owner") @Nullable String owner,
            @Bind("due") @Nullable LocalDate due,
            @Bind("afterDue") @Nullable LocalDate afterDue,
            @Bind("afterId") long afterId,
            @Bind("most") int most);

    @SqlQuery("""
            INSERT INTO action (account_id, key, type, state, touch, owner_role, owner, opened_on, due_on, expires_on,
                                snoozed_until, closed_on, priority, offer_ja, offer_en, because_ja, because_en)
            VALUES (:accountId, :key, :type, :state, :touch, :ownerRole, :owner, :openedOn, :dueOn, :expiresOn,
                    :snoozedUntil, :closedOn, :priority, CAST(:offerJa AS json), CAST(:offerEn AS json), :becauseJa,
                    :becauseEn)
            RETURNING id""")
    long open(@BindMethods ActionRow row);

    @SqlUpdate("""
            UPDATE action
               SET state = :state, owner = :owner, due_on = :dueOn, expires_on = :expiresOn,
                   snoozed_until = :snoozedUntil, closed_on = :closedOn, priority = :priority,
                   offer_ja = CAST(:offerJa AS json), offer_en = CAST(:offerEn AS json), because_ja = :becauseJa,
                   because_en = :becauseEn, changed_at = now()
             WHERE id = :id""")
    void move(@BindMethods ActionRow row);

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

    @SqlUpdate("INSERT INTO change (account_id, kind, data) VALUES (:id, :kind, CAST(:data AS json))")
    void changed(@Bind("id") String accountId, @Bind("kind") String kind, @Bind("data") String data);

    @SqlUpdate("DELETE FROM change WHERE account_id = :id")
    void forget(@Bind("id") String accountId);

    /** Of one account all there is, of all accounts up to the first transaction that is still open. */
    @SqlQuery("""
            SELECT tx::text AS tx, id, at, account_id, kind, data::text AS data FROM change
             WHERE (tx, id) > (CAST(:tx AS xid8), :id)
               AND CASE WHEN CAST(:accountId AS text) IS NULL THEN tx < pg_snapshot_xmin(pg_current_snapshot())
                        ELSE account_id = :accountId END
             ORDER BY tx, id LIMIT :most""")
    @RegisterConstructorMapper(ChangeRow.class)
    List<ChangeRow> changes(
            @Bind("tx") String tx,
            @Bind("id") long id,
            @Bind("accountId") @Nullable String accountId,
            @Bind("most") int most);
}
