package io.shirube.service.db;

import io.shirube.service.audit.Deed;
import io.shirube.service.db.Transactions.Statements;
import io.shirube.service.db.WebhookStatements.SecretRow;
import io.shirube.service.db.WebhookStatements.WaitingRow;
import io.shirube.service.db.WebhookStatements.WebhookRow;
import io.shirube.service.webhooks.Delivery;
import io.shirube.service.webhooks.DeliveryState;
import io.shirube.service.webhooks.Health;
import io.shirube.service.webhooks.SigningSecret;
import io.shirube.service.webhooks.Webhook;
import io.shirube.service.webhooks.WebhookState;
import io.shirube.service.webhooks.WebhookStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Receivers of changes in PostgreSQL. Safe for use by many threads. */
public final class JdbiWebhooks implements WebhookStore {

    private final Transactions transactions;

    public JdbiWebhooks(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Webhook add(Webhook.Settings settings, SigningSecret secret) {
        // because changes that have no place in the feed yet happened before
        new JdbiFeed(transactions).end();
        return transactions.write(statements -> {
            WebhookStatements webhooks = statements.of(WebhookStatements.class);
            WebhookRow none = new WebhookRow(0, "", null, null, "", "", 0, null, secret.createdAt());
            WebhookRow row = Receivers.row(none, settings, WebhookState.ACTIVE, Health.GOOD);
            long id = webhooks.add(row);
            webhooks.addSecret(id, secret.text(), secret.createdAt());
            Webhook added = find(id, secret.createdAt(), webhooks).orElseThrow().webhook();
            Notes.keep(statements, Notes.webhook(Deed.WEBHOOK_ADDED, null, added));
            return added;
        });
    }

    @Override
    public List<Webhook.Overview> all(Instant now) {
        return transactions.read(statements -> {
            WebhookStatements webhooks = statements.of(WebhookStatements.class);
            List<SecretRow> secrets = webhooks.secrets(null, now);
            return webhooks.all().stream()
                    .map(row -> overview(row, secrets, webhooks))
                    .toList();
        });
    }

    @Override
    public Optional<Webhook.Overview> find(long id, Instant now) {
        return transactions.read(statements -> find(id, now, statements.of(WebhookStatements.class)));
    }

    private static Optional<Webhook.Overview> find(long id, Instant now, WebhookStatements webhooks) {
        return webhooks.webhook(id).map(row -> overview(row, webhooks.secrets(id, now), webhooks));
    }

    private static Webhook.Overview overview(WebhookRow row, List<SecretRow> secrets, WebhookStatements webhooks) {
        WaitingRow waiting = webhooks.waiting(row.id());
        return new Webhook.Overview(
                Receivers.webhook(row, secrets), waiting.waiting(), waiting.dead(), waiting.oldest());
    }

    @Override
    public Optional<Webhook.Overview> change(
            long id, UnaryOperator<Webhook.Settings> change, @Nullable WebhookState state, Instant now) {
        return transactions.write(statements -> {
            WebhookStatements webhooks = statements.of(WebhookStatements.class);
            Optional<WebhookRow> before = webhooks.lock(id);
            before.ifPresent(row -> change(row, change.apply(Receivers.settings(row)), state, now, statements));
            Optional<Webhook.Overview> after = before.flatMap(row -> find(id, now, webhooks));
            after.ifPresent(changed -> Notes.keep(
                    statements,
                    Notes.webhook(
                            Deed.WEBHOOK_CHANGED,
                            before.map(row -> Receivers.webhook(row, webhooks.secrets(id, now)))
                                    .orElse(null),
                            changed.webhook())));
            return after;
        });
    }

    private static void change(
            WebhookRow before,
            Webhook.Settings settings,
            @Nullable WebhookState wished,
            Instant now,
            Statements statements) {
        WebhookState state = wished == null ? WebhookState.valueOf(before.state()) : wished;
        boolean anew =
                wished == WebhookState.ACTIVE || !settings.url().toString().equals(before.url());
        Health health = anew ? Health.GOOD : new Health(before.failures(), before.restsUntil());
        statements.of(WebhookStatements.class).change(Receivers.row(before, settings, state, health));
        if (anew) {
            statements.of(TurnStatements.class).hasten(before.id(), now);
        }
    }

    @Override
    public boolean remove(long id) {
        return transactions.write(statements -> {
            WebhookStatements webhooks = statements.of(WebhookStatements.class);
            webhooks.lock(id)
                    .map(row -> Receivers.webhook(row, webhooks.secrets(id, Instant.EPOCH)))
                    .ifPresent(removed -> Notes.keep(statements, Notes.webhook(Deed.WEBHOOK_REMOVED, removed, null)));
            webhooks.forgetSecrets(id);
            return webhooks.remove(id) > 0;
        });
    }

    @Override
    public Optional<Webhook.Overview> rotate(long id, SigningSecret secret, Instant until) {
        return transactions.write(statements -> {
            WebhookStatements webhooks = statements.of(WebhookStatements.class);
            return webhooks.lock(id).flatMap(row -> {
                Webhook before = Receivers.webhook(row, webhooks.secrets(id, secret.createdAt()));
                webhooks.endSecrets(id, until);
                webhooks.forgetEnded(id, secret.createdAt());
                webhooks.addSecret(id, secret.text(), secret.createdAt());
                Optional<Webhook.Overview> rotated = find(id, secret.createdAt(), webhooks);
                rotated.ifPresent(
                        now -> Notes.keep(statements, Notes.webhook(Deed.WEBHOOK_ROTATED, before, now.webhook())));
                return rotated;
            });
        });
    }

    @Override
    public List<Delivery> deliveries(long webhook, @Nullable DeliveryState state, long before, int most) {
        String wanted = state == null ? null : state.name();
        return transactions
                .read(statements -> statements.of(DeliveryStatements.class).deliveries(webhook, wanted, before, most))
                .stream()
                .map(Receivers::delivery)
                .toList();
    }

    @Override
    public Optional<Delivery> delivery(long webhook, long id) {
        return deliveries(webhook, null, id + 1, 1).stream()
                .filter(found -> found.id() == id)
                .findFirst();
    }

    @Override
    public boolean replay(long webhook, long id, Instant now) {
        return transactions.write(statements -> {
            int replayed = replay(webhook, new Long[] {id}, now, statements);
            noteReplay(statements, webhook, replayed);
            return replayed > 0;
        });
    }

    @Override
    public Replayed replayDead(long webhook, int most, Instant now) {
        return transactions.write(statements -> {
            DeliveryStatements deliveries = statements.of(DeliveryStatements.class);
            Long[] dead = deliveries.dead(webhook, most).toArray(Long[]::new);
            deliveries.dropUntold(webhook, dead);
            int replayed = replay(webhook, dead, now, statements);
            noteReplay(statements, webhook, replayed);
            return new Replayed(dead.length, replayed);
        });
    }

    private static void noteReplay(Statements statements, long webhook, int replayed) {
        if (replayed > 0) {
            Notes.keep(statements, Notes.replay(webhook, replayed));
        }
    }

    private static int replay(long webhook, Long[] ids, Instant now, Statements statements) {
        DeliveryStatements deliveries = statements.of(DeliveryStatements.class);
        // because an account whose delivery waits already keeps its turn as it is
        Long[] over = deliveries.over(webhook, ids).toArray(Long[]::new);
        deliveries.takeTurns(webhook, over, now);
        return deliveries.replay(webhook, over);
    }
}
