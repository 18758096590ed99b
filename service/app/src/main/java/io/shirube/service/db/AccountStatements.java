package io.shirube.service.db;

import io.shirube.service.book.Book;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlBatch;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about accounts and their signals; JSON goes in and out as text. */
interface AccountStatements {

    /** @param readings an array of {@code [name, days since 1970, value]} by name and day; null without any */
    record AccountRow(
            long version,
            String document,
            @Nullable String readings,
            @Nullable String arrangements) {}

    record VersionRow(String id, long version) {}

    /** @param document null where nobody asked for it */
    record LockedRow(
            String id,
            long version,
            long readings,
            long readingBytes,
            @Nullable String document) {}

    record CountRow(long readings, long bytes) {}

    record ReadingRow(String id, String name, LocalDate at, String value) {}

    /** Account and readings are of one moment, because one statement reads them. */
    @SqlQuery("""
            SELECT version, document::text AS document,
                   (SELECT json_agg(json_build_array(name, at - DATE '1970-01-01', value) ORDER BY name, at)
                      FROM signal WHERE account_id = account.id)::text AS readings,
                   (SELECT json_object_agg(kind, document) FROM arrangement WHERE account_id = account.id)::text
                       AS arrangements
              FROM account WHERE id = :id""")
    Optional<AccountRow> account(@Bind("id") String id);

    /** In the order of their ids, so that two who add the same wait for each other in turn. */
    @SqlQuery("""
            INSERT INTO account (id, document, readings, reading_bytes)
            SELECT told.id, CAST(told.document AS jsonb), told.readings, told.bytes
              FROM unnest(CAST(:ids AS text[]), CAST(:documents AS text[]), CAST(:readings AS bigint[]),
                          CAST(:bytes AS bigint[])) AS told (id, document, readings, bytes)
             ORDER BY told.id COLLATE "C"
            ON CONFLICT DO NOTHING
            RETURNING id, version""")
    List<VersionRow> addMissing(
            @Bind("ids") String[] ids,
            @Bind("documents") String[] documents,
            @Bind("readings") String[] readings,
            @Bind("bytes") String[] bytes);

    /** In the order of their ids too; whoever decides on them meanwhile does not wait. */
    @SqlQuery("""
            SELECT id, version, readings, reading_bytes, CASE WHEN :documents THEN document::text END AS document
              FROM account WHERE id = ANY(CAST(:ids AS text[])) ORDER BY id FOR NO KEY UPDATE""")
    List<LockedRow> lock(@Bind("ids") String[] ids, @Bind("documents") boolean documents);

    /** @param documents null where the document stays */
    @SqlQuery("""
            UPDATE account
               SET version = nextval('account_version'), changed_at = now(), readings = told.readings,
                   reading_bytes = told.bytes, document = COALESCE(CAST(told.document AS jsonb), account.document)
              FROM unnest(CAST(:ids AS text[]), CAST(:documents AS text[]), CAST(:readings AS bigint[]),
                          CAST(:bytes AS bigint[])) AS told (id, document, readings, bytes)
             WHERE account.id = told.id
            RETURNING account.id, account.version""")
    List<VersionRow> change(
            @Bind("ids") String[] ids,
            @Bind("documents") @Nullable String[] documents,
            @Bind("readings") String[] readings,
            @Bind("bytes") String[] bytes);

    /** Returns which of these readings there are. */
    @SqlQuery("""
            SELECT signal.account_id AS id, signal.name, signal.at, signal.value::text AS value
              FROM unnest(CAST(:ids AS text[]), CAST(:names AS text[]), CAST(:days AS date[])) AS told (id, name, at)
              JOIN signal ON signal.account_id = told.id AND signal.name = told.name AND signal.at = told.at""")
    List<ReadingRow> readings(@Bind("ids") String[] ids, @Bind("names") String[] names, @Bind("days") String[] days);

    @SqlBatch("""
            INSERT INTO signal (account_id, name, at, value) VALUES (:r.id, :r.name, :r.at, CAST(:r.value AS jsonb))
            ON CONFLICT (account_id, name, at) DO UPDATE SET value = excluded.value""")
    void keep(@BindMethods("r") List<ReadingRow> readings);

    /** Of each signal the latest that is known today stays whatever its age: it is what is known. */
    @SqlUpdate("""
            DELETE FROM signal USING unnest(CAST(:ids AS text[]), CAST(:names AS text[])) AS told (id, name)
             WHERE signal.account_id = told.id AND signal.name = told.name AND signal.at < :oldest
               AND signal.at < (SELECT max(latest.at) FROM signal AS latest
                                 WHERE latest.account_id = told.id AND latest.name = told.name AND latest.at <= :today)""")
    void forget(
            @Bind("ids") String[] ids,
            @Bind("names") String[] names,
            @Bind("oldest") LocalDate oldest,
            @Bind("today") LocalDate today);

    @SqlQuery("""
            SELECT count(*) AS readings, COALESCE(sum(octet_length(value::text)), 0) AS bytes
              FROM signal WHERE account_id = :id""")
    CountRow count(@Bind("id") String id);

    @SqlQuery("""
            SELECT account.id, document -> 'account' ->> 'name' AS name, version,
                   CASE WHEN problem_ja IS NULL THEN stage END AS stage,
                   CASE WHEN problem_ja IS NULL THEN touch END AS touch,
                   CASE WHEN problem_ja IS NULL THEN band END AS band, decided_on, problem_ja, problem_en,
                   (SELECT count(*) FROM action WHERE account_id = account.id AND closed_on IS NULL) AS actions
              FROM account LEFT JOIN standing ON standing.account_id = account.id
             WHERE (CAST(:touch AS text) IS NULL OR (touch = :touch AND problem_ja IS NULL))
               AND (CAST(:stage AS text) IS NULL OR (stage = :stage AND problem_ja IS NULL))
               AND (CAST(:band AS text) IS NULL OR (band = :band AND problem_ja IS NULL))
               AND (CAST(:owner AS text) IS NULL OR EXISTS (
                     SELECT FROM action WHERE account_id = account.id AND closed_on IS NULL
                                          AND (owner = :owner OR owner_role = :owner)))
               AND (CAST(:text AS text) IS NULL
                     OR position(lower(:text) IN lower(account.id)) > 0
                     OR position(lower(:text) IN lower(document -> 'account' ->> 'name')) > 0)
               AND (CAST(:after AS text) IS NULL OR account.id > :after)
             ORDER BY account.id LIMIT :most""")
    List<Book.Listed> list(@BindMethods Book.Wanted wanted, @Bind("most") int most);

    @SqlQuery("SELECT document::text FROM arrangement WHERE account_id = :id AND kind = :kind")
    Optional<String> arrangement(@Bind("id") String id, @Bind("kind") String kind);

    /** Keeps nothing when there is no such account. */
    @SqlUpdate("""
            INSERT INTO arrangement (account_id, kind, document)
            SELECT id, :kind, CAST(:document AS jsonb) FROM account WHERE id = :id FOR KEY SHARE
            ON CONFLICT (account_id, kind) DO UPDATE SET document = excluded.document, made_at = now()""")
    int arrange(@Bind("id") String id, @Bind("kind") String kind, @Bind("document") String document);

    @SqlQuery("DELETE FROM arrangement WHERE account_id = :id AND kind = :kind RETURNING document::text")
    Optional<String> endArrangement(@Bind("id") String id, @Bind("kind") String kind);

    @SqlUpdate("DELETE FROM account WHERE id = :id")
    int erase(@Bind("id") String id);
}
