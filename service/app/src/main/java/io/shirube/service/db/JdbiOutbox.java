package io.shirube.service.db;

import io.shirube.service.db.DeliveryStatements.StretchRow;
import io.shirube.service.db.FeedStatements.ChangeRow;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.db.TurnStatements.HeadRow;
import io.shirube.service.db.WebhookStatements.HealthRow;
import io.shirube.service.db.WebhookStatements.SecretRow;
import io.shirube.service.db.WebhookStatements.WaitingRow;
import io.shirube.service.webhooks.Answer;
import io.shirube.service.webhooks.Attempt;
import io.shirube.service.webhooks.DeliveryState;
import io.shirube.service.webhooks.Due;
import io.shirube.service.webhooks.Health;
import io.shirube.service.webhooks.Outbox;
import io.shirube.service.webhooks.Webhook;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is to be sent, in PostgreSQL. Safe for use by many threads. */
public final class JdbiOutbox implements Outbox {

    /** Held by the node that makes deliveries for a receiver. */
    private static final int LOCK = 0x5368_6972;

    private final Transactions transactions;

    public JdbiOutbox(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Webhook> active(Instant now) {
        return transactions.read(statements -> {
            WebhookStatements webhooks = statements.of(WebhookStatements.class);
            List<WebhookStatements.WebhookRow> active = webhooks.active();
            List<SecretRow> secrets = active.isEmpty() ? List.of() : webhooks.secrets(null, now);
            return active.stream().map(row -> Receivers.webhook(row, secrets)).toList();
        });
    }

    @Override
    public int handOut(long webhook, int most, Instant now) {
        JdbiFeed.publish(transactions);
        return transactions.write(statements -> {
            DeliveryStatements deliveries = statements.of(DeliveryStatements.class);
            return deliveries.lockHandOut(LOCK, webhook)
                    ? deliveries
                            .next(webhook, most)
                            .map(next -> handOut(webhook, next, now, deliveries))
                            .orElse(0)
                    : 0;
        });
    }

    /** The receiver comes last, as it does for whoever sends. */
    private static int handOut(long webhook, StretchRow next, Instant now, DeliveryStatements deliveries) {
        deliveries.giveTurns(webhook, next, now);
        deliveries.deliver(webhook, next);
        deliveries.moveOn(webhook, next.until());
        return next.changes();
    }

    @Override
    public List<Due> claim(Webhook webhook, int most, Instant now, Instant until) {
        return transactions.write(statements -> claim(webhook, most, now, until, statements));
    }

    private static List<Due> claim(Webhook webhook, int most, Instant now, Instant until, Statements statements) {
        String lease = UUID.randomUUID().toString();
        TurnStatements turns = statements.of(TurnStatements.class);
        List<Due> due = new ArrayList<>();
        for (String account : turns.claim(webhook.id(), most, lease, now, until)) {
            next(webhook, account, lease, turns).ifPresent(due::add);
        }
        boolean taken = due.isEmpty()
                || !webhook.health().tripped()
                || statements.of(WebhookStatements.class).probe(webhook.id(), now, until) > 0;
        if (taken) {
            return due;
        }
        // because another node tries the receiver now
        due.forEach(one -> turns.moveTurn(webhook.id(), one.change().accountId(), now, null));
        return List.of();
    }

    /** Returns the oldest of an account that waits and whose change is told yet; without any, the account has no turn any more. */
    private static Optional<Due> next(Webhook webhook, String account, String lease, TurnStatements turns) {
        Optional<HeadRow> head = turns.head(webhook.id(), account);
        while (head.isPresent() && head.get().data() == null) {
            turns.drop(head.get().id());
            head = turns.head(webhook.id(), account);
        }
        if (head.isEmpty()) {
            turns.endTurn(webhook.id(), account);
        }
        return head.map(row -> due(webhook, account, lease, row));
    }

    private static Due due(Webhook webhook, String account, String lease, HeadRow row) {
        ChangeRow change = new ChangeRow(row.number(), there(row.at()), account, there(row.kind()), there(row.data()));
        return new Due(webhook, lease, row.id(), row.messageId(), row.attempts(), Feed.change(row.epoch(), change));
    }

    private static <T> T there(@Nullable T value) {
        return Objects.requireNonNull(value, "a change is there as a whole");
    }

    @Override
    public Optional<Due> settle(Due due, Attempt attempt, @Nullable Instant until) {
        return transactions.write(statements -> {
            TurnStatements turns = statements.of(TurnStatements.class);
            Optional<Boolean> active =
                    turns.lockTurn(due.webhook().id(), due.change().accountId(), due.lease());
            // because who lost its hold knows nothing of what became of the delivery since, unless it came through
            if (active.isPresent() || attempt.state() == DeliveryState.DELIVERED) {
                keep(due, attempt, turns);
            }
            if (attempt.answer().delivered()) {
                keepSuccess(due.webhook().id(), attempt.at(), turns);
            } else {
                keepFailure(due.webhook().id(), attempt, statements.of(WebhookStatements.class));
            }
            return active.flatMap(it -> goOn(due, attempt, it ? until : null, turns));
        });
    }

    private static void keep(Due due, Attempt attempt, TurnStatements turns) {
        Answer answer = attempt.answer();
        turns.attempted(
                due.id(),
                attempt.state().name(),
                attempt.attempts(),
                attempt.at(),
                answer.status(),
                answer.trouble() == null ? null : answer.trouble().name());
    }

    private static Optional<Due> goOn(Due due, Attempt attempt, @Nullable Instant until, TurnStatements turns) {
        String account = due.change().accountId();
        long webhook = due.webhook().id();
        Instant nextAt = attempt.nextAt();
        if (nextAt != null) {
            turns.moveTurn(webhook, account, nextAt, null);
            return Optional.empty();
        }
        @Nullable Instant hold = attempt.state() == DeliveryState.DELIVERED ? until : null;
        Optional<Due> next = next(due.webhook(), account, due.lease(), turns);
        if (next.isPresent()) {
            turns.moveTurn(webhook, account, hold == null ? attempt.at() : hold, hold == null ? null : due.lease());
        }
        return hold == null ? Optional.empty() : next;
    }

    private static void keepSuccess(long webhook, Instant at, TurnStatements turns) {
        Optional<Integer> failures = turns.recovered(webhook, Health.TRIP);
        if (failures.isPresent() && failures.get() >= Health.TRIP) {
            // because what waits for its next attempt waits for the receiver to be back
            turns.hasten(webhook, at);
        }
    }

    private static void keepFailure(long webhook, Attempt attempt, WebhookStatements webhooks) {
        if (attempt.gone()) {
            webhooks.disable(webhook);
        }
        Optional<HealthRow> before = webhooks.lockHealth(webhook);
        before.map(row -> attempt.after(new Health(row.failures(), row.restsUntil())))
                .ifPresent(now -> webhooks.keepHealth(webhook, now.failures(), now.restsUntil()));
    }

    @Override
    public void sweep(int most) {
        Optional<Long> removed = transactions.read(
                statements -> statements.of(WebhookStatements.class).removed());
        removed.ifPresent(webhook -> transactions.write(statements -> {
            DeliveryStatements deliveries = statements.of(DeliveryStatements.class);
            int deleted = deliveries.deleteDeliveries(webhook, most);
            if (deleted < most) {
                deliveries.deleteTurns(webhook);
                statements.of(WebhookStatements.class).delete(webhook);
            }
            return deleted;
        }));
    }

    @Override
    public Backlog backlog() {
        WaitingRow waiting = transactions.read(
                statements -> statements.of(WebhookStatements.class).waiting());
        return new Backlog(waiting.waiting(), waiting.dead(), waiting.oldest());
    }
}
