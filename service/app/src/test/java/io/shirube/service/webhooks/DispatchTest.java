package io.shirube.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.shirube.service.db.JdbiBook;
import io.shirube.service.db.JdbiOutbox;
import io.shirube.service.language.Language;
import io.shirube.service.standing.ChangeKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent when, to whom and in which order. */
class DispatchTest {

    private final PostOffice office = new PostOffice();

    @Test
    void tellsEveryChangeFromNowOnAsTheFeedShowsIt() throws Exception {
        office.change("A", "ACCOUNT_KEPT", "{}");
        Webhook webhook = office.add(Language.JA);
        office.change("A", "ACTION_WITHDRAWN", "{\"type\":\"X\",\"because\":{\"ja\":\"解決\",\"en\":\"solved\"}}");

        office.run();

        Message message = office.courier.sent.get(0);
        assertThat(office.courier.sent).hasSize(1);
        assertThat(message.url()).isEqualTo(webhook.settings().url());
        assertThat(message.secrets()).isEqualTo(webhook.secrets());
        assertThat(message.at()).isEqualTo(office.clock.instant());
        assertThat(Told.json(message.body()).path("type").asText()).isEqualTo("action.withdrawn");
        assertThat(Told.json(message.body()).path("timestamp").asText())
                .isEqualTo(Told.json(message.body()).at("/data/at").asText());
        assertThat(Told.json(message.body()).at("/data/data").toString()).isEqualTo("{\"type\":\"X\"}");
        assertThat(Told.json(message.body()).at("/data/because").asText()).isEqualTo("解決");
        assertThat(Told.number(message.body())).isEqualTo(2);
    }

    @Test
    void everyReceiverIsToldOfTheKindsItChose() throws Exception {
        office.add(Language.EN, ChangeKind.ACTION_OPENED, ChangeKind.ACTION_DONE);
        Webhook all = office.add(Language.EN);
        office.change("A", "ACCOUNT_KEPT", "{}");
        office.change("A", "ACTION_OPENED", "{}");
        office.change("B", "ACTION_DONE", "{}");

        office.run();

        assertThat(office.courier.sent.stream()
                        .filter(message -> !message.secrets().equals(all.secrets()))
                        .map(message -> Told.json(message.body()).path("type").asText()))
                .containsExactlyInAnyOrder("action.opened", "action.done");
        assertThat(office.courier.sent).hasSize(5);
    }

    @Test
    void aLaterChangeOfAnAccountWaitsUntilTheEarlierOneIsTakenAndOtherAccountsDoNot() throws Exception {
        office.add(Language.EN);
        office.changes("A", "A", "B");
        office.courier.answers =
                message -> Told.account(message.body()).equals("A") ? FakeCourier.FAILED : FakeCourier.TAKEN;

        office.run();
        assertThat(office.courier.numbers()).containsExactlyInAnyOrder(1L, 3L);
        office.run();
        assertThat(office.courier.numbers()).isEmpty();

        office.courier.answers = message -> FakeCourier.TAKEN;
        office.clock.advance(Duration.ofSeconds(6));
        office.run();
        assertThat(office.courier.numbers()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hashjoin", "mergejoin", "nestloop"})
    void holdsNoMoreThanAskedForHoweverTheServerPlansIt(String join) throws Exception {
        Webhook webhook = office.add(Language.EN);
        Instant now = office.clock.instant();
        office.changes("A");
        office.outbox.handOut(webhook.id(), 100, now);
        // because it chooses by what it counted last
        office.execute("ANALYZE delivery_turn");
        for (int i = 0; i < 30; i++) {
            office.changes("A" + i);
        }
        office.outbox.handOut(webhook.id(), 100, now);

        List<Due> due = office.outboxOfOnePlan(join).claim(webhook, 4, now, now.plusSeconds(60));

        assertThat(due).hasSize(4);
    }

    @Test
    void sendsAgainUnderTheSameIdTenTimesAndThenGoesOnWithTheNext() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "A");
        office.courier.answers = message -> Told.number(message.body()) == 1 ? FakeCourier.FAILED : FakeCourier.TAKEN;

        Instant start = office.clock.instant();
        for (int i = 0; i < 10; i++) {
            office.run();
            office.advanceToNext();
        }

        assertThat(Duration.between(start, office.clock.instant()))
                .isBetween(Duration.parse("PT75H35M5S"), Duration.parse("PT91H"));
        assertThat(office.courier.sent.stream().map(Message::id).limit(10).distinct())
                .hasSize(1);
        assertThat(office.courier.numbers()).containsExactly(1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L, 1L);
        office.run();
        assertThat(office.courier.numbers()).containsExactly(2L);
        assertThat(office.states(webhook)).containsExactly(DeliveryState.DELIVERED, DeliveryState.DEAD);
    }

    @Test
    void twoNodesMakeOneDeliveryOfAChange() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "B");
        Dispatch other = office.node(new JdbiOutbox(office.transactions));

        office.dispatch.pass(true);
        other.pass(true);
        office.run();

        assertThat(office.courier.numbers()).containsExactlyInAnyOrder(1L, 2L);
        assertThat(office.states(webhook)).hasSize(2);
    }

    @Test
    void ofAnErasedAccountOnlyThatIsTold() throws Exception {
        Webhook webhook = office.add(Language.EN);
        JdbiBook book = new JdbiBook(office.transactions, office.clock, 730);
        book.put("A", JsonNodeFactory.instance.objectNode(), List.of(), null);
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();
        assertThat(office.courier.sent).hasSize(1);
        office.courier.sent.clear();

        book.erase("A", null);
        assertThat(office.states(webhook)).isEmpty();
        office.courier.answers = message -> FakeCourier.TAKEN;
        office.clock.advance(Duration.ofSeconds(6));
        office.run();

        assertThat(office.courier.sent.stream()
                        .map(message -> Told.json(message.body()).path("type").asText()))
                .containsExactly("account.erased");
    }

    @Test
    void whatTheFeedTellsNoMoreIsNotToldToAnybody() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "A");
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();
        office.courier.sent.clear();
        office.execute("DELETE FROM change WHERE number = 1");
        office.courier.answers = message -> FakeCourier.TAKEN;
        office.clock.advance(Duration.ofSeconds(6));
        office.run();

        assertThat(office.courier.numbers()).containsExactly(2L);
        assertThat(office.states(webhook)).containsExactly(DeliveryState.DELIVERED);
    }

    @Test
    void afterARotationMessagesAreSignedWithBothSecretsForTheOverlap() throws Exception {
        Webhook webhook = office.add(Language.EN);
        String before = webhook.secrets().get(0).text();
        String now = office.webhooks
                .rotate(webhook.id(), null)
                .orElseThrow()
                .secret()
                .text();

        office.changes("A");
        office.run();
        office.clock.advance(Duration.ofHours(24));
        office.changes("A");
        office.run();

        assertThat(texts(office.courier.sent.get(0))).containsExactly(now, before);
        assertThat(texts(office.courier.sent.get(1))).containsExactly(now);
    }

    @Test
    void ofARemovedReceiverNothingStays() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "B");
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();
        office.courier.sent.clear();

        assertThat(office.webhooks.remove(webhook.id())).isTrue();
        assertThat(office.webhooks.remove(webhook.id())).isFalse();
        office.clock.advance(Duration.ofDays(1));
        office.run();

        assertThat(office.courier.sent).isEmpty();
        assertThat(office.webhooks.list()).isEmpty();
        for (String table : List.of("webhook", "webhook_secret", "delivery", "delivery_turn")) {
            assertThat(office.count(table)).as(table).isZero();
        }
    }

    @Test
    void tellsWhatWaitsAndSinceWhen() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "A", "B");
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();

        Webhook.Overview overview = office.webhooks.find(webhook.id()).orElseThrow();
        assertThat(overview.waiting()).isEqualTo(3);
        assertThat(overview.dead()).isZero();
        assertThat(overview.oldest())
                .isEqualTo(office.outbox.backlog().oldest())
                .isNotNull();
        assertThat(office.outbox.backlog().waiting()).isEqualTo(3);
    }

    private static List<String> texts(Message message) {
        return message.secrets().stream().map(SigningSecret::text).toList();
    }
}
