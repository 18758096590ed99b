package io.shirube.engine.simulate;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Moves the clock month by month. Contracts, tickets and people stay as they are and grow older; signals are held, measured anew
 * every month, or drift; every month rests on the touch and the stage that the month before came to. Immutable, safe for use by
 * many threads.
 */
public final class MonthByMonth {

    private final int months;
    private final Map<String, Double> drift;
    private final Decider decider = new Decider();

    /**
     * @param months how often the clock moves on
     * @param drift what is added to the latest value of a signal every month, by its name
     */
    public MonthByMonth(int months, Map<String, Double> drift) {
        this.months = months;
        this.drift = Map.copyOf(drift);
    }

    /** Returns the touch of each month, today's first. */
    public List<String> touches(AccountSnapshot snapshot, LocalDate asOf, Ruleset rules) throws InputException {
        List<String> touches = new ArrayList<>();
        AccountSnapshot now = snapshot;
        for (int month = 0; month <= months; month++) {
            LocalDate day = asOf.plusMonths(month);
            Decision decision = decider.decide(now, day, rules, RefereeMode.NEVER, Explain.NONE);
            touches.add(decision.segment().touch());
            now = later(snapshot, month + 1, previous(decision, now.previous(), day));
        }
        return touches;
    }

    private static Previous previous(Decision decision, @Nullable Previous before, LocalDate day) {
        String touch = decision.segment().touch();
        LocalDate since = before != null && touch.equals(before.touch()) ? before.since() : null;
        return new Previous(
                touch,
                since == null ? day : since,
                decision.stage().value(),
                decision.segment().pending());
    }

    private AccountSnapshot later(AccountSnapshot first, int month, Previous previous) {
        Map<String, List<Measurement>> signals = new LinkedHashMap<>();
        first.signals().forEach((name, readings) -> signals.put(name, later(name, readings, month)));
        return new AccountSnapshot(
                first.account(),
                first.contract(),
                signals,
                first.tickets(),
                first.contacts(),
                first.openActions(),
                first.outcomes(),
                first.touches(),
                first.evidence(),
                first.pin(),
                previous,
                first.uplift());
    }

    private List<Measurement> later(String name, List<Measurement> readings, int month) {
        double added = drift.getOrDefault(name, 0.0) * month;
        List<Measurement> moved = new ArrayList<>();
        for (Measurement reading : readings) {
            Object value = reading.value() instanceof Double number ? (Object) (number + added) : reading.value();
            LocalDate at = reading.at();
            moved.add(new Measurement(value, at == null ? null : at.plusMonths(month)));
        }
        return moved;
    }

    /** Returns whether a touch was left and taken up again. */
    public static boolean flaps(List<String> touches) {
        for (int i = 0; i < touches.size(); i++) {
            boolean left = false;
            for (int j = i + 1; j < touches.size(); j++) {
                boolean same = touches.get(j).equals(touches.get(i));
                if (left && same) {
                    return true;
                }
                left = left || !same;
            }
        }
        return false;
    }
}
