package io.shirube.service.cli;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.simulate.AccountComparer;
import io.shirube.engine.simulate.Blamer;
import io.shirube.engine.simulate.BundleDifference;
import io.shirube.engine.simulate.Compared;
import io.shirube.engine.simulate.Effort;
import io.shirube.engine.simulate.Simulation;
import io.shirube.engine.simulate.SimulationReport;
import io.shirube.engine.simulate.Staffing;
import io.shirube.io.EntrySource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SignalTypes;
import io.shirube.io.SnapshotReader;
import io.shirube.io.simulate.MoversFile;
import io.shirube.io.simulate.PortfolioPass;
import io.shirube.io.simulate.ReportJson;
import io.shirube.io.simulate.ReportWorkbook;
import io.shirube.service.language.Language;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Holds other rules against today's on a portfolio: who would move, and by which edit. */
final class SimulateCommand implements Command {

    private static final Option BASELINE =
            Option.required("--baseline", "DIR", "いまのルールのフォルダー", "folder of the rules that decide now");
    private static final Option CANDIDATE =
            Option.required("--candidate", "DIR", "試すルールのフォルダー", "folder of the rules to try");
    private static final Option PORTFOLIO = Option.required(
            "--portfolio",
            "FILE",
            "顧客企業のファイル（.ndjson .json .csv .xlsx）",
            "file of accounts (.ndjson .json .csv .xlsx)");
    private static final Option OUT = Option.required(
            "--out",
            "DIR",
            "report.json、movers.csv、report.xlsx を書くフォルダー（無ければ作成）",
            "folder report.json, movers.csv and report.xlsx go to (made if missing)");
    private static final Option THREADS =
            Option.optional("--threads", "N", "並行数（既定: プロセッサー数）", "threads that decide (default: one a processor)");
    private static final Option ENCODING =
            Option.optional("--encoding", "NAME", "CSV の文字コード（既定: 自動判別）", "encoding of a CSV (default: found out)");
    private static final int MOST_THREADS = 256;

    @Override
    public String name() {
        return "simulate";
    }

    @Override
    public Text summary() {
        return new Text(
                "ルールを変えると、どの顧客企業が、どの変更のために、どう変わるかを示します。",
                "Shows which accounts other rules would move, how, and which edit moves each.");
    }

    @Override
    public List<Option> options() {
        return List.of(BASELINE, CANDIDATE, PORTFOLIO, OUT, StaffingArgument.PEOPLE, Option.AS_OF, THREADS, ENCODING);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        int threads = arguments
                .number(THREADS, 1, MOST_THREADS)
                .map(Math::toIntExact)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        Staffing staffing = StaffingArgument.of(arguments, console);
        Path portfolio = arguments.path(PORTFOLIO);
        PortfolioFormat format = PortfolioFormat.of(portfolio.toString());
        Path out = arguments.path(OUT);
        RuleBundle before = RuleFolderArgument.read(arguments.path(BASELINE));
        RuleBundle after = RuleFolderArgument.read(arguments.path(CANDIDATE));
        BundleDifference difference = BundleDifference.between(before, after);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(portfolio));
                Ruleset baseline = RuleFolderArgument.load(before, arguments.path(BASELINE), console, language);
                Ruleset candidate = RuleFolderArgument.load(after, arguments.path(CANDIDATE), console, language);
                EntrySource entries = format.open(
                        in,
                        new SnapshotReader(clock.getZone()),
                        SignalTypes.of(baseline.model().vocabulary()),
                        arguments.value(ENCODING).orElse(null))) {
            Files.createDirectories(out);
            Blamer blamer = Blamer.of(difference, baseline.model(), candidate.model());
            AccountComparer comparer = new AccountComparer(baseline, candidate, blamer, Effort.DEFAULT, asOf);
            Simulation simulation = new Simulation(baseline.revision(), candidate.revision(), asOf, difference.edits(), staffing);
            try (OutputFiles files = new OutputFiles()) {
                MoversFile movers =
                        new MoversFile(files.open(out.resolve("movers.csv")), blamer.edits(), language.code());
                Taking taking = new Taking(simulation, movers, console, language);
                new PortfolioPass<>(comparer::compare, taking, threads, new ProgressLine(console.err(), language))
                        .run(entries, Files.size(portfolio));
                SimulationReport report = simulation.report();
                new ReportJson(language.code()).write(report, files.open(out.resolve("report.json")));
                new ReportWorkbook(language.code()).write(report, files.open(out.resolve("report.xlsx")));
                movers.finish();
                files.finish();
                console.out().print(new SimulationSummary(report, language).text());
                return report.errors() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
            }
        }
    }

    /** Adds up results as they come, and says which entries could not be decided on. */
    private record Taking(Simulation simulation, MoversFile movers, Console console, Language language)
            implements PortfolioPass.Taker<Compared> {

        @Override
        public void take(Compared account) {
            simulation.add(account);
            movers.write(account);
        }

        @Override
        public void failed(long line, List<InputProblem> problems) {
            simulation.addError();
            for (InputProblem problem : problems) {
                String where = line + (problem.field().isEmpty() ? "" : " " + problem.field());
                console.err()
                        .println(language.of(new Text("行 ", "line ")) + where + ": " + language.of(problem.detail()));
            }
        }
    }
}
