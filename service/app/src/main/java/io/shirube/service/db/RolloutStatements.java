package io.shirube.service.db;

import io.shirube.service.standing.Rollout.Expected;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about rules on their way through the book. */
interface RolloutStatements {

    record RolloutRow(
            long id,
            String ruleset,
            String state,
            long accounts,
            long previewed,
            long begun,
            String position,
            long opened,
            long resumed,
            long withdrawn,
            long superseded,
            long held,
            long movedTouch,
            long problems,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    @SqlQuery("SELECT * FROM rollout ORDER BY id DESC LIMIT 1")
    Optional<RolloutRow> latest();

    /** Empty when another node is at it. */
    @SqlQuery("SELECT * FROM rollout WHERE id = (SELECT max(id) FROM rollout) FOR UPDATE SKIP LOCKED")
    Optional<RolloutRow> claim();

    /** One after another, so that two nodes with the same rules begin once. */
    @SqlUpdate("LOCK TABLE rollout IN SHARE ROW EXCLUSIVE MODE")
    void lock();

    /** Accounts on which nothing decided yet wait already, and nothing of theirs changes. */
    @SqlUpdate("""
            INSERT INTO rollout (ruleset, state, accounts)
            SELECT :ruleset, 'PREVIEW', count(*) FROM standing
             WHERE settlement IS NOT NULL AND ruleset IS DISTINCT FROM :ruleset""")
    void begin(@Bind("ruleset") String ruleset);

    @SqlQuery("""
            SELECT account_id FROM standing
             WHERE account_id > :position AND settlement IS NOT NULL AND ruleset IS DISTINCT FROM :ruleset
             ORDER BY account_id LIMIT :most""")
    List<String> others(@Bind("ruleset") String ruleset, @Bind("position") String position, @Bind("most") int most);

    @SqlUpdate("""
            UPDATE rollout
               SET previewed = previewed + :accounts, position = :position, opened = opened + :e.opened,
                   resumed = resumed + :e.resumed, withdrawn = withdrawn + :e.withdrawn,
                   superseded = superseded + :e.superseded, held = held + :e.held,
                   moved_touch = moved_touch + :e.movedTouch, problems = problems + :e.problems
             WHERE id = :id""")
    void previewed(
            @Bind("id") long id,
            @Bind("accounts") int accounts,
            @Bind("position") String position,
            @BindMethods("e") Expected expected);

    @SqlUpdate("""
            INSERT INTO due (account_id, urgency)
            SELECT account_id, :urgency FROM standing
             WHERE account_id = ANY(:accounts)
               AND NOT EXISTS (SELECT FROM due WHERE due.account_id = standing.account_id)""")
    void await(@Bind("accounts") String[] accounts, @Bind("urgency") int urgency);

    @SqlUpdate("UPDATE rollout SET begun = begun + :accounts, position = :position WHERE id = :id")
    void begun(@Bind("id") long id, @Bind("accounts") int accounts, @Bind("position") String position);

    @SqlUpdate("UPDATE rollout SET state = 'RUNNING', position = '' WHERE id = :id")
    void run(@Bind("id") long id);

    @SqlUpdate("UPDATE rollout SET state = 'DONE', finished_at = now() WHERE id = :id")
    void finish(@Bind("id") long id);

    @SqlQuery("SELECT EXISTS (SELECT FROM due WHERE urgency = :urgency)")
    boolean anyWaits(@Bind("urgency") int urgency);

    @SqlQuery("SELECT count(DISTINCT account_id) FROM due WHERE urgency = :urgency")
    long waiting(@Bind("urgency") int urgency);
}
