package io.shirube.service.db;

import io.shirube.service.figures.BookFigures;
import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;

/** The statements that add up what is kept. */
interface FigureStatements {

    /** An account that cannot be decided on keeps what stood before and counts as nothing decided. */
    @SqlQuery("""
            SELECT CASE WHEN problem_ja IS NULL THEN touch END AS touch,
                   CASE WHEN problem_ja IS NULL THEN stage END AS stage,
                   CASE WHEN problem_ja IS NULL THEN band END AS band,
                   count(*) AS accounts,
                   coalesce(sum(CAST(document -> 'contract' ->> 'arr' AS numeric)), 0) AS arr,
                   count(document -> 'contract' ->> 'arr') AS arr_known,
                   CAST(coalesce(sum(todo.actions), 0) AS bigint) AS open_actions,
                   coalesce(sum(todo.hours), 0) AS effort_hours
              FROM account
              LEFT JOIN standing ON standing.account_id = account.id
              LEFT JOIN (SELECT account_id, count(*) AS actions,
                                sum(CAST(offer_en ->> 'effortHours' AS double precision)) AS hours
                           FROM action WHERE closed_on IS NULL AND state IN ('OPEN', 'ACCEPTED')
                          GROUP BY account_id) AS todo ON todo.account_id = account.id
             GROUP BY 1, 2, 3 ORDER BY 1, 2, 3""")
    List<BookFigures.Segment> segments();

    @SqlQuery("""
            SELECT owner_role, owner, CAST(date_trunc('week', greatest(due_on, :today)) AS date) AS begins,
                   count(*) AS actions, count(*) FILTER (WHERE due_on < :today) AS overdue,
                   coalesce(sum(CAST(offer_en ->> 'effortHours' AS double precision)), 0) AS hours
              FROM action WHERE closed_on IS NULL AND state IN ('OPEN', 'ACCEPTED')
             GROUP BY 1, 2, 3 ORDER BY 1, 2 NULLS FIRST, 3""")
    List<BookFigures.Work> work(@Bind("today") LocalDate today);
}
