package io.shirube.service.db;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;

/** The statements about the feed of changes; JSON goes in and out as text. */
interface FeedStatements {

    /**
     * @param last the last place given
     * @param gone what has a place up to here may be gone
     */
    record FeedRow(String epoch, long last, long gone) {}

    record ChangeRow(long number, Instant at, String accountId, String kind, String data) {}

    @SqlUpdate("INSERT INTO change (account_id, kind, data) VALUES (:id, :kind, CAST(:data AS json))")
    void changed(@Bind("id") String accountId, @Bind("kind") String kind, @Bind("data") String data);

    @SqlUpdate("""
            INSERT INTO change (account_id, kind, data)
            SELECT told.id, told.kind, CAST(told.data AS json)
              FROM unnest(CAST(:ids AS text[]), CAST(:kinds AS text[]), CAST(:data AS text[])) WITH ORDINALITY
                   AS told (id, kind, data, place)
             ORDER BY told.place""")
    void changedAll(@Bind("ids") String[] ids, @Bind("kinds") String[] kinds, @Bind("data") String[] data);

    @SqlUpdate("DELETE FROM change WHERE account_id = :id")
    void forget(@Bind("id") String accountId);

    @SqlQuery("SELECT epoch, last, gone FROM feed")
    FeedRow feed();

    @SqlQuery("SELECT EXISTS (SELECT FROM change WHERE number IS NULL)")
    boolean anyUnpublished();

    /** Waits for whoever publishes now. The rows are looked at by a later statement, which sees what that one did. */
    @SqlQuery("SELECT last FROM feed FOR UPDATE")
    long lock();

    /** Rows are held before they are counted, because one that is erased meanwhile must not take a place. */
    @SqlUpdate("""
            WITH held AS MATERIALIZED (
                SELECT id FROM change WHERE number IS NULL ORDER BY id LIMIT :most FOR UPDATE),
            chosen AS (SELECT id, row_number() OVER (ORDER BY id) AS place FROM held)
            UPDATE change SET number = :last + chosen.place FROM chosen WHERE chosen.id = change.id""")
    int publish(@Bind("last") long last, @Bind("most") int most);

    @SqlUpdate("UPDATE feed SET last = last + :published")
    void advance(@Bind("published") int published);

    @SqlQuery("""
            SELECT number, at, account_id, kind, data::text AS data FROM change
             WHERE number > :after ORDER BY number LIMIT :most""")
    List<ChangeRow> changes(@Bind("after") long after, @Bind("most") int most);

    @SqlQuery("""
            SELECT number, at, account_id, kind, data::text AS data FROM change
             WHERE account_id = :accountId AND number > :after ORDER BY number LIMIT :most""")
    List<ChangeRow> changesOf(@Bind("accountId") String accountId, @Bind("after") long after, @Bind("most") int most);

    /** Who may not ask where the server's files come from is told so by {@link #mayAskForServer}. */
    @SqlQuery("""
            SELECT system.system_identifier || '.' || checkpoint.timeline_id
              FROM pg_control_system() AS system, pg_control_checkpoint() AS checkpoint""")
    String server();

    @SqlQuery("""
            SELECT has_function_privilege('pg_control_system()', 'EXECUTE')
               AND has_function_privilege('pg_control_checkpoint()', 'EXECUTE')""")
    boolean mayAskForServer();

    @SqlQuery("""
            SELECT oid || '.' || CAST(CAST('change' AS regclass) AS oid) FROM pg_database
             WHERE datname = current_database()""")
    String table();

    @SqlUpdate("UPDATE feed SET epoch = :epoch, home = :home WHERE home <> :home")
    int settle(@Bind("home") String home, @Bind("epoch") String epoch);
}
