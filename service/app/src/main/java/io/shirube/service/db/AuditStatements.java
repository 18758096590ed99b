package io.shirube.service.db;

import io.shirube.service.audit.AuditLog;
import io.shirube.service.requests.Author;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about who wrote what; JSON goes in and out as text. */
interface AuditStatements {

    /** A write to note. */
    record NoteRow(
            String deed,
            @Nullable String accountId,
            @Nullable Long actionId,
            @Nullable Long keyId,
            @Nullable String before,
            @Nullable String after) {}

    record AuditRow(
            long id,
            Instant at,
            long author,
            String authorName,
            @Nullable String request,
            String deed,
            @Nullable String accountId,
            @Nullable Long actionId,
            @Nullable Long keyId,
            @Nullable String before,
            @Nullable String after) {}

    @SqlBatch("""
            INSERT INTO audit (author, author_name, request, deed, account_id, action_id, key_id, before, after)
            VALUES (:a.key, :a.name, :a.request, :n.deed, :n.accountId, :n.actionId, :n.keyId, CAST(:n.before AS json),
                    CAST(:n.after AS json))""")
    void note(@BindMethods("a") Author author, @BindMethods("n") List<NoteRow> notes);

    /** Who wrote what and when stays known. */
    @SqlUpdate("UPDATE audit SET before = NULL, after = NULL WHERE account_id = :id")
    void empty(@Bind("id") String accountId);

    @SqlQuery("""
            SELECT id, at, author, author_name, request, deed, account_id, action_id, key_id,
                   before::text AS before, after::text AS after
              FROM audit
             WHERE (CAST(:accountId AS text) IS NULL OR account_id = :accountId)
               AND (CAST(:author AS bigint) IS NULL OR author = :author)
               AND (CAST(:since AS timestamptz) IS NULL OR at >= :since)
               AND id < :before
             ORDER BY id DESC LIMIT :most""")
    List<AuditRow> records(@BindMethods AuditLog.Wanted wanted, @Bind("most") int most);
}
