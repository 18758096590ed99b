package io.shirube.service.cli;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.simulate.AccountComparer;
import io.shirube.engine.simulate.Blamer;
import io.shirube.engine.simulate.BundleDifference;
import io.shirube.engine.simulate.Effort;
import io.shirube.engine.simulate.MonthByMonth;
import io.shirube.engine.simulate.Outlook;
import io.shirube.engine.simulate.Setting;
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
import io.shirube.io.simulate.SweepFile;
import io.shirube.io.simulate.page.Names;
import io.shirube.io.simulate.page.ReportPage;
import io.shirube.service.language.Language;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Holds other rules against today's on a portfolio: who would move, and by which edit. */
final class SimulateCommand implements Command {

    private static final Option BASELINE =
            Option.required("--baseline", "DIR", "いまのルールのフォルダー", "folder of the rules that decide now");
    private static final Option PORTFOLIO = Option.optional(
            "--portfolio",
            "FILE",
            "顧客企業のファイル（.ndjson .json .csv .xlsx）",
            "file of accounts (.ndjson .json .csv .xlsx)");
    private static final Option OUT = Option.optional(
            "--out",
            "DIR",
            "report.html、report.json、movers.csv、report.xlsx を書くフォルダー（無ければ作成）",
            "folder report.html, report.json, movers.csv and report.xlsx go to (made if missing)");
    private static final Option MONTHS =
            Option.optional("--months", "N", "N か月先まで1か月ずつ進めて判定（最大36）", "moves the clock on by N months, at most 36");
    private static final Option LIST = Option.flag(
            "--list-settings", "--set で変えられる設定の一覧を表示して終わる", "lists the settings that --set knows, and ends");
    private static final Option THREADS =
            Option.optional("--threads", "N", "並行数（既定: プロセッサー数）", "threads that decide (default: one a processor)");
    private static final Option ENCODING =
            Option.optional("--encoding", "NAME", "CSV の文字コード（既定: 自動判別）", "encoding of a CSV (default: found out)");
    private static final int MOST_THREADS = 256;
    private static final int MOST_MONTHS = 36;

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
        return List.of(
                BASELINE,
                CandidateArgument.CANDIDATE,
                CandidateArgument.SCENARIO,
                CandidateArgument.SET,
                LIST,
                PORTFOLIO,
                OUT,
                MONTHS,
                StaffingArgument.PEOPLE,
                Option.AS_OF,
                THREADS,
                ENCODING);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Path folder = arguments.path(BASELINE);
        RuleBundle before = RuleFolderArgument.read(folder);
        if (arguments.has(LIST)) {
            CandidateArgument.settings(before, folder, console, language)
                    .all()
                    .forEach(setting -> console.out().println(line(setting, language)));
            return ExitCode.FINE;
        }
        for (Option needed : List.of(PORTFOLIO, OUT)) {
            if (!arguments.has(needed)) {
                throw new CouldNotRunException("必須の " + needed.shown() + " がありません。", needed.shown() + " is missing.");
            }
        }
        CandidateArgument after = CandidateArgument.of(arguments, before, folder, console, language);
        try (Ruleset baseline = RuleFolderArgument.load(before, folder, console, language);
                Ruleset candidate = RuleFolderArgument.load(after.bundle(), after.shown(), console, language)) {
            return run(
                    arguments, console, after, BundleDifference.between(before, after.bundle()), baseline, candidate);
        }
    }

    private static String line(Setting setting, Language language) {
        String places = setting.places().stream().map(Object::toString).collect(Collectors.joining(", "));
        String alias = setting.alias().equals(setting.name()) ? "" : "  (" + setting.alias() + ")";
        return setting.name() + " = " + setting.value() + alias + "  " + language.of(setting.label()) + "  " + places;
    }

    private static int run(
            Arguments arguments,
            Console console,
            CandidateArgument after,
            BundleDifference difference,
            Ruleset baseline,
            Ruleset candidate)
            throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        int threads = arguments
                .number(THREADS, 1, MOST_THREADS)
                .map(Math::toIntExact)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        int months =
                arguments.number(MONTHS, 1, MOST_MONTHS).map(Math::toIntExact).orElse(0);
        Staffing staffing = StaffingArgument.of(arguments, console);
        Path portfolio = arguments.path(PORTFOLIO);
        Path out = arguments.path(OUT);
        Blamer blamer = Blamer.of(difference, baseline.model(), candidate.model());
        SimulatedAccount work = new SimulatedAccount(
                new AccountComparer(baseline, candidate, blamer, Effort.DEFAULT, asOf),
                after.sweep(console, language).orElse(null),
                new MonthByMonth(months, after.scenario().drift()),
                months,
                baseline,
                candidate,
                asOf);
        Simulation simulation =
                new Simulation(baseline.revision(), candidate.revision(), asOf, difference.edits(), staffing);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(portfolio));
                EntrySource entries = PortfolioFormat.of(portfolio.toString())
                        .open(
                                in,
                                new SnapshotReader(clock.getZone()),
                                SignalTypes.of(baseline.model().vocabulary()),
                                arguments.value(ENCODING).orElse(null));
                OutputFiles files = new OutputFiles()) {
            Files.createDirectories(out);
            MoversFile movers = new MoversFile(files.open(out.resolve("movers.csv")), blamer.edits(), language.code());
            SimulationTaker taker = new SimulationTaker(simulation, movers, work.sweep(), console, language);
            new PortfolioPass<>(work::on, taker, threads, new ProgressLine(console.err(), language))
                    .run(entries, Files.size(portfolio));
            SimulationReport report = simulation.report();
            Outlook outlook = taker.outlook();
            new ReportJson(language.code()).write(report, outlook, files.open(out.resolve("report.json")));
            Names names = Names.of(baseline.model(), candidate.model());
            new ReportPage(names, language.code())
                    .write(
                            after.subject(arguments.path(BASELINE), portfolio, language),
                            report,
                            outlook,
                            files.open(out.resolve("report.html")));
            new ReportWorkbook(language.code()).write(report, files.open(out.resolve("report.xlsx")));
            if (work.sweep() != null) {
                SweepFile.write(outlook.sweep(), files.open(out.resolve("sweep.csv")));
            }
            movers.finish();
            files.finish();
            console.out().print(new SimulationSummary(report, outlook, language).text());
            return report.errors() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }
}
