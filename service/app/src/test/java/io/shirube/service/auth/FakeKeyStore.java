package io.shirube.service.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Holds one key in memory and counts what it is asked. Used by one thread. */
final class FakeKeyStore implements KeyStore {

    final List<SecretHash> asked = new ArrayList<>();
    final List<Instant> used = new ArrayList<>();
    private ApiKey key;

    FakeKeyStore(ApiKey key) {
        this.key = key;
    }

    /** Puts another key in the place of the one there is, as another node would. */
    void replace(ApiKey other) {
        key = other;
    }

    @Override
    public ApiKey add(NewKey added) {
        throw new UnsupportedOperationException("there is one key");
    }

    @Override
    public List<ApiKey> all() {
        return List.of(key);
    }

    @Override
    public Optional<ApiKey> find(long id) {
        return key.id() == id ? Optional.of(key) : Optional.empty();
    }

    @Override
    public Optional<ApiKey> bySecret(SecretHash hash) {
        asked.add(hash);
        return key.secret(hash).map(secret -> key);
    }

    @Override
    public Optional<ApiKey> rotate(long id, KeySecret secret, Instant until, Instant forget) {
        throw new UnsupportedOperationException("there is one secret");
    }

    @Override
    public Optional<ApiKey> revoke(long id, Instant now) {
        key = new ApiKey(key.id(), key.name(), key.role(), key.createdAt(), key.expiresAt(), now, key.secrets());
        return Optional.of(key);
    }

    @Override
    public void used(SecretHash hash, Instant at) {
        used.add(at);
    }
}
