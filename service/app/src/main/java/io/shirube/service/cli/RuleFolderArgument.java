package io.shirube.service.cli;

import io.shirube.engine.decide.LoadOptions;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.ProgramStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder of rules a command is given. */
final class RuleFolderArgument {

    static final Option RULES = Option.required("--rules", "DIR", "ルールのフォルダー", "folder of rules");

    private RuleFolderArgument() {}

    /** Returns the files of a folder. */
    static RuleBundle read(Path folder) throws CouldNotRunException, IOException {
        if (!Files.isDirectory(folder)) {
            throw new CouldNotRunException("ルールのフォルダーがありません: " + folder, "there is no folder of rules " + folder);
        }
        return RuleBundle.readFolder(folder);
    }

    /**
     * Returns the ruleset to decide with.
     *
     * @throws CouldNotRunException when the rules have errors, which are on standard error then
     */
    static Ruleset load(Path folder, Console console, Language language) throws CouldNotRunException, IOException {
        return load(read(folder), folder, console, language);
    }

    /**
     * Returns the ruleset to decide with.
     *
     * @param folder the bundle's, to name it
     * @throws CouldNotRunException when the rules have errors, which are on standard error then
     */
    static Ruleset load(RuleBundle bundle, Path folder, Console console, Language language)
            throws CouldNotRunException {
        LoadResult loaded = Ruleset.load(bundle, new LoadOptions(null, ProgramStore.find(), false));
        Ruleset ruleset = loaded.ruleset();
        if (ruleset == null) {
            FindingText text = new FindingText(language);
            for (Finding finding : loaded.findings()) {
                if (finding.severity() == Severity.ERROR) {
                    console.err().println(text.line(finding));
                }
            }
            throw new CouldNotRunException(
                    "ルールに誤りがあるため判定できません。shirube check " + folder + " で確認してください。",
                    "the rules have errors, so nothing is decided; see shirube check " + folder);
        }
        return ruleset;
    }
}
