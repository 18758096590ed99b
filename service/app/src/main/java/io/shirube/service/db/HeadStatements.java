package io.shirube.service.db;

import java.time.LocalDate;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jspecify.annotations.Nullable;

/** The one statement of every reader of a decision; alone, because attaching statements takes longer the more there are. */
interface HeadStatements {

    /** @param decided whether a decision stands */
    record HeadRow(
            boolean waits,
            boolean decided,
            long settlement,
            @Nullable String ruleset,
            @Nullable LocalDate decidedOn,
            @Nullable String problemJa,
            @Nullable String problemEn) {}

    /** What every reader needs; the snapshot beside it is a hundred times as much. */
    @SqlQuery("""
            SELECT settlement IS NULL OR EXISTS (SELECT FROM due WHERE due.account_id = standing.account_id) AS waits,
                   settlement IS NOT NULL AND problem_ja IS NULL AS decided, coalesce(settlement, 0) AS settlement,
                   ruleset, decided_on, problem_ja, problem_en
              FROM standing WHERE account_id = :id""")
    Optional<HeadRow> head(@Bind("id") String id);
}
