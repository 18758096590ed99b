package io.shirube.service.cli;

import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.Text;
import io.shirube.io.DecisionWriter;
import io.shirube.io.EntryDecider;
import io.shirube.io.EntrySource;
import io.shirube.io.Explain;
import io.shirube.io.NdjsonBatch;
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
                RuleFolderArgument.RULES,
                PORTFOLIO,
                OUT,
                THREADS,
                Option.EXPLAIN,
                Option.AS_OF,
                ENCODING,
                BatchFindings.FINDINGS);
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
        BatchFindings findings = BatchFindings.of(arguments);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(portfolio));
                Ruleset ruleset = RuleFolderArgument.load(rules, console, language);
                EntrySource entries = format.open(
                        in,
                        new SnapshotReader(clock.getZone()),
                        SignalTypes.of(ruleset.model().vocabulary()),
                        arguments.value(ENCODING).orElse(null));
                OutputFile file = new OutputFile(out)) {
            Decider decider = new Decider();
            findings.begin(rules, ruleset, asOf);
            EntryDecider decide = account -> {
                Decision decision =
                        decider.decide(account, asOf, ruleset, RefereeMode.SAMPLED, Explanations.of(explain));
                findings.add(account, decision);
                return decision;
            };
            DecisionWriter writer = new DecisionWriter(language.code(), explain);
            NdjsonBatch.Result result = new NdjsonBatch(
                            decide, writer, language.code(), threads, new ProgressLine(console.err(), language))
                    .run(entries, file.stream(), Files.size(portfolio));
            file.finish();
            findings.finish(language);
            return result.errors() == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }
}
