package io.shirube.service.cli;

import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.insight.BookInsight;
import io.shirube.engine.insight.InsightReport;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Vocabulary;
import io.shirube.io.InsightWriter;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Shows what a portfolio says of the rules: what stands in the way, what relaxing would bring, and the rules' vital signs. */
final class InsightCommand implements Command {

    private static final Option FORMAT =
            Option.optional("--format", "text|json", "出力の形（既定: text）", "shape of the output (default: text)");

    @Override
    public String name() {
        return "insight";
    }

    @Override
    public Text summary() {
        return new Text(
                "することのない顧客企業、その妨げの条件と緩めた場合の効果、働いていないルールを示します。",
                "Shows accounts with nothing to do, what stands in the way, what relaxing brings, and rules that do not work.");
    }

    @Override
    public List<Option> options() {
        return List.of(RuleFolderArgument.RULES, PortfolioReading.PORTFOLIO, FORMAT, Option.AS_OF);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        boolean json = arguments.json(FORMAT);
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        Path portfolio = arguments.path(PortfolioReading.PORTFOLIO);
        Path rules = arguments.path(RuleFolderArgument.RULES);
        try (Ruleset ruleset = RuleFolderArgument.load(rules, console, language)) {
            Vocabulary vocabulary = ruleset.model().vocabulary();
            BookInsight insight = new BookInsight(ruleset, asOf);
            PortfolioReading reading = new PortfolioReading(console, language);
            long bad = reading.read(portfolio, clock.getZone(), vocabulary, insight::look);
            reading.again(portfolio, clock.getZone(), vocabulary, insight::attempt);
            InsightReport report = insight.report();
            if (report.accounts() == 0) {
                throw new CouldNotRunException(
                        "判定できる顧客企業がありません: " + portfolio, "no account in " + portfolio + " can be decided on");
            }
            if (json) {
                byte[] bytes = new InsightWriter(language.code()).toBytes(report);
                console.out().println(new String(bytes, StandardCharsets.UTF_8));
            } else {
                new InsightText(language).lines(report).forEach(console.out()::println);
            }
            return bad == 0 ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }
}
