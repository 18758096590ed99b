package io.shirube.service.cli;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.PortfolioFindings;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.io.DecisionWriter;
import io.shirube.io.EntryDecider;
import io.shirube.io.EntrySource;
import io.shirube.io.Explain;
import io.shirube.io.FindingWriter;
import io.shirube.io.NdjsonBatch;
import io.shirube.io.PortfolioException;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SignalTypes;
import io.shirube.io.SnapshotReader;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.Explanations;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Decides a whole portfolio into a file. */
final class BatchCommand implements Command {

    private static final Option PORTFOLIO = Option.required(
            "--portfolio",
            "FILE",
            "顧客企業のファイル（.ndjson .json .csv .xlsx）",
            "file of accounts (.ndjson .json .csv .xlsx)");
    private static final Option OUT =
            Option.required("--out", "FILE", "判定を書くファイル（.ndjson）", "file the decisions go to (.ndjson)");
    private static final Option THREADS =
            Option.optional("--threads", "N", "並行数（既定: プロセッサー数）", "threads that decide (default: one a processor)");
    private static final Option ENCODING =
            Option.optional("--encoding", "NAME", "CSV の文字コード（既定: 自動判別）", "encoding of a CSV (default: found out)");
    private static final Option FINDINGS = Option.optional(
            "--findings",
            "FILE",
            "多くの顧客企業にまたがる所見を書くファイル（.ndjson .json）",
            "file the findings over many accounts go to (.ndjson .json)");
    private static final int MOST_THREADS = 256;

    @Override
    public String name() {
        return "batch";
    }

    @Override
    public Text summary() {
        return new Text("顧客企業のファイル全体を判定し、NDJSON に書きます。", "Decides a whole portfolio into an NDJSON file.");
    }

    @Override
    public List<Option> options() {
        return List.of(
                RuleFolderArgument.RULES, PORTFOLIO, OUT, THREADS, Option.EXPLAIN, Option.AS_OF, ENCODING, FINDINGS);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Explain explain = arguments.explain();
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        int threads = arguments
                .number(THREADS, 1, MOST_THREADS)
                .map(Math::toIntExact)
                .orElseGet(() -> Runtime.getRuntime().availableProcessors());
        Path portfolio = arguments.path(PORTFOLIO);
        PortfolioFormat format = PortfolioFormat.of(portfolio.toString());
        Path out = arguments.path(OUT);
        if (PortfolioFormat.of(out.toString()) != PortfolioFormat.NDJSON) {
            throw new CouldNotRunException(
                    "--out は .ndjson のファイルにしてください: " + out, "--out must be an .ndjson file, not " + out + ".");
        }
        Path rules = arguments.path(RuleFolderArgument.RULES);
        Path findings = arguments.value(FINDINGS).isPresent() ? findingsFile(arguments.path(FINDINGS)) : null;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(portfolio));
                Ruleset ruleset = RuleFolderArgument.load(rules, console, language);
                EntrySource entries = format.open(
                        in,
                        new SnapshotReader(clock.getZone()),
                        SignalTypes.of(ruleset.model().vocabulary()),
                        arguments.value(ENCODING).orElse(null));
                OutputFile file = new OutputFile(out)) {
            Decider decider = new Decider();
            PortfolioFindings gathered = findings == null ? null : gathering(rules, ruleset, asOf);
            EntryDecider decide = account -> {
                Decision decision =
                        decider.decide(account, asOf, ruleset, RefereeMode.SAMPLED, Explanations.of(explain));
                if (gathered != null) {
                    gathered.add(account, ruleset.factsReader().facts(account, asOf), decision);
                }
                return decision;
            };
            DecisionWriter writer = new DecisionWriter(language.code(), explain);
            NdjsonBatch.Result result = new NdjsonBatch(
                            decide, writer, language.code(), threads, new ProgressLine(console.err(), language))
                    .run(entries, file.stream(), Files.size(portfolio));
            file.finish();
            if (findings != null && gathered != null) {
                write(findings, gathered, language);
            }
            return result.errors() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }

    private static Path findingsFile(Path file) throws CouldNotRunException, PortfolioException {
        PortfolioFormat format = PortfolioFormat.of(file.toString());
        if (format != PortfolioFormat.NDJSON && format != PortfolioFormat.JSON) {
            throw new CouldNotRunException(
                    "--findings は .ndjson か .json のファイルにしてください: " + file,
                    "--findings must be an .ndjson or .json file, not " + file + ".");
        }
        return file;
    }

    private static PortfolioFindings gathering(Path rules, Ruleset ruleset, LocalDate asOf)
            throws CouldNotRunException, IOException {
        RuleBundle bundle = RuleFolderArgument.read(rules);
        if (!bundle.revision().equals(ruleset.revision())) {
            throw new CouldNotRunException(
                    "読み込みの間にルールが変わりました。もう一度実行してください。", "the rules changed while they were read; run it again");
        }
        return new PortfolioFindings(
                RulesetReader.findingTypes(bundle),
                ruleset.model().policies(),
                ruleset.model().vocabulary(),
                asOf);
    }

    private static void write(Path findings, PortfolioFindings gathered, Language language) throws IOException {
        boolean lines = findings.toString().toLowerCase(Locale.ROOT).matches(".*\\.(ndjson|jsonl)");
        try (OutputFile file = new OutputFile(findings)) {
            new FindingWriter(language.code()).write(gathered.findings(), lines, file.stream());
            file.finish();
        }
    }
}
