package io.shirube.service.cli;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.simulate.AccountComparer;
import io.shirube.engine.simulate.Compared;
import io.shirube.engine.simulate.MonthByMonth;
import io.shirube.engine.simulate.Side;
import io.shirube.engine.simulate.Sweep;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation does with one account. Safe for use by many threads.
 *
 * @param sweep over the values of a setting, or null for none
 * @param months how often the clock moves on, 0 for not at all
 */
record SimulatedAccount(
        AccountComparer comparer,
        @Nullable Sweep sweep,
        MonthByMonth clock,
        int months,
        Ruleset baseline,
        Ruleset candidate,
        LocalDate asOf) {

    /** What came of it; lists are empty for what was not asked. */
    record Result(Compared compared, List<Side> swept, List<String> monthsBefore, List<String> monthsAfter) {}

    Result on(AccountSnapshot account) throws InputException {
        return new Result(
                comparer.compare(account),
                sweep == null ? List.of() : sweep.decide(account, asOf),
                months == 0 ? List.of() : clock.touches(account, asOf, baseline),
                months == 0 ? List.of() : clock.touches(account, asOf, candidate));
    }
}
