package io.shirube.service.callout;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.webhooks.Message;
import io.shirube.service.webhooks.SigningSecret;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignaturesTest {

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final String BODY = "{\"test\": 2432232314}";

    /** The vector that the specification's libraries share. */
    @Test
    void signsThePublishedExampleAsItIsPublished() {
        Message message =
                message(ID, Instant.ofEpochSecond(1_614_265_330), BODY, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(Signatures.of(message)).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void signsWithEverySecretSoThatEachVerifies() throws Exception {
        String before = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
        String now = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
        Message message = message(ID, Instant.now(), "{\"because\":\"重要度1\"}", now, before);

        String signatures = Signatures.of(message);

        assertThat(signatures.split(" ")).hasSize(2).doesNotHaveDuplicates();
        for (String secret : List.of(before, now)) {
            new com.standardwebhooks.Webhook(secret).verify(message.body(), headers(message, signatures));
        }
    }

    @Test
    void neitherSecretsNorMessagesTellWhatTheyHold() {
        Message message = message(ID, Instant.now(), BODY, "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

        assertThat(message.secrets().get(0)).hasToString("whsec_…");
        assertThat(message).hasToString(ID);
    }

    private static HttpHeaders headers(Message message, String signatures) {
        return HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(message.id()),
                        "webhook-timestamp", List.of(Long.toString(message.at().getEpochSecond())),
                        "webhook-signature", List.of(signatures)),
                (name, value) -> true);
    }

    private static Message message(String id, Instant at, String body, String... secrets) {
        return new Message(
                URI.create("https://crm.example.com"),
                id,
                at,
                body,
                Arrays.stream(secrets)
                        .map(secret -> new SigningSecret(secret, at, null))
                        .toList());
    }
}
