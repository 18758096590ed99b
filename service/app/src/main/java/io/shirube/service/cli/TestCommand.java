package io.shirube.service.cli;

import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.cases.CaseReport;
import io.shirube.engine.cases.CaseRunner;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs the cases that stand beside a folder of rules. */
final class TestCommand implements Command {

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Text summary() {
        return new Text(
                "ルールのケース（cases/*.yml）を実行し、網羅も示します。", "Runs the rules' cases (cases/*.yml) and shows their coverage.");
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public List<String> operands() {
        return List.of("[DIR]");
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Path folder = arguments.operand(0).isPresent()
                ? Arguments.path(arguments.operand(0).get())
                : console.home().resolve("rules");
        try (Ruleset ruleset = RuleFolderArgument.load(folder, console, language)) {
            List<CaseFile> files =
                    CaseFile.readFolder(folder, BookClock.of(console).getZone());
            CaseReport report = new CaseRunner(ruleset).run(files);
            report.lines(language.code()).forEach(console.out()::println);
            return report.isFine() ? ExitCode.FINE : ExitCode.FINDINGS;
        }
    }
}
