package io.shirube.service.db;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about writes that were answered; JSON goes in and out as text. */
interface AnswerStatements {

    /** @param status null, like what follows, when the answer is not kept */
    @SuppressWarnings("ArrayRecordComponent") // because it is read once and never compared
    record AnswerRow(
            String print,
            @Nullable Integer status,
            @Nullable String headers,
            byte @Nullable [] body) {}

    /** Waits for whoever claims the same. What was forgotten is overwritten like what was never there. */
    @SqlUpdate("""
            INSERT INTO answer (author, key, part, print, at) VALUES (:author, :key, :part, :print, :now)
            ON CONFLICT (author, key, part) DO UPDATE
               SET print = excluded.print, at = excluded.at, status = NULL, headers = NULL, body = NULL, about = NULL
             WHERE answer.at <= :forgotten""")
    int claim(
            @Bind("author") long author,
            @Bind("key") String key,
            @Bind("part") int part,
            @Bind("print") String print,
            @Bind("now") Instant now,
            @Bind("forgotten") Instant forgotten);

    @SqlQuery("""
            SELECT print, status, headers::text AS headers, body FROM answer
             WHERE author = :author AND key = :key AND part = :part""")
    Optional<AnswerRow> find(@Bind("author") long author, @Bind("key") String key, @Bind("part") int part);

    @SqlUpdate("""
            UPDATE answer SET status = :status, headers = CAST(:headers AS json), body = :body, about = :about
             WHERE author = :author AND key = :key AND part = :part""")
    void keep(
            @Bind("author") long author,
            @Bind("key") String key,
            @Bind("part") int part,
            @Bind("status") int status,
            @Bind("headers") String headers,
            @Bind("body") byte[] body,
            @Bind("about") @Nullable String about);

    /** That it was carried out stays known. */
    @SqlUpdate("""
            UPDATE answer SET status = NULL, headers = NULL, body = NULL, about = NULL WHERE about IN (:account, :any)""")
    void forget(@Bind("account") String account, @Bind("any") String any);
}
