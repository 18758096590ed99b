package io.shirube.service.standing;

import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Text;
import io.shirube.io.DecisionWriter;
import io.shirube.io.Explain;
import io.shirube.io.SnapshotReader;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.rulesets.Rules;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides on what is kept of an account, by one ruleset for one day. Used while the rules are leased. */
final class Settlement {

    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);
    private static final DecisionWriter JAPANESE = new DecisionWriter("ja", Explain.REASONS);
    private static final DecisionWriter ENGLISH = new DecisionWriter("en", Explain.REASONS);

    private final Rules rules;
    private final SnapshotReader reader;
    private final LocalDate today;
    private final Function<Known, String> input;

    /** @param input what is decided on, as a portfolio's line has it */
    Settlement(Rules rules, SnapshotReader reader, LocalDate today, Function<Known, String> input) {
        this.rules = rules;
        this.reader = reader;
        this.today = today;
        this.input = input;
    }

    Settled settle(Known known) {
        try {
            String text = input.apply(known);
            AccountSnapshot snapshot =
                    reader.read(text.getBytes(StandardCharsets.UTF_8)).orThrow();
            return settle(known, text, snapshot);
        } catch (InputException e) {
            return settled(null, null, List.of(), e.problems().get(0).detail());
        } catch (RuntimeException | LinkageError | StackOverflowError | OutOfMemoryError e) {
            // because one account must not keep all others waiting
            LOG.error("An account could not be decided on.", e);
            return settled(null, null, List.of(), ErrorCode.INTERNAL.detail());
        }
    }

    /** Reasons take most of the time, so they are only found when there is something new to tell. */
    private Settled settle(Known known, String text, AccountSnapshot snapshot) throws InputException {
        Decision decision = rules.decide(snapshot, today, Explain.NONE);
        Standing standing = standing(known, text, decision);
        Standing before = known.standing();
        boolean news =
                before == null || known.problem() != null || !before.substance().equals(standing.substance());
        if (!news && moves(known, decision).isEmpty()) {
            return settled(standing, null, List.of(), null);
        }
        Decision reasoned = rules.decide(snapshot, today, Explain.REASONS);
        BothLanguages result = news ? written(reasoned) : null;
        return settled(standing, result, moves(known, reasoned), null);
    }

    private Settled settled(
            @Nullable Standing standing,
            @Nullable BothLanguages result,
            List<ActionMove> moves,
            @Nullable Text problem) {
        return new Settled(rules.revision(), today, standing, result, moves, problem);
    }

    private static BothLanguages written(Decision decision) {
        return new BothLanguages(
                new String(JAPANESE.toBytes(decision), StandardCharsets.UTF_8),
                new String(ENGLISH.toBytes(decision), StandardCharsets.UTF_8));
    }

    private static List<ActionMove> moves(Known known, Decision decision) {
        List<StoredAction> offers = decision.actions().stream()
                .map(action -> offer(known.account().id(), decision, action))
                .toList();
        return Reconciliation.of(known.living(), decision, offers, new Volume(known.free()));
    }

    private static StoredAction offer(String accountId, Decision decision, Decision.Action action) {
        return new StoredAction(
                StoredAction.NEW,
                accountId,
                action.key(),
                action.type(),
                decision.segment().touch(),
                decision.asOf(),
                null,
                new StoredAction.Offer(
                        action.ownerRole(),
                        action.dueOn(),
                        action.expiresOn(),
                        action.priority(),
                        new BothLanguages(
                                new String(JAPANESE.toBytes(action), StandardCharsets.UTF_8),
                                new String(ENGLISH.toBytes(action), StandardCharsets.UTF_8))),
                StoredAction.Life.OPEN);
    }

    private Standing standing(Known known, String text, Decision decision) {
        Standing before = known.standing();
        Decision.Segment segment = decision.segment();
        AccountSnapshot.@Nullable Pending pending = segment.pending();
        LocalDate since = before != null && before.touch().equals(segment.touch()) ? before.touchSince() : today;
        return new Standing(
                known.account().version(),
                decision.ruleset(),
                decision.engine(),
                today,
                Substance.of(decision),
                decision.stage().value(),
                segment.touch(),
                since,
                pending == null ? null : pending.touch(),
                pending == null ? null : pending.since(),
                decision.health().band(),
                text);
    }
}
