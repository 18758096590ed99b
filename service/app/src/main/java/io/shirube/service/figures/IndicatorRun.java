package io.shirube.service.figures;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.Explain;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.InputException;
import io.shirube.engine.portfolio.report.BookIndicators;
import io.shirube.engine.portfolio.report.BookReport;
import io.shirube.engine.portfolio.report.ContractOutcome;
import io.shirube.engine.portfolio.report.Settings;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Decides accounts and gathers their indicators. Used by one thread.
 *
 * <p>The rules tell the length of an onboarding programme by concluding {@code Values.programmeDays}; rules that do not leave
 * onboarding completion untold.
 */
public final class IndicatorRun {

    private final Ruleset ruleset;
    private final Settings settings;
    private final BookIndicators indicators;
    private final Decider decider = new Decider();
    private OptionalDouble programmeDays = OptionalDouble.empty();

    /** @param rules to be open as long as this is used */
    public IndicatorRun(Ruleset rules, Settings settings, List<ContractOutcome> outcomes) {
        Optional<Field> days = rules.model().vocabulary().field(FactType.VALUES, "programmeDays");
        this.settings = settings;
        this.indicators = new BookIndicators(settings, outcomes);
        this.ruleset = rules.listening((phase, facts, fired) -> {
            if (phase == Phase.ACTIONS && days.isPresent()) {
                int slot = days.get().slot();
                programmeDays = facts.account().isKnown(slot)
                        ? OptionalDouble.of(facts.account().number(slot))
                        : OptionalDouble.empty();
            }
        });
    }

    /**
     * Takes one account.
     *
     * @throws InputException when it cannot be decided on; it counts nowhere then
     */
    public void add(AccountSnapshot snapshot) throws InputException {
        programmeDays = OptionalDouble.empty();
        Decision decision = decider.decide(snapshot, settings.asOf(), ruleset, RefereeMode.NEVER, Explain.NONE);
        indicators.add(snapshot, decision, programmeDays);
    }

    /** Returns the indicators of all accounts taken. To be asked once. */
    public BookReport report() {
        return indicators.report();
    }
}
