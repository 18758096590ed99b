package io.shirube.service.db;

import java.time.Instant;
import java.time.LocalDate;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements that delete what is older than it is kept, some rows at a time. */
interface UpkeepStatements {

    /** Held until the transaction ends, however that is; nobody waits for it. */
    @SqlQuery("SELECT pg_try_advisory_xact_lock(:lock)")
    boolean lock(@Bind("lock") long lock);

    /** Who asks for what followed a place before the last of them is told that it is gone. */
    @SqlQuery("""
            WITH old AS (
                DELETE FROM change
                 WHERE id IN (SELECT id FROM change WHERE at < :before AND number IS NOT NULL ORDER BY at LIMIT :most)
                RETURNING number),
            marked AS (
                UPDATE feed SET gone = greatest(gone, (SELECT max(number) FROM old)) WHERE EXISTS (SELECT FROM old))
            SELECT count(*) FROM old""")
    int deleteChanges(@Bind("before") Instant before, @Bind("most") int most);

    /** Goes with the change, whatever became of it. */
    @SqlUpdate("DELETE FROM delivery WHERE id IN (SELECT id FROM delivery WHERE at < :before LIMIT :most)")
    int deleteDeliveries(@Bind("before") Instant before, @Bind("most") int most);

    /** The latest of an account stays whatever its age: it is where the account stands. */
    @SqlUpdate("""
            DELETE FROM decision
             WHERE id IN (SELECT id FROM decision old
                           WHERE decided_at < :before
                             AND EXISTS (SELECT FROM decision later
                                          WHERE later.account_id = old.account_id AND later.id > old.id)
                           LIMIT :most)""")
    int deleteDecisions(@Bind("before") Instant before, @Bind("most") int most);

    /** What people told of an action goes with it. */
    @SqlUpdate("DELETE FROM action WHERE id IN (SELECT id FROM action WHERE closed_on < :before LIMIT :most)")
    int deleteActions(@Bind("before") LocalDate before, @Bind("most") int most);

    @SqlUpdate("""
            DELETE FROM answer
             WHERE (author, key, part) IN (SELECT author, key, part FROM answer WHERE at <= :before LIMIT :most)""")
    int deleteAnswers(@Bind("before") Instant before, @Bind("most") int most);

    @SqlUpdate("DELETE FROM audit WHERE id IN (SELECT id FROM audit WHERE at < :before LIMIT :most)")
    int deleteAudit(@Bind("before") Instant before, @Bind("most") int most);
}
