package io.shirube.service.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.book.BookUnavailableException;
import io.shirube.service.language.Language;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Receivers that fail, and nodes that die. */
class DispatchRecoveryTest {

    /** Longer than any hold. */
    private static final Duration LEASE = Duration.ofSeconds(61);

    private final PostOffice office = new PostOffice();

    @Test
    void whatFailedForGoodIsSentAgainWhenSomebodyAsksForIt() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "B");
        office.courier.answers = message -> FakeCourier.FAILED;
        for (int i = 0; i < 60; i++) {
            office.run();
            office.clock.advance(Duration.ofHours(30));
        }
        assertThat(office.states(webhook)).containsExactly(DeliveryState.DEAD, DeliveryState.DEAD);
        List<String> ids =
                office.courier.sent.stream().map(Message::id).distinct().toList();
        office.courier.sent.clear();

        assertThat(office.webhooks.replayDead(webhook.id())).isEqualTo(2);
        office.courier.answers = message -> FakeCourier.TAKEN;
        office.clock.advance(Duration.ofMinutes(20));
        office.run();

        assertThat(office.courier.sent.stream().map(Message::id)).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(office.states(webhook)).containsExactly(DeliveryState.DELIVERED, DeliveryState.DELIVERED);
        assertThat(office.webhooks.replayDead(webhook.id())).isZero();
    }

    @Test
    void whatWasTakenIsSentAgainInItsPlaceButNotWhatWaits() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A");
        office.run();
        long first = office.webhooks
                .deliveries(webhook.id(), null, Long.MAX_VALUE, 10)
                .get(0)
                .id();
        office.courier.answers = message -> FakeCourier.FAILED;
        office.changes("A");
        office.run();
        String id = office.courier.sent.get(0).id();
        office.courier.sent.clear();

        assertThat(office.webhooks.replay(webhook.id(), first).orElseThrow().state())
                .isEqualTo(DeliveryState.WAITING);
        assertThat(office.webhooks.replay(webhook.id(), first)).isEmpty();
        office.courier.answers = message -> FakeCourier.TAKEN;
        office.run();

        assertThat(office.courier.sent.get(0).id()).isEqualTo(id);
        assertThat(office.courier.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void whatTheFeedDoesNotTellAnyMoreKeepsNothingElseFromBeingSentAgain() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.execute("INSERT INTO change (account_id, kind, data)"
                + " SELECT 'A', 'SIGNALS_ADDED', '{}' FROM generate_series(1, 1002)");
        office.outbox.handOut(webhook.id(), 2_000, office.clock.instant());
        office.execute("UPDATE delivery SET state = 'DEAD'");
        office.execute("DELETE FROM change WHERE number = 7");

        assertThat(office.webhooks.replayDead(webhook.id())).isEqualTo(1_001);
    }

    @Test
    void whatWaitsForItsNextAttemptIsNotHurriedByWhoAsksToSendItAgain() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A");
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();
        office.courier.sent.clear();
        long waiting = office.webhooks
                .deliveries(webhook.id(), null, Long.MAX_VALUE, 10)
                .get(0)
                .id();

        assertThat(office.webhooks.replay(webhook.id(), waiting)).isEmpty();
        office.run();

        assertThat(office.courier.sent).isEmpty();
    }

    @Test
    void aReceiverThatIsGoneIsToldNothingUntilSomebodyMakesItActive() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A");
        office.courier.answers = message -> Answer.of(410, null);
        office.run();
        office.changes("A", "B");
        office.clock.advance(Duration.ofDays(30));
        office.run();

        assertThat(office.courier.numbers()).containsExactly(1L);
        assertThat(office.webhooks.find(webhook.id()).orElseThrow().webhook().state())
                .isEqualTo(WebhookState.DISABLED);

        office.courier.answers = message -> FakeCourier.TAKEN;
        office.webhooks.change(webhook.id(), now -> now, WebhookState.ACTIVE);
        office.run();

        assertThat(office.courier.numbers())
                .containsExactlyInAnyOrder(1L, 2L, 3L)
                .containsSubsequence(1L, 2L);
    }

    @Test
    void aPausedReceiverIsToldLaterWhatChangedMeanwhile() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.webhooks.change(webhook.id(), now -> now, WebhookState.PAUSED);
        office.changes("A", "A");
        office.run();
        assertThat(office.courier.sent).isEmpty();

        office.webhooks.change(webhook.id(), now -> now, WebhookState.ACTIVE);
        office.run();

        assertThat(office.courier.numbers()).containsExactly(1L, 2L);
    }

    @Test
    void aReceiverThatFailsIsLeftAloneThenTriedOnceAndItsBacklogDrainsByItselfWhenItIsBack() throws Exception {
        Webhook webhook = office.add(Language.EN);
        for (int i = 0; i < 30; i++) {
            office.changes("A" + i, "A" + i);
        }
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();
        assertThat(office.courier.numbers().size()).isBetween(5, 8);
        office.run();
        assertThat(office.courier.numbers()).isEmpty();

        for (int hour = 0; hour < 48; hour++) {
            office.clock.advance(Duration.ofHours(1));
            office.run();
            assertThat(office.courier.numbers()).hasSize(1);
        }

        office.courier.answers = message -> FakeCourier.TAKEN;
        office.clock.advance(Duration.ofMinutes(13));
        office.run();

        assertThat(office.courier.sent).hasSize(60);
        assertThat(office.webhooks.find(webhook.id()).orElseThrow().webhook().health())
                .isEqualTo(Health.GOOD);
        assertThat(office.states(webhook)).containsOnly(DeliveryState.DELIVERED);
    }

    @Test
    void aReceiverThatAsksToBeLeftAloneIs() throws Exception {
        office.add(Language.EN);
        office.changes("A", "B", "C", "D", "E", "F", "G", "H");
        office.courier.answers = message -> Answer.of(429, Duration.ofMinutes(5));
        office.run();
        int before = office.courier.numbers().size();
        office.courier.answers = message -> FakeCourier.TAKEN;

        office.clock.advance(Duration.ofSeconds(299));
        office.run();
        assertThat(office.courier.numbers()).isEmpty();
        office.clock.advance(Duration.ofSeconds(1));
        office.run();

        assertThat(before).isLessThanOrEqualTo(4);
        assertThat(office.courier.numbers()).hasSize(8);
    }

    @Test
    void whatANodeSentButDidNotKeepIsSentAgainUnderTheSameIdOnceItsHoldIsOver() throws Exception {
        office.add(Language.EN);
        office.changes("A", "A");
        Dispatch dies = office.node(new DyingOutbox(office.outbox));
        dies.pass(true);
        assertThat(office.courier.sent).hasSize(1);
        String id = office.courier.sent.get(0).id();

        office.run();
        assertThat(office.courier.sent).hasSize(1);
        office.clock.advance(LEASE);
        office.run();

        assertThat(office.courier.sent.get(1).id()).isEqualTo(id);
        assertThat(office.courier.numbers()).containsExactly(1L, 1L, 2L);
    }

    @Test
    void aNodeThatLostItsHoldChangesNothingUnlessItsMessageWasTaken() throws Exception {
        Webhook webhook = office.add(Language.EN);
        office.changes("A", "A");
        DyingOutbox dying = new DyingOutbox(office.outbox);
        office.node(dying).pass(true);
        Due lost = dying.lost.orElseThrow();
        office.clock.advance(LEASE);
        office.courier.answers = message -> FakeCourier.FAILED;
        office.run();

        assertThat(office.outbox.settle(
                        lost, Attempt.of(office.clock.instant(), FakeCourier.FAILED, 0, 0), office.clock.instant()))
                .isEmpty();
        assertThat(office.webhooks
                        .deliveries(webhook.id(), null, Long.MAX_VALUE, 10)
                        .get(1)
                        .attempts())
                .isEqualTo(1);
        office.outbox.settle(lost, Attempt.of(office.clock.instant(), FakeCourier.TAKEN, 0, 0), null);

        assertThat(office.states(webhook)).containsExactly(DeliveryState.WAITING, DeliveryState.DELIVERED);
        office.clock.advance(Duration.ofSeconds(6));
        office.courier.answers = message -> FakeCourier.TAKEN;
        office.courier.sent.clear();
        office.run();
        assertThat(office.courier.numbers()).containsExactly(2L);
    }

    /** Loses what came of the first attempt, as a node does that is killed before it keeps that. */
    private static final class DyingOutbox implements Outbox {

        private Optional<Due> lost = Optional.empty();
        private final Outbox outbox;

        DyingOutbox(Outbox outbox) {
            this.outbox = outbox;
        }

        @Override
        public List<Webhook> active(Instant now) {
            return outbox.active(now);
        }

        @Override
        public int handOut(long webhook, int most, Instant now) {
            return outbox.handOut(webhook, most, now);
        }

        @Override
        public List<Due> claim(Webhook webhook, int most, Instant now, Instant until) {
            return outbox.claim(webhook, most, now, until);
        }

        @Override
        public Optional<Due> settle(Due due, Attempt attempt, @Nullable Instant until) {
            lost = Optional.of(due);
            throw new BookUnavailableException(new IllegalStateException("planted"));
        }

        @Override
        public void sweep(int most) {
            outbox.sweep(most);
        }

        @Override
        public Backlog backlog() {
            return outbox.backlog();
        }
    }
}
