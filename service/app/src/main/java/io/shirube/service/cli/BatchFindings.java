package io.shirube.service.cli;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.portfolio.PortfolioFindings;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.io.FindingWriter;
import io.shirube.io.PortfolioException;
import io.shirube.io.PortfolioFormat;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Gathers findings over many accounts beside a batch, when a file for them is asked for. Accounts come from many threads. */
final class BatchFindings {

    static final Option FINDINGS = Option.optional(
            "--findings",
            "FILE",
            "多くの顧客企業にまたがる所見を書くファイル（.ndjson .json）",
            "file the findings over many accounts go to (.ndjson .json)");

    private final @Nullable Path file;
    private final boolean lines;
    private @Nullable Ruleset ruleset;
    private @Nullable LocalDate asOf;
    private @Nullable PortfolioFindings gathered;

    private BatchFindings(@Nullable Path file, boolean lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Returns what the command line asks for, which may be nothing. */
    static BatchFindings of(Arguments arguments) throws CouldNotRunException, PortfolioException {
        if (arguments.value(FINDINGS).isEmpty()) {
            return new BatchFindings(null, false);
        }
        Path file = arguments.path(FINDINGS);
        PortfolioFormat format = PortfolioFormat.of(file.toString());
        if (format != PortfolioFormat.NDJSON && format != PortfolioFormat.JSON) {
            throw new CouldNotRunException(
                    "--findings は .ndjson か .json のファイルにしてください: " + file,
                    "--findings must be an .ndjson or .json file, not " + file + ".");
        }
        return new BatchFindings(file, format == PortfolioFormat.NDJSON);
    }

    /** Reads what is looked for; the accounts come after this. */
    void begin(Path rules, Ruleset decidesWith, LocalDate day) throws CouldNotRunException, IOException {
        if (file == null) {
            return;
        }
        RuleBundle bundle = RuleFolderArgument.read(rules);
        if (!bundle.revision().equals(decidesWith.revision())) {
            throw new CouldNotRunException(
                    "読み込みの間にルールが変わりました。もう一度実行してください。", "the rules changed while they were read; run it again");
        }
        ruleset = decidesWith;
        asOf = day;
        gathered = new PortfolioFindings(
                RulesetReader.findingTypes(bundle),
                decidesWith.model().policies(),
                decidesWith.model().vocabulary(),
                day);
    }

    /** Takes an account that was decided. */
    void add(AccountSnapshot account, Decision decision) throws InputException {
        if (gathered != null && ruleset != null && asOf != null) {
            gathered.add(account, ruleset.factsReader().facts(account, asOf), decision);
        }
    }

    /** Writes what was found. */
    void finish(Language language) throws IOException {
        if (gathered == null) {
            return;
        }
        try (OutputFile out = new OutputFile(Objects.requireNonNull(file, "file"))) {
            new FindingWriter(language.code()).write(gathered.findings(), lines, out.stream());
            out.finish();
        }
    }
}
