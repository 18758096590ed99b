package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.CatalogueReader;
import io.shirube.engine.authoring.catalogue.FindingCatalogue;
import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Hint;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleBundle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which file of a rule folder is what, and what is said about those that are nothing. */
final class FolderLayout {

    static final String TABLE = ".table.csv";
    static final String RULES = ".drl";

    private static final Position FOLDER = Position.inText(".", 1, 1);

    private final RuleBundle bundle;
    private final Report report;

    FolderLayout(RuleBundle bundle, Report report) {
        this.bundle = bundle;
        this.report = report;
    }

    /** Reports an empty or overfull folder; returns whether it can be read. */
    boolean readable() {
        if (bundle.files().size() > RuleBundle.MAX_FILES) {
            report.error(
                    "too-many-files",
                    FOLDER,
                    say(
                            "ファイルが多すぎます（上限" + RuleBundle.MAX_FILES + "個）。",
                            "There are too many files (at most " + RuleBundle.MAX_FILES + ")."),
                    say("ルールのフォルダーを指定しているか確かめてください。", "Make sure that this is the rule folder."));
            return false;
        }
        long bytes =
                bundle.files().values().stream().mapToLong(file -> file.length).sum();
        if (bytes > RuleBundle.MAX_BYTES) {
            report.error(
                    "too-large",
                    FOLDER,
                    say(
                            "ファイルの合計が大きすぎます（上限" + RuleBundle.MAX_BYTES / 1_000_000 + "MB）。",
                            "The files are too large together (at most " + RuleBundle.MAX_BYTES / 1_000_000 + " MB)."),
                    say("ルールのフォルダーを指定しているか確かめてください。", "Make sure that this is the rule folder."));
            return false;
        }
        boolean anything = bundle.files().keySet().stream()
                .anyMatch(path -> isCatalogue(path) || phase(path).isPresent());
        if (!anything) {
            report.error(
                    "empty-folder",
                    FOLDER,
                    say("ルールのファイルが見つかりません。", "There are no rule files here."),
                    say(
                            "フォルダーの一番上に signals.yml と actions.yml、その下に"
                                    + " 1-lifecycle、2-segment、3-health、4-success、5-actions の各フォルダーがあり、その中に .drl と"
                                    + " .table.csv のファイルを置きます。",
                            "A rule folder has signals.yml and actions.yml at its top and below it the folders"
                                    + " 1-lifecycle, 2-segment, 3-health, 4-success and 5-actions with .drl and .table.csv"
                                    + " files."));
        }
        return anything;
    }

    /** Returns the files of a phase that can hold rules, sorted by path. */
    List<String> rules(Phase phase) {
        return bundle.files().keySet().stream()
                .filter(path -> phase(path).filter(phase::equals).isPresent())
                .filter(FolderLayout::holdsRules)
                .toList();
    }

    /** Reports every file that is not read. */
    void strangers() {
        for (String path : bundle.files().keySet()) {
            boolean read = isCatalogue(path) || (phase(path).isPresent() && holdsRules(path));
            if (!read) {
                stranger(path);
            }
        }
    }

    private void stranger(String path) {
        Position at = Encodings.start(path);
        String name = path.substring(path.lastIndexOf('/') + 1);
        String lower = name.toLowerCase(Locale.ROOT);
        boolean inPhase = phase(path).isPresent();
        if (inPhase && lower.endsWith(".xlsx")) {
            warning(
                    "not-read",
                    at,
                    path,
                    say(
                            "「CSV UTF-8」で保存し、名前の終わりを .table.csv にしてください。",
                            "Save it as \"CSV UTF-8\" under a name that ends in .table.csv."));
        } else if (inPhase
                && (lower.endsWith(".csv")
                        || lower.endsWith(".drl")
                        || lower.endsWith(".txt")
                        || lower.endsWith(".tsv"))) {
            warning(
                    "not-read",
                    at,
                    path,
                    say(
                            "表の名前は .table.csv、ルールの名前は .drl で終わるようにしてください。",
                            "Let the name of a table end in .table.csv and that of rules in .drl."));
        } else if (holdsRules(path)) {
            warning("misplaced-file", at, path, folderHint(path));
        } else if (CatalogueReader.FILES.contains(name)) {
            warning("misplaced-file", at, path, say("フォルダーの一番上に移してください。", "Move it to the top of the rule folder."));
        } else if (lower.endsWith(".yml") || lower.endsWith(".yaml")) {
            warning("not-read", at, path, Hint.of(name, CatalogueReader.FILES));
        } else {
            report.notice(
                    "not-read",
                    at,
                    unread(path),
                    say("ルールでなければ、そのままでかまいません。", "It can stay unless it was meant as rules."));
        }
    }

    private static Text folderHint(String path) {
        List<String> folders = Arrays.stream(Phase.values()).map(Phase::folder).toList();
        int slash = path.indexOf('/');
        Optional<String> nearest = slash < 0 ? Optional.empty() : NearestName.of(path.substring(0, slash), folders);
        return nearest.map(folder ->
                        say("フォルダーの名前は「" + folder + "」のことですか。", "Did you mean the folder \"" + folder + "\"?"))
                .orElse(say(
                        String.join("、", folders) + " のどれかのフォルダーに移してください。",
                        "Move it to one of the folders " + String.join(", ", folders) + "."));
    }

    private void warning(String code, Position at, String path, Text tryThis) {
        report.warning(code, at, unread(path), tryThis);
    }

    private static Text unread(String path) {
        return say("「" + path + "」は読まれません。", "\"" + path + "\" is not read.");
    }

    private static boolean holdsRules(String path) {
        return path.endsWith(TABLE) || path.endsWith(RULES);
    }

    private static boolean isCatalogue(String path) {
        return CatalogueReader.FILES.contains(path) || path.equals(FindingCatalogue.FILE);
    }

    private static Optional<Phase> phase(String path) {
        return Arrays.stream(Phase.values())
                .filter(phase -> path.startsWith(phase.folder() + "/"))
                .findFirst();
    }
}
