package io.shirube.service.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The statements about receivers of changes and the secrets they share with us. A receiver in the state REMOVED is no more; what
 * was kept for it goes little by little.
 */
interface WebhookStatements {

    record WebhookRow(
            long id,
            String url,
            @Nullable String description,
            @Nullable String kinds,
            String lang,
            String state,
            int failures,
            @Nullable Instant restsUntil,
            Instant createdAt) {}

    /** @param oldest null when nothing waits */
    record WaitingRow(long waiting, long dead, @Nullable Instant oldest) {}

    record SecretRow(
            long webhookId,
            String secret,
            Instant createdAt,
            @Nullable Instant expiresAt) {}

    record HealthRow(int failures, @Nullable Instant restsUntil) {}

    String COLUMNS = "SELECT id, url, description, kinds, lang, state, failures, rests_until, created_at FROM webhook ";

    /** @param row its id is not used */
    @SqlQuery("""
            INSERT INTO webhook (url, description, kinds, lang, state, position, created_at)
            VALUES (:url, :description, :kinds, :lang, :state, (SELECT last FROM feed), :createdAt) RETURNING id""")
    long add(@BindMethods WebhookRow row);

    @SqlQuery(COLUMNS + "WHERE state <> 'REMOVED' ORDER BY id")
    List<WebhookRow> all();

    @SqlQuery(COLUMNS + "WHERE state = 'ACTIVE' ORDER BY id")
    List<WebhookRow> active();

    @SqlQuery(COLUMNS + "WHERE id = :id AND state <> 'REMOVED'")
    Optional<WebhookRow> webhook(@Bind("id") long id);

    /** Lets one change of a receiver follow the other, and whoever only inserts for it pass. */
    @SqlQuery(COLUMNS + "WHERE id = :id AND state <> 'REMOVED' FOR NO KEY UPDATE")
    Optional<WebhookRow> lock(@Bind("id") long id);

    @SqlUpdate("""
            UPDATE webhook SET url = :url, description = :description, kinds = :kinds, lang = :lang, state = :state,
                               failures = :failures, rests_until = :restsUntil
             WHERE id = :id""")
    void change(@BindMethods WebhookRow row);

    @SqlUpdate("UPDATE webhook SET state = 'REMOVED' WHERE id = :id AND state <> 'REMOVED'")
    int remove(@Bind("id") long id);

    @SqlUpdate("UPDATE webhook SET state = 'DISABLED' WHERE id = :id AND state = 'ACTIVE'")
    void disable(@Bind("id") long id);

    @SqlQuery("SELECT failures, rests_until FROM webhook WHERE id = :id FOR NO KEY UPDATE")
    Optional<HealthRow> lockHealth(@Bind("id") long id);

    @SqlUpdate("UPDATE webhook SET failures = :failures, rests_until = :restsUntil WHERE id = :id")
    void keepHealth(
            @Bind("id") long id, @Bind("failures") int failures, @Bind("restsUntil") @Nullable Instant restsUntil);

    /** Lets one of all nodes try a receiver that rested. */
    @SqlUpdate("""
            UPDATE webhook SET rests_until = :until
             WHERE id = :id AND state = 'ACTIVE' AND (rests_until IS NULL OR rests_until <= :now)""")
    int probe(@Bind("id") long id, @Bind("now") Instant now, @Bind("until") Instant until);

    @SqlQuery("""
            SELECT (SELECT count(*) FROM delivery WHERE state = 'WAITING') AS waiting,
                   (SELECT count(*) FROM delivery WHERE state = 'DEAD') AS dead,
                   (SELECT min(at) FROM delivery WHERE state = 'WAITING') AS oldest""")
    WaitingRow waiting();

    @SqlQuery("""
            SELECT (SELECT count(*) FROM delivery WHERE webhook_id = :id AND state = 'WAITING') AS waiting,
                   (SELECT count(*) FROM delivery WHERE webhook_id = :id AND state = 'DEAD') AS dead,
                   (SELECT min(at) FROM delivery WHERE webhook_id = :id AND state = 'WAITING') AS oldest""")
    WaitingRow waiting(@Bind("id") long id);

    @SqlUpdate("""
            INSERT INTO webhook_secret (webhook_id, secret, created_at) VALUES (:id, :secret, :createdAt)""")
    void addSecret(@Bind("id") long id, @Bind("secret") String secret, @Bind("createdAt") Instant createdAt);

    @SqlUpdate("UPDATE webhook_secret SET expires_at = LEAST(expires_at, :until) WHERE webhook_id = :id")
    void endSecrets(@Bind("id") long id, @Bind("until") Instant until);

    @SqlUpdate("DELETE FROM webhook_secret WHERE webhook_id = :id")
    void forgetSecrets(@Bind("id") long id);

    @SqlUpdate("DELETE FROM webhook_secret WHERE webhook_id = :id AND expires_at <= :now")
    void forgetEnded(@Bind("id") long id, @Bind("now") Instant now);

    @SqlQuery("""
            SELECT webhook_id, secret, created_at, expires_at FROM webhook_secret
             WHERE (expires_at IS NULL OR expires_at > :now) AND (CAST(:id AS bigint) IS NULL OR webhook_id = :id)
             ORDER BY webhook_id, id DESC""")
    List<SecretRow> secrets(@Bind("id") @Nullable Long id, @Bind("now") Instant now);

    @SqlQuery("SELECT id FROM webhook WHERE state = 'REMOVED' ORDER BY id LIMIT 1")
    Optional<Long> removed();

    @SqlUpdate("DELETE FROM webhook WHERE id = :id AND state = 'REMOVED'")
    void delete(@Bind("id") long id);
}
