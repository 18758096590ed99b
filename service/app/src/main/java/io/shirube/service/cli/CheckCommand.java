package io.shirube.service.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.shirube.engine.authoring.check.ReviewDates;
import io.shirube.engine.decide.LoadOptions;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.ProgramStore;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads a folder of rules and says everything there is to say about it. */
final class CheckCommand implements Command {

    private static final Option FORMAT =
            Option.optional("--format", "text|json", "出力の形（既定: text）", "shape of the output (default: text)");
    private static final Option STRICT = Option.flag("--strict", "警告があっても終了コードを1にする", "exit 1 for warnings as well");

    @Override
    public String name() {
        return "check";
    }

    @Override
    public Text summary() {
        return new Text(
                "ルールのフォルダーを検査します（構文・型・証明・二つの実行系の照合）。", "Checks a folder of rules: parse, types, proofs, referee.");
    }

    @Override
    public List<Option> options() {
        return List.of(FORMAT, STRICT, Option.AS_OF);
    }

    @Override
    public List<String> operands() {
        return List.of("[DIR]");
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        boolean json = arguments.json(FORMAT);
        Path folder = arguments.operand(0).isPresent()
                ? Arguments.path(arguments.operand(0).get())
                : console.home().resolve("rules");
        RuleBundle bundle = RuleFolderArgument.read(folder);
        LoadResult read = Ruleset.load(bundle, new LoadOptions(null, ProgramStore.find(), true));
        LoadResult loaded = reviewed(read, arguments, console);
        try (Ruleset ruleset = loaded.ruleset()) {
            Summary summary = new Summary(
                    bundle,
                    count(loaded, Severity.ERROR),
                    count(loaded, Severity.WARNING),
                    count(loaded, Severity.NOTICE),
                    ruleset == null ? 0 : ruleset.model().units().size(),
                    loaded.refereed());
            if (json) {
                console.out().println(json(loaded.findings(), summary, language));
            } else {
                print(loaded.findings(), summary, console, language);
            }
            boolean found = summary.errors > 0 || (arguments.has(STRICT) && summary.warnings > 0);
            return found ? ExitCode.FINDINGS : ExitCode.FINE;
        }
    }

    /** Adds the reviews that are overdue, which hold nobody up and so are notices. */
    private static LoadResult reviewed(LoadResult read, Arguments arguments, Console console)
            throws CouldNotRunException, IOException {
        Ruleset ruleset = read.ruleset();
        Clock clock = BookClock.of(console);
        LocalDate asOf = arguments.date(Option.AS_OF).orElseGet(() -> LocalDate.now(clock));
        if (ruleset == null) {
            return read;
        }
        List<Finding> findings = new ArrayList<>(read.findings());
        findings.addAll(ReviewDates.overdue(ruleset.model(), asOf));
        findings.sort(null);
        return new LoadResult(ruleset, findings, read.refereed());
    }

    /** @param accounts generated ones on which the executors agree */
    private record Summary(RuleBundle bundle, long errors, long warnings, long notices, int rules, long accounts) {}

    private static long count(LoadResult loaded, Severity severity) {
        return loaded.findings().stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    private static void print(List<Finding> findings, Summary summary, Console console, Language language) {
        FindingText text = new FindingText(language);
        findings.forEach(finding -> console.out().println(text.line(finding)));
        int files = summary.bundle.files().size();
        if (summary.errors == 0) {
            console.out()
                    .println(language.of(new Text(
                            "ルールと表 " + summary.rules + " 件を実行形式に変換し、生成した顧客企業 " + summary.accounts + " 社で二つの実行系が一致しました。",
                            summary.rules + " rules and tables compiled; evaluator and Drools agree on "
                                    + summary.accounts + " generated accounts.")));
        }
        console.out()
                .println(language.of(new Text(
                        files + " ファイル: エラー " + summary.errors + "、警告 " + summary.warnings + "、お知らせ " + summary.notices
                                + "　" + summary.bundle.revision(),
                        files + " files: " + summary.errors + " errors, " + summary.warnings + " warnings, "
                                + summary.notices + " notices  " + summary.bundle.revision())));
    }

    private static String json(List<Finding> findings, Summary summary, Language language) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeStringField("revision", summary.bundle.revision());
            out.writeNumberField("files", summary.bundle.files().size());
            out.writeNumberField("rules", summary.rules);
            out.writeNumberField("refereedAccounts", summary.accounts);
            out.writeNumberField("errors", summary.errors);
            out.writeNumberField("warnings", summary.warnings);
            out.writeNumberField("notices", summary.notices);
            out.writeArrayFieldStart("findings");
            for (Finding finding : findings) {
                write(out, finding, language);
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Finding finding, Language language) throws IOException {
        out.writeStartObject();
        out.writeStringField("at", finding.at().toString());
        out.writeStringField("file", finding.at().file());
        out.writeNumberField("line", finding.at().line());
        out.writeNumberField("column", finding.at().column());
        out.writeStringField("cell", finding.at().cell());
        out.writeStringField("severity", finding.severity().name());
        out.writeStringField("code", finding.code());
        out.writeStringField("what", finding.what(language.code()));
        out.writeStringField("try", finding.tryThis(language.code()));
        out.writeEndObject();
    }
}
