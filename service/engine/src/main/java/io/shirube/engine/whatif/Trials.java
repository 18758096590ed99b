package io.shirube.engine.whatif;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Variants;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.SignalType;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what is tried, counts it, and stops when it was enough. Used by one thread. */
final class Trials {

    private static final int ITEMS_NEAR = 1_000;
    private static final int ITEMS_PLAIN = 100;

    private final Variants account;
    private final Decider decider = new Decider();
    private final Reached now;
    private final int most;
    private final int items;
    private int decisions;
    private long spent;
    private int unproven;
    private boolean gaveUp;

    /** @param most decisions that may be made in all; on an account of many tickets and people each counts for several */
    Trials(Variants account, int most) {
        this.account = account;
        this.most = most;
        this.now = Reached.of(account.base());
        this.items = size(account.snapshot().tickets())
                + size(account.snapshot().contacts())
                + size(account.snapshot().outcomes())
                + size(account.snapshot().touches());
    }

    Variants account() {
        return account;
    }

    /** Returns what is decided on the account as it is. */
    Reached now() {
        return now;
    }

    int decisions() {
        return decisions;
    }

    /** Returns how many findings the ordinary deciding did not confirm; none, unless the program is wrong. */
    int unproven() {
        return unproven;
    }

    /** Returns whether something was left untried because it would have been too much. */
    boolean gaveUp() {
        return gaveUp;
    }

    /** Returns what settings together come to; nothing when the account cannot have them or it was enough. */
    Optional<Reached> reached(List<Setting> settings) {
        Map<SignalType, Double> values = new LinkedHashMap<>();
        for (Setting setting : settings) {
            SignalType signal = setting.input().signal();
            if (signal == null || !isMeasured(signal)) {
                return reached(applied(settings), account.asOf());
            }
            values.put(signal, setting.value());
        }
        if (isEnough(ITEMS_NEAR)) {
            return Optional.empty();
        }
        return Optional.of(Reached.of(account.decide(values)));
    }

    private static boolean isMeasured(SignalType signal) {
        return signal.field().owner() == FactType.SIGNALS
                && switch (signal.field().type()) {
                    case NUMBER, BOOLEAN, ENUM -> true;
                    case DATE, TEXT, TEXT_SET -> false;
                };
    }

    private static int size(@Nullable List<?> list) {
        return list == null ? 0 : list.size();
    }

    /** @param each how many tickets, people and so on make a decision as dear as another one */
    private boolean isEnough(int each) {
        gaveUp |= spent >= most;
        if (!gaveUp) {
            spent += 1 + items / each;
            decisions++;
        }
        return gaveUp;
    }

    /** Returns what a variant comes to on a day. */
    Optional<Reached> reached(AccountSnapshot variant, LocalDate day) {
        return decision(variant, day).map(Reached::of);
    }

    /** Returns what is decided on a variant on a day. */
    Optional<Decision> decision(AccountSnapshot variant, LocalDate day) {
        if (isEnough(ITEMS_PLAIN)) {
            return Optional.empty();
        }
        try {
            return Optional.of(account.decide(variant, day));
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private AccountSnapshot applied(List<Setting> settings) {
        AccountSnapshot variant = account.snapshot();
        for (Setting setting : settings) {
            variant = setting.input().set(variant, setting.value(), account.asOf());
        }
        return variant;
    }

    /** Returns whether deciding again, the ordinary way and refereed, comes to the same. */
    boolean isProven(List<Setting> settings, Reached found) {
        return isProven(applied(settings), account.asOf(), found);
    }

    /** Returns whether deciding again on a day, the ordinary way and refereed, comes to the same. */
    boolean isProven(AccountSnapshot variant, LocalDate day, Reached found) {
        try {
            Reached again =
                    Reached.of(decider.decide(variant, day, account.ruleset(), RefereeMode.ALWAYS, Explain.NONE));
            boolean proven = again.equals(found);
            unproven += proven ? 0 : 1;
            return proven;
        } catch (InputException e) {
            unproven++;
            return false;
        }
    }
}
