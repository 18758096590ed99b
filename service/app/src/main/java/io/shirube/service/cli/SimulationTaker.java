package io.shirube.service.cli;

import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.simulate.MonthTally;
import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.Simulation;
import io.shirube.engine.simulate.Sweep;
import io.shirube.io.simulate.MoversFile;
import io.shirube.io.simulate.PortfolioPass;
import io.shirube.service.language.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Adds up results as they come, and says which entries could not be decided on. Used by one thread. */
final class SimulationTaker implements PortfolioPass.Taker<SimulatedAccount.Result> {

    private final Simulation simulation;
    private final MoversFile movers;
    private final @Nullable Sweep sweep;
    private final MonthTally months = new MonthTally();
    private final Console console;
    private final Language language;

    SimulationTaker(
            Simulation simulation, MoversFile movers, @Nullable Sweep sweep, Console console, Language language) {
        this.simulation = simulation;
        this.movers = movers;
        this.sweep = sweep;
        this.console = console;
        this.language = language;
    }

    @Override
    public void take(SimulatedAccount.Result result) {
        simulation.add(result.compared());
        movers.write(result.compared());
        if (sweep != null) {
            sweep.add(result.compared(), result.swept());
        }
        months.add(result.monthsBefore(), result.monthsAfter());
    }

    @Override
    public void failed(long line, List<InputProblem> problems) {
        simulation.addError();
        for (InputProblem problem : problems) {
            String where = line + (problem.field().isEmpty() ? "" : " " + problem.field());
            console.err().println(language.of(new Text("行 ", "line ")) + where + ": " + language.of(problem.detail()));
        }
    }

    Outlook outlook() {
        return new Outlook(
                sweep == null ? List.of() : sweep.curves(), months.rows(), months.flapsBefore(), months.flapsAfter());
    }
}
