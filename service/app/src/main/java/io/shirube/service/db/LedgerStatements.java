package io.shirube.service.db;

import io.shirube.service.standing.Standing;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about where accounts stand; JSON goes in and out as text. */
interface LedgerStatements {

    /** Before the first decision all is null; when the account cannot be decided on, what stood before is still there. */
    record StandingRow(
            @Nullable Long accountVersion,
            @Nullable String ruleset,
            @Nullable String engine,
            @Nullable LocalDate decidedOn,
            @Nullable String substance,
            @Nullable String stage,
            @Nullable String touch,
            @Nullable LocalDate touchSince,
            @Nullable String pendingTouch,
            @Nullable LocalDate pendingSince,
            @Nullable String band,
            @Nullable String input,
            @Nullable String problemJa,
            @Nullable String problemEn) {}

    record DecisionRow(long id, LocalDate asOf, Instant decidedAt, String ruleset, String resultJa, String resultEn) {}

    @SqlUpdate("""
            INSERT INTO standing (account_id) SELECT unnest(CAST(:ids AS text[])) ON CONFLICT DO NOTHING""")
    void begin(@Bind("ids") String[] ids);

    @SqlUpdate("INSERT INTO due (account_id, urgency) SELECT unnest(CAST(:ids AS text[])), :urgency")
    void await(@Bind("ids") String[] ids, @Bind("urgency") int urgency);

    @SqlUpdate("INSERT INTO due (account_id, urgency) VALUES (:id, :urgency)")
    void await(@Bind("id") String id, @Bind("urgency") int urgency);

    /**
     * @param position the last account that was looked at, null when there was none
     * @param awaited how many did not wait yet
     */
    record AwaitedRow(@Nullable String position, int awaited) {}

    /** How a statement begins that makes some accounts wait, and how it ends; between the two stands which. */
    String SOME = "WITH old AS (SELECT account_id FROM standing WHERE account_id > :after AND ";

    String WAIT = " ORDER BY account_id LIMIT :most)," + """
            added AS (
                INSERT INTO due (account_id, urgency)
                SELECT account_id, :urgency FROM old
                 WHERE NOT EXISTS (SELECT FROM due WHERE due.account_id = old.account_id)
                RETURNING account_id)
            SELECT (SELECT max(account_id) FROM old) AS position, (SELECT count(*) FROM added) AS awaited""";

    @SqlQuery(SOME + "decided_on < :today" + WAIT)
    AwaitedRow awaitDay(
            @Bind("today") LocalDate today,
            @Bind("urgency") int urgency,
            @Bind("after") String after,
            @Bind("most") int most);

    @SqlQuery(SOME + "ruleset IS DISTINCT FROM :ruleset" + WAIT)
    AwaitedRow awaitRules(
            @Bind("ruleset") String ruleset,
            @Bind("urgency") int urgency,
            @Bind("after") String after,
            @Bind("most") int most);

    @SqlQuery("SELECT count(DISTINCT account_id) FROM due")
    long waiting();

    @SqlQuery("SELECT input::text FROM standing WHERE account_id = :id AND settlement = :settlement")
    Optional<String> input(@Bind("id") String id, @Bind("settlement") long settlement);

    @SqlQuery("""
            SELECT account_version, ruleset, engine, decided_on, substance, stage, touch, touch_since, pending_touch,
                   pending_since, band, input::text AS input, problem_ja, problem_en
              FROM standing WHERE account_id = :id""")
    Optional<StandingRow> standing(@Bind("id") String id);

    /** Waits for whoever decides on the account now. */
    @SqlQuery("SELECT account_id FROM standing WHERE account_id = :id FOR UPDATE")
    Optional<String> claim(@Bind("id") String id);

    /** Claims accounts that wait and that nobody else is at. */
    @SqlQuery("""
            WITH soonest AS (
                SELECT account_id, min(urgency) AS urgency, min(id) AS id
                  FROM (SELECT account_id, urgency, id FROM due ORDER BY urgency, id LIMIT :most * 16) AS first_rows
                 GROUP BY account_id)
            SELECT standing.account_id FROM standing JOIN soonest ON soonest.account_id = standing.account_id
             ORDER BY soonest.urgency, soonest.id LIMIT :most FOR UPDATE OF standing SKIP LOCKED""")
    List<String> claimWaiting(@Bind("most") int most);

    /** What comes in later waits by a row of its own, so this is done before the account is read. */
    @SqlUpdate("DELETE FROM due WHERE account_id = :id")
    void waitsNoMore(@Bind("id") String id);

    @SqlUpdate("""
            UPDATE standing
               SET settlement = nextval('settlement'), account_version = :accountVersion, ruleset = :ruleset,
                   engine = :engine, decided_on = :decidedOn, substance = :substance, stage = :stage, touch = :touch,
                   touch_since = :touchSince, pending_touch = :pendingTouch, pending_since = :pendingSince, band = :band,
                   input = CAST(:input AS json), problem_ja = NULL, problem_en = NULL
             WHERE account_id = :id""")
    void keep(@Bind("id") String id, @BindMethods Standing standing);

    /** Keeps that an account could not be decided on, for reasons that only the log tells. */
    @SqlUpdate("""
            UPDATE standing SET settlement = nextval('settlement'), problem_ja = :ja, problem_en = :en WHERE account_id = :id""")
    void keepFault(@Bind("id") String id, @Bind("ja") String ja, @Bind("en") String en);

    /** What stood before is kept for the day on which the account can be decided on again. */
    @SqlUpdate("""
            UPDATE standing
               SET settlement = nextval('settlement'), ruleset = :ruleset, decided_on = :today,
                   problem_ja = :ja, problem_en = :en
             WHERE account_id = :id""")
    void keepProblem(
            @Bind("id") String id,
            @Bind("ruleset") String ruleset,
            @Bind("today") LocalDate today,
            @Bind("ja") String ja,
            @Bind("en") String en);

    @SqlQuery("""
            INSERT INTO decision (account_id, account_version, as_of, ruleset, engine, input, result_ja, result_en)
            VALUES (:id, :accountVersion, :decidedOn, :ruleset, :engine, CAST(:input AS json), CAST(:ja AS json),
                    CAST(:en AS json))
            RETURNING id""")
    long decided(@Bind("id") String id, @BindMethods Standing standing, @Bind("ja") String ja, @Bind("en") String en);

    @SqlQuery("""
            SELECT id, as_of, decided_at, ruleset, result_ja::text AS result_ja, result_en::text AS result_en FROM decision
             WHERE account_id = :id AND id < :before ORDER BY id DESC LIMIT :most""")
    List<DecisionRow> decisions(@Bind("id") String id, @Bind("before") long before, @Bind("most") int most);
}
