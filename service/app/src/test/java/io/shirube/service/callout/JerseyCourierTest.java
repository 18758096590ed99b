package io.shirube.service.callout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.dropwizard.jackson.Jackson;
import io.shirube.service.config.Network;
import io.shirube.service.config.WebhooksConfiguration;
import io.shirube.service.testing.Receiver;
import io.shirube.service.testing.Receiver.Reply;
import io.shirube.service.webhooks.Answer;
import io.shirube.service.webhooks.Message;
import io.shirube.service.webhooks.SigningSecret;
import io.shirube.service.webhooks.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages over real sockets, to receivers that answer well and badly. */
class JerseyCourierTest {

    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String HERE =
            "{\"allowHttp\":true,\"allowedNetworks\":[\"127.0.0.0/8\"],\"requestTimeout\":\"500ms\"}";

    private final Receiver receiver = new Receiver(seen -> Receiver.status(204));

    @AfterEach
    void stop() throws IOException {
        receiver.close();
    }

    @Test
    void whatArrivesVerifiesWithThePublishedLibrary() throws Exception {
        String body = "{\"type\":\"action.opened\",\"because\":\"重要度1の未解決チケット\"}";

        assertThat(send(HERE, receiver.url(), body)).isEqualTo(Answer.of(204, null));

        Receiver.Seen seen = receiver.seen().get(0);
        assertThat(seen.target()).isEqualTo("/hook");
        assertThat(seen.body()).isEqualTo(body);
        assertThat(seen.header("content-type")).isEqualTo("application/json");
        assertThat(seen.header("user-agent")).startsWith("Shirube/");
        assertThat(seen.header("webhook-id")).isEqualTo("msg_1");
        new com.standardwebhooks.Webhook(SECRET)
                .verify(
                        seen.body(),
                        HttpHeaders.of(
                                seen.headers().entrySet().stream()
                                        .collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))),
                                (name, value) -> true));
    }

    @Test
    void tellsTheStatusAndForHowLongToLeaveTheReceiverAlone() throws Exception {
        assertThat(answer(Receiver.status(200))).isEqualTo(new Answer(200, null, null));
        assertThat(answer(Receiver.status(500))).isEqualTo(new Answer(500, Trouble.STATUS, null));
        assertThat(answer(Receiver.status(410))).isEqualTo(new Answer(410, Trouble.STATUS, null));
        assertThat(answer(Receiver.status(429, "Retry-After: 7")))
                .isEqualTo(new Answer(429, Trouble.STATUS, Duration.ofSeconds(7)));
    }

    @Test
    void followsNoRedirectAndKeepsNoCookie() throws Exception {
        try (Receiver other = new Receiver(seen -> Receiver.status(200))) {
            Reply redirect = Receiver.status(307, "Location: " + other.url(), "Set-Cookie: a=b");

            assertThat(answer(redirect)).isEqualTo(new Answer(307, Trouble.STATUS, null));
            assertThat(answer(redirect)).isEqualTo(new Answer(307, Trouble.STATUS, null));

            assertThat(other.seen()).isEmpty();
            assertThat(receiver.seen())
                    .hasSize(2)
                    .allMatch(seen -> seen.header("cookie").isEmpty());
        }
    }

    @Test
    void whoNeverAnswersIsNotWaitedForLong() throws Exception {
        assertThat(answer(Receiver.silence())).isEqualTo(Answer.none(Trouble.TIMEOUT));
    }

    @Test
    void whoAnswersByteByByteIsNotWaitedForLongWhateverTheBytesAre() throws Exception {
        for (String begin :
                List.of("HTTP/1.1 200 ", "HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 9999\r\n\r\n")) {
            assertThat(answer(Receiver.drip(begin))).as(begin).isEqualTo(Answer.none(Trouble.TIMEOUT));
        }
    }

    @Test
    void aConnectionThatBreaksIsToldAsThatAndNothingIsSentTwice() throws Exception {
        assertThat(answer(Receiver.reset())).isEqualTo(Answer.none(Trouble.BROKEN));
        assertThat(answer(Receiver.raw(""))).isEqualTo(Answer.none(Trouble.BROKEN));
        assertThat(answer(Receiver.raw("SSH-2.0-OpenSSH_9.2\r\n"))).isEqualTo(Answer.none(Trouble.BROKEN));

        assertThat(receiver.seen()).hasSize(3);
    }

    @Test
    void ofALongAnswerOnlyTheBeginningIsRead() throws Exception {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 50000000\r\n\r\n";

        assertThat(answer(Receiver.raw(head + "x".repeat(16 << 10)))).isEqualTo(Answer.of(200, null));
    }

    @Test
    void anAddressThatIsNotPublicIsRefusedBeforeAnythingIsSent() throws Exception {
        String closed = "{\"allowHttp\":true}";

        assertThat(send(closed, receiver.url(), "{}")).isEqualTo(Answer.none(Trouble.ADDRESS_REFUSED));
        assertThat(send(closed, URI.create("http://localhost:" + receiver.port()), "{}"))
                .isEqualTo(Answer.none(Trouble.ADDRESS_REFUSED));
        assertThat(send(closed, URI.create("http://[::1]:" + receiver.port()), "{}"))
                .isEqualTo(Answer.none(Trouble.ADDRESS_REFUSED));
        assertThat(send(closed, URI.create("http://[::ffff:127.0.0.1]:" + receiver.port()), "{}"))
                .isEqualTo(Answer.none(Trouble.ADDRESS_REFUSED));
        assertThat(receiver.seen()).isEmpty();
    }

    @Test
    void withoutTlsNothingIsSentUnlessThatIsAllowed() throws Exception {
        assertThat(send("{\"allowedNetworks\":[\"127.0.0.0/8\"]}", receiver.url(), "{}"))
                .isEqualTo(Answer.none(Trouble.ADDRESS_REFUSED));
        assertThat(receiver.seen()).isEmpty();
    }

    @Test
    void aNameThatLeadsElsewhereTheSecondTimeGainsNothing() throws Exception {
        InetAddress allowed = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        InetAddress closed = InetAddress.getByAddress(new byte[] {127, 0, 0, 2});
        AtomicInteger asked = new AtomicInteger();
        AddressGuard guard = new AddressGuard(List.of(Network.of("127.0.0.1/32")));
        GuardedResolver resolver = new GuardedResolver(
                new org.apache.hc.client5.http.SystemDefaultDnsResolver() {
                    @Override
                    public InetAddress[] resolve(String host) {
                        return new InetAddress[] {asked.incrementAndGet() == 1 ? allowed : closed};
                    }
                },
                guard);
        receiver.behave(seen -> Receiver.status(200, "Connection: close"));
        try (JerseyCourier courier = new JerseyCourier(configuration(HERE), resolver)) {
            URI url = URI.create("http://rebinding.example.com:" + receiver.port());

            assertThat(courier.send(message(url, "{}"))).isEqualTo(Answer.of(200, null));
            assertThat(courier.send(message(url, "{}"))).isEqualTo(Answer.none(Trouble.ADDRESS_REFUSED));
        }
        assertThat(asked).hasValue(2);
        assertThat(receiver.seen()).hasSize(1);
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        assertThat(send(HERE, URI.create("http://127.0.0.1:" + free), "{}"))
                .isEqualTo(Answer.none(Trouble.UNREACHABLE));
    }

    @Test
    void whoSpeaksNoTlsIsToldAsThat() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> talks = CompletableFuture.runAsync(() -> sayHello(plain));

            assertThat(send(HERE, URI.create("https://127.0.0.1:" + plain.getLocalPort()), "{}"))
                    .isEqualTo(Answer.none(Trouble.TLS));
            talks.join();
        }
    }

    private static void sayHello(ServerSocket plain) {
        try (Socket connection = plain.accept()) {
            connection.getOutputStream().write("220 mail.example.com ESMTP\r\n".getBytes(UTF_8));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            // because the other side hangs up
        }
    }

    private Answer answer(Reply reply) throws IOException {
        receiver.behave(seen -> reply);
        return send(HERE, receiver.url(), "{}");
    }

    private static Answer send(String settings, URI url, String body) throws IOException {
        try (JerseyCourier courier = new JerseyCourier(configuration(settings))) {
            return courier.send(message(url, body));
        }
    }

    private static Message message(URI url, String body) {
        Instant now = Instant.now();
        return new Message(url, "msg_1", now, body, List.of(new SigningSecret(SECRET, now, null)));
    }

    private static WebhooksConfiguration configuration(String json) throws IOException {
        return Jackson.newObjectMapper().readValue(json, WebhooksConfiguration.class);
    }
}
