package io.shirube.service.db;

import io.shirube.service.audit.Deed;
import io.shirube.service.auth.ApiKey;
import io.shirube.service.auth.KeySecret;
import io.shirube.service.auth.KeyStore;
import io.shirube.service.auth.Role;
import io.shirube.service.auth.SecretHash;
import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.db.KeyStatements.KeyRow;
import io.shirube.service.db.KeyStatements.SecretRow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keys in PostgreSQL. Safe for use by many threads. */
public final class JdbiKeys implements KeyStore {

    private static final Logger LOG = LoggerFactory.getLogger(JdbiKeys.class);
    private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

    private final Transactions transactions;

    public JdbiKeys(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public ApiKey add(NewKey key) {
        return transactions.write(statements -> {
            Instant now = key.secret().createdAt();
            KeyStatements keys = statements.of(KeyStatements.class);
            long id = keys.add(key.name(), key.role().code(), now, key.expiresAt());
            keys.addSecret(id, row(key.secret()));
            ApiKey made = keys(keys.key(id)).get(0);
            Notes.keep(statements, Notes.key(Deed.KEY_CREATED, null, made));
            return made;
        });
    }

    @Override
    public List<ApiKey> all() {
        return read(KeyStatements::all);
    }

    @Override
    public Optional<ApiKey> find(long id) {
        return read(statements -> statements.key(id)).stream().findFirst();
    }

    @Override
    public Optional<ApiKey> bySecret(SecretHash hash) {
        return read(statements -> statements.bySecret(hash.hex())).stream().findFirst();
    }

    @Override
    public Optional<ApiKey> rotate(long id, KeySecret secret, Instant until, Instant forget) {
        return change(id, Deed.KEY_ROTATED, keys -> {
            keys.endSecrets(id, until);
            keys.forgetSecrets(id, forget);
            keys.addSecret(id, row(secret));
        });
    }

    @Override
    public Optional<ApiKey> revoke(long id, Instant now) {
        return change(id, Deed.KEY_REVOKED, keys -> keys.revoke(id, now));
    }

    private Optional<ApiKey> change(long id, Deed deed, Consumer<KeyStatements> change) {
        return transactions.write(statements -> {
            KeyStatements keys = statements.of(KeyStatements.class);
            if (keys.lock(id).isEmpty()) {
                return Optional.empty();
            }
            ApiKey before = keys(keys.key(id)).get(0);
            change.accept(keys);
            ApiKey after = keys(keys.key(id)).get(0);
            Notes.keep(statements, Notes.key(deed, before, after));
            return Optional.of(after);
        });
    }

    @Override
    public void used(SecretHash hash, Instant at) {
        try {
            transactions.change(
                    statements -> statements.of(KeyStatements.class).used(hash.hex(), at, at.minus(BETWEEN_NOTES)));
        } catch (BookUnavailableException e) {
            LOG.info("When a key was used last is not noted, because the database cannot be reached.");
        }
    }

    private List<ApiKey> read(Function<KeyStatements, List<KeyRow>> work) {
        return keys(transactions.read(statements -> work.apply(statements.of(KeyStatements.class))));
    }

    private static SecretRow row(KeySecret secret) {
        return new SecretRow(secret.hash().hex(), secret.prefix(), secret.createdAt());
    }

    /** @param rows those of one key one after another */
    private static List<ApiKey> keys(List<KeyRow> rows) {
        Map<Long, List<KeyRow>> byKey = new LinkedHashMap<>();
        rows.forEach(
                row -> byKey.computeIfAbsent(row.id(), id -> new ArrayList<>()).add(row));
        return byKey.values().stream().map(JdbiKeys::key).toList();
    }

    private static ApiKey key(List<KeyRow> rows) {
        KeyRow key = rows.get(0);
        Role role = Role.of(key.role())
                .orElseThrow(() -> new IllegalStateException("the database keeps only roles there: " + key.role()));
        return new ApiKey(
                key.id(),
                key.name(),
                role,
                key.createdAt(),
                key.expiresAt(),
                key.revokedAt(),
                rows.stream().map(JdbiKeys::secret).toList());
    }

    private static KeySecret secret(KeyRow row) {
        return new KeySecret(
                new SecretHash(row.hash()),
                row.prefix(),
                row.secretCreatedAt(),
                row.secretExpiresAt(),
                row.lastUsedAt());
    }
}
