package io.shirube.service.callout;

import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.shirube.service.webhooks.Message;
import io.shirube.service.webhooks.SigningSecret;
import java.util.stream.Collectors;

/** Signs messages as the Standard Webhooks specification says. Stateless. */
final class Signatures {

    private Signatures() {}

    /** Returns the signatures of a message by each of its secrets, as they stand in {@code webhook-signature}. */
    static String of(Message message) {
        return message.secrets().stream().map(secret -> sign(message, secret)).collect(Collectors.joining(" "));
    }

    private static String sign(Message message, SigningSecret secret) {
        try {
            return new com.standardwebhooks.Webhook(secret.text())
                    .sign(message.id(), message.at().getEpochSecond(), message.body());
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException("a secret that was made here signs", e);
        }
    }
}
