package io.shirube.service.db;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.sqlobject.customizer.Bind;
import org.jdbi.v3.sqlobject.customizer.BindMethods;
import org.jdbi.v3.sqlobject.statement.SqlQuery;
import org.jdbi.v3.sqlobject.statement.SqlUpdate;
import org.jspecify.annotations.Nullable;

/** The statements about keys. A key is read as a row for each of its secrets, all of one moment. */
interface KeyStatements {

    /** A secret with the key it proves. */
    record KeyRow(
            long id,
            String name,
            String role,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            String hash,
            String prefix,
            Instant secretCreatedAt,
            @Nullable Instant secretExpiresAt,
            @Nullable Instant lastUsedAt) {}

    /** A secret to keep. */
    record SecretRow(String hash, String prefix, Instant createdAt) {}

    String ROWS = """
            SELECT key.id, key.name, key.role, key.created_at, key.expires_at, key.revoked_at,
                   secret.hash, secret.prefix, secret.created_at AS secret_created_at,
                   secret.expires_at AS secret_expires_at, secret.last_used_at
              FROM api_key AS key JOIN api_key_secret AS secret ON secret.key_id = key.id
            """;
    String ORDER = " ORDER BY key.id, secret.created_at, secret.expires_at NULLS LAST, secret.hash";

    @SqlQuery(ROWS + ORDER)
    List<KeyRow> all();

    @SqlQuery(ROWS + "WHERE key.id = :id" + ORDER)
    List<KeyRow> key(@Bind("id") long id);

    @SqlQuery(ROWS + "WHERE key.id = (SELECT key_id FROM api_key_secret WHERE hash = :hash)" + ORDER)
    List<KeyRow> bySecret(@Bind("hash") String hash);

    @SqlQuery("""
            INSERT INTO api_key (name, role, created_at, expires_at) VALUES (:name, :role, :createdAt, :expiresAt)
            RETURNING id""")
    long add(
            @Bind("name") String name,
            @Bind("role") String role,
            @Bind("createdAt") Instant createdAt,
            @Bind("expiresAt") @Nullable Instant expiresAt);

    @SqlUpdate("""
            INSERT INTO api_key_secret (hash, key_id, prefix, created_at) VALUES (:s.hash, :id, :s.prefix, :s.createdAt)""")
    void addSecret(@Bind("id") long id, @BindMethods("s") SecretRow secret);

    /** Lets one rotation of a key follow the other. */
    @SqlQuery("SELECT id FROM api_key WHERE id = :id FOR UPDATE")
    Optional<Long> lock(@Bind("id") long id);

    @SqlUpdate("UPDATE api_key_secret SET expires_at = LEAST(expires_at, :until) WHERE key_id = :id")
    void endSecrets(@Bind("id") long id, @Bind("until") Instant until);

    @SqlUpdate("DELETE FROM api_key_secret WHERE key_id = :id AND expires_at < :before")
    void forgetSecrets(@Bind("id") long id, @Bind("before") Instant before);

    @SqlUpdate("UPDATE api_key SET revoked_at = COALESCE(revoked_at, :now) WHERE id = :id")
    void revoke(@Bind("id") long id, @Bind("now") Instant now);

    /** Several nodes that see one key note it once a minute together. */
    @SqlUpdate("""
            UPDATE api_key_secret SET last_used_at = :at
             WHERE hash = :hash AND (last_used_at IS NULL OR last_used_at <= :before)""")
    void used(@Bind("hash") String hash, @Bind("at") Instant at, @Bind("before") Instant before);
}
