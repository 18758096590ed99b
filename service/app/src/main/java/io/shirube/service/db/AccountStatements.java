package io.shirube.service.db;

import io.shirube.service.book.Book;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.config.RegisterConstructorMapper;
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

    /** @param fresh whether there was no such account before: PostgreSQL marks a row that was updated by xmax */
    record PutRow(long version, boolean fresh) {}

    record ReadingRow(String name, LocalDate at, String value) {}

    /** Account and readings are of one moment, because one statement reads them. */
    @SqlQuery("""
            SELECT version, document::text AS document,
                   (SELECT json_agg(json_build_array(name, at - DATE '1970-01-01', value) ORDER BY name, at)
                      FROM signal WHERE account_id = account.id)::text AS readings,
                   (SELECT json_object_agg(kind, document) FROM arrangement WHERE account_id = account.id)::text
                       AS arrangements
              FROM account WHERE id = :id""")
    @RegisterConstructorMapper(AccountRow.class)
    Optional<AccountRow> account(@Bind("id") String id);

    @SqlQuery("""
            INSERT INTO account (id, document) VALUES (:id, CAST(:document AS jsonb))
            ON CONFLICT (id) DO UPDATE
               SET version = excluded.version, document = excluded.document, changed_at = now()
            RETURNING version, xmax = 0 AS fresh""")
    @RegisterConstructorMapper(PutRow.class)
    PutRow put(@Bind("id") String id, @Bind("document") String document);

    @SqlQuery("""
            UPDATE account SET version = nextval('account_version'), document = CAST(:document AS jsonb), changed_at = now()
            WHERE id = :id AND version = :expected
            RETURNING version""")
    Optional<Long> replace(@Bind("id") String id, @Bind("document") String document, @Bind("expected") long expected);

    @SqlQuery("""
            UPDATE account
               SET version = nextval('account_version'), document = CAST(:document AS jsonb), changed_at = now()
             WHERE id = :id
            RETURNING version""")
    Optional<Long> replaceAny(@Bind("id") String id, @Bind("document") String document);

    @SqlQuery(
            "UPDATE account SET version = nextval('account_version'), changed_at = now() WHERE id = :id RETURNING version")
    Optional<Long> touch(@Bind("id") String id);

    @SqlBatch("""
            INSERT INTO signal (account_id, name, at, value) VALUES (:id, :r.name, :r.at, CAST(:r.value AS jsonb))
            ON CONFLICT (account_id, name, at) DO UPDATE SET value = excluded.value""")
    void keep(@Bind("id") String id, @BindMethods("r") List<ReadingRow> readings);

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
    @RegisterConstructorMapper(Book.Listed.class)
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
