package io.shirube.service.cli;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.report.BookReport;
import io.shirube.engine.portfolio.report.ContractOutcome;
import io.shirube.engine.portfolio.report.Settings;
import io.shirube.io.IndicatorWriter;
import io.shirube.io.OutcomeReader;
import io.shirube.service.figures.IndicatorRun;
import io.shirube.service.figures.Shares;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Shows the indicators of a portfolio. */
final class IndicatorsCommand implements Command {

    private static final Option RULES =
            Option.optional("--rules", "DIR", "ルールのフォルダー（既定: rules）", "folder of rules (default: rules)");
    private static final Option OUTCOMES = Option.optional(
            "--outcomes",
            "FILE",
            "更新・増減・解約の結果（.csv、accountId decisionDate arrBefore arrAfter の列）",
            "how customers decided (.csv with columns accountId decisionDate arrBefore arrAfter)");
    private static final Option UNTIL = Option.optional(
            "--until",
            "DATE",
            "12か月の最後の日（既定: --as-of までで最後の月末。--as-of より後なら、その時点の顧客を先へ追います）",
            "last day of the 12 months (default: the last month's end; after --as-of it follows those accounts ahead)");
    private static final Option MARGIN =
            Option.optional("--margin", "SHARE", "粗利率（70% や 0.7。LTV に必要）", "gross margin (70% or 0.7), for the LTV");
    private static final Option GOAL =
            Option.optional("--goal", "SHARE", "12か月の解約率の目標（1% など）", "goal for churn in 12 months (such as 1%)");
    private static final Option MARKET = Option.optional(
            "--market",
            "SHARE|TOUCH=SHARE,…",
            "市場で12か月に離れる割合（50% や TECH=50%,LOW=30%）",
            "share that leaves in 12 months in the market (50%, or TECH=50%,LOW=30%)");
    private static final Option FORMAT =
            Option.optional("--format", "text|json", "出力の形（既定: text）", "shape of the output (default: text)");

    @Override
    public String name() {
        return "indicators";
    }

    @Override
    public Text summary() {
        return new Text(
                "指標（解約率・維持率・利用・NPS など）と、その連鎖を表で示します。", "Shows churn, retention, use, NPS and how they hang together.");
    }

    @Override
    public List<Option> options() {
        return List.of(PortfolioReading.PORTFOLIO, RULES, OUTCOMES, UNTIL, MARGIN, GOAL, MARKET, FORMAT, Option.AS_OF);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        boolean json = arguments.json(FORMAT);
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        Settings settings = settings(arguments, asOf);
        Path portfolio = arguments.path(PortfolioReading.PORTFOLIO);
        List<ContractOutcome> outcomes =
                arguments.has(OUTCOMES) ? OutcomeReader.read(arguments.path(OUTCOMES)) : List.of();
        Path rules =
                arguments.has(RULES) ? arguments.path(RULES) : console.home().resolve("rules");
        try (Ruleset ruleset = RuleFolderArgument.load(rules, console, language)) {
            IndicatorRun run = new IndicatorRun(ruleset, settings, outcomes);
            long bad = new PortfolioReading(console, language)
                    .read(portfolio, clock.getZone(), ruleset.model().vocabulary(), run::add);
            BookReport report = run.report();
            if (report.accounts() == 0) {
                throw new CouldNotRunException(
                        "判定できる顧客企業がありません: " + portfolio, "no account in " + portfolio + " can be decided on");
            }
            if (json) {
                byte[] bytes = new IndicatorWriter(language.code()).toBytes(report);
                console.out().println(new String(bytes, StandardCharsets.UTF_8));
            } else {
                new IndicatorText(language).lines(report).forEach(console.out()::println);
            }
            return bad == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }

    private static Settings settings(Arguments arguments, LocalDate asOf) throws CouldNotRunException {
        LocalDate until = arguments.date(UNTIL).orElse(Settings.lastWholeMonth(asOf));
        Optional<Double> margin = share(arguments, MARGIN);
        Optional<Double> goal = share(arguments, GOAL);
        Map<String, Double> market = Map.of();
        if (arguments.has(MARKET)) {
            market = Shares.byTouch(arguments.required(MARKET)).orElseThrow(() -> wrong(arguments, MARKET));
        }
        return new Settings(asOf, until, arguments.has(OUTCOMES), margin.orElse(null), goal.orElse(null), market);
    }

    private static Optional<Double> share(Arguments arguments, Option option) throws CouldNotRunException {
        if (!arguments.has(option)) {
            return Optional.empty();
        }
        return Optional.of(Shares.of(arguments.required(option)).orElseThrow(() -> wrong(arguments, option)));
    }

    private static CouldNotRunException wrong(Arguments arguments, Option option) {
        String written = arguments.required(option);
        return new CouldNotRunException(
                option.name() + " は 5% や 0.05 の形で、0%から100%までで指定してください: " + written,
                option.name() + " must be a share such as 5% or 0.05, from 0% to 100%, not " + written + ".");
    }
}
