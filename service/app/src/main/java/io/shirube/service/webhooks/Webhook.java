package io.shirube.service.webhooks;

import io.shirube.service.language.Language;
import io.shirube.service.standing.ChangeKind;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of changes.
 *
 * @param secrets those it is signed with now, the newest first
 */
public record Webhook(
        long id, Settings settings, WebhookState state, Health health, Instant createdAt, List<SigningSecret> secrets) {

    public Webhook {
        secrets = List.copyOf(secrets);
    }

    /**
     * What an administrator says of it.
     *
     * @param kinds of changes it is told of; none means all
     * @param language in which it is told why
     */
    public record Settings(URI url, @Nullable String description, Set<ChangeKind> kinds, Language language) {
        public Settings {
            kinds = Set.copyOf(kinds);
        }
    }

    /**
     * A receiver with what waits for it.
     *
     * @param dead how many deliveries failed for good
     * @param oldest when the oldest change happened that waits; null when none does
     */
    public record Overview(
            Webhook webhook,
            long waiting,
            long dead,
            @Nullable Instant oldest) {}
}
