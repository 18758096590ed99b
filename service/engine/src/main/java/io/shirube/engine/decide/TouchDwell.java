package io.shirube.engine.decide;

import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a touch from swinging, 切替の猶予: a crossing of size or money moves it only when it is wide enough or has lasted. A
 * move of the stage acts at once. Immutable, safe for use by many threads.
 *
 * <p>A crossing is wide enough when the account would not be back at its previous touch with its size and its money nearer
 * to the limit by the margin: a value v above the limit taken as v / (1 + margin), one below as v / (1 - margin).
 */
final class TouchDwell {

    /** So that 1,100 people less a margin of 10 % are 1,000 again. */
    private static final double ROUNDING = 1e6;

    private final Policies.Restraint restraint;
    private final Field stage;
    private final Field touch;
    private final EnumType stages;
    private final EnumType touches;
    private final List<Field> sizes = new ArrayList<>();
    private final List<Field> money = new ArrayList<>();
    private final List<Field> concluded;

    TouchDwell(Vocabulary vocabulary, Policies.Restraint restraint) {
        this.restraint = restraint;
        this.stage = vocabulary.required(FactType.STAGE, "value");
        this.touch = vocabulary.required(FactType.SEGMENT, "touch");
        this.stages = Objects.requireNonNull(stage.enumType(), "stage");
        this.touches = Objects.requireNonNull(touch.enumType(), "touch");
        sizes.add(vocabulary.required(FactType.ACCOUNT, "employees"));
        sizes.add(vocabulary.required(FactType.ACCOUNT, "groupEmployees"));
        vocabulary.field(FactType.SIGNALS, "licensedSeats").ifPresent(sizes::add);
        money.add(vocabulary.required(FactType.CONTRACT, "arr"));
        money.add(vocabulary.required(FactType.CONTRACT, "mrr"));
        this.concluded = vocabulary.accountFields().stream()
                .filter(field -> field.concludedIn() != null)
                .toList();
    }

    /** The touch an account keeps for now, and the one it is on its way to. */
    record Kept(String touch, Pending pending) {}

    /**
     * Returns the touch that is kept, or null when the one that the rules come to acts.
     *
     * @param run whose stage is settled
     */
    @Nullable
    Kept keep(Run run, String ruled) {
        Previous previous = run.snapshot().previous();
        String before = previous == null ? null : previous.touch();
        boolean damped = restraint.segmentMargin() > 0 && restraint.segmentDwellDays() > 0;
        if (previous == null || before == null || !damped || before.equals(ruled) || stageMoved(previous, run)) {
            return null;
        }
        LocalDate since = since(previous.pending(), ruled, run.asOf());
        boolean lasted = ChronoUnit.DAYS.between(since, run.asOf()) >= restraint.segmentDwellDays();
        return lasted || !isNear(run, touches.ordinal(before)) ? null : new Kept(before, new Pending(ruled, since));
    }

    /** Returns the day on which a crossing that began today has lasted. */
    LocalDate movesOn(Kept kept, LocalDate asOf) {
        LocalDate since = kept.pending().since();
        return (since == null ? asOf : since).plusDays(restraint.segmentDwellDays());
    }

    private boolean stageMoved(Previous previous, Run run) {
        String now = stages.values().get((int) run.facts().account().number(stage.slot()));
        return previous.stage() != null && !previous.stage().equals(now);
    }

    private static LocalDate since(@Nullable Pending pending, String ruled, LocalDate asOf) {
        LocalDate since = pending != null && pending.touch().equals(ruled) ? pending.since() : null;
        return since == null || since.isAfter(asOf) ? asOf : since;
    }

    private boolean isNear(Run run, int before) {
        double up = 1 + restraint.segmentMargin();
        double down = 1 - restraint.segmentMargin();
        List<Double> divisors = down > 0 ? List.of(1.0, up, down) : List.of(1.0, up);
        for (double ofSize : divisors) {
            for (double ofMoney : divisors) {
                boolean moved = ofSize != 1 || ofMoney != 1;
                if (moved && touchWith(run, ofSize, ofMoney) == before) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Returns the ordinal of the touch that the rules come to with size and money divided, -1 without one. */
    private int touchWith(Run run, double ofSize, double ofMoney) {
        Facts facts = run.facts().copy();
        Slots slots = facts.account();
        double settled = slots.number(stage.slot());
        concluded.forEach(field -> slots.setUnknown(field.slot()));
        divide(slots, sizes, ofSize);
        divide(slots, money, ofMoney);
        Run tried = run.silentlyOver(facts);
        tried.conclude(Phase.LIFECYCLE);
        slots.set(stage.slot(), settled);
        Map<Integer, Concluded> segmented = tried.conclude(Phase.SEGMENT);
        Concluded result = segmented.get(touch.slot());
        return result == null ? -1 : (int) result.value().number();
    }

    private static void divide(Slots slots, List<Field> fields, double by) {
        for (Field field : fields) {
            if (slots.isKnown(field.slot())) {
                slots.set(field.slot(), Math.rint(slots.number(field.slot()) / by * ROUNDING) / ROUNDING);
            }
        }
    }
}
