package io.shirube.service.cli;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.simulate.Effort;
import io.shirube.engine.simulate.Scenario;
import io.shirube.engine.simulate.Settings;
import io.shirube.engine.simulate.Sweep;
import io.shirube.engine.simulate.UnknownSettingException;
import io.shirube.io.simulate.page.Subject;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rules a simulation tries: a folder, or the baseline's with settings of a scenario and of the command line. */
final class CandidateArgument {

    static final Option CANDIDATE = Option.optional("--candidate", "DIR", "試すルールのフォルダー", "folder of the rules to try");
    static final Option SCENARIO =
            Option.optional("--scenario", "FILE", "設定の値を書いたシナリオ（.yml）", "scenario: values of settings (.yml)");
    static final Option SET = Option.optional(
            "--set",
            "NAME=V",
            "設定の値（繰り返し可）。400..800:50 と書くと値を動かして比べます",
            "value of a setting, repeatable; 400..800:50 tries a range");

    private static final Pattern RANGE =
            Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\.\\.(-?\\d+(?:\\.\\d+)?):(\\d+(?:\\.\\d+)?)");
    private static final int MOST_VALUES = 101;

    private final RuleBundle bundle;
    private final Path shown;
    private final Scenario scenario;
    private final Map<String, String> set;
    private final @Nullable String swept;
    private final Map<String, RuleBundle> values;

    private CandidateArgument(
            RuleBundle bundle,
            Path shown,
            Scenario scenario,
            Map<String, String> set,
            @Nullable String swept,
            Map<String, RuleBundle> values) {
        this.bundle = bundle;
        this.shown = shown;
        this.scenario = scenario;
        this.set = set;
        this.swept = swept;
        this.values = values;
    }

    /** Reads what is to be tried; with a range, the last of its values. */
    static CandidateArgument of(
            Arguments arguments, RuleBundle baseline, Path folder, Console console, Language language)
            throws CouldNotRunException, IOException {
        List<String> sets = arguments.values(SET);
        if (!arguments.has(CANDIDATE) && !arguments.has(SCENARIO) && sets.isEmpty()) {
            throw new CouldNotRunException(
                    "--candidate、--scenario、--set のどれかを指定してください。",
                    "one of --candidate, --scenario and --set is missing.");
        }
        Path shown = arguments.has(CANDIDATE) ? arguments.path(CANDIDATE) : folder;
        RuleBundle base = arguments.has(CANDIDATE) ? RuleFolderArgument.read(shown) : baseline;
        Scenario scenario =
                arguments.has(SCENARIO) ? scenario(arguments.path(SCENARIO), console, language) : Scenario.NONE;
        Map<String, String> set = new LinkedHashMap<>(scenario.set());
        String swept = null;
        List<String> range = List.of();
        for (String written : sets) {
            int equals = written.lastIndexOf('=');
            String name = written.substring(0, Math.max(0, equals));
            List<String> swings = range(written, written.substring(equals + 1), equals > 0);
            if (swings.size() > 1 && swept != null) {
                throw new CouldNotRunException("範囲を指定できる --set は1つだけです。", "only one --set may give a range.");
            }
            if (swings.size() > 1) {
                swept = name;
                range = swings;
            }
            set.put(name, swings.get(swings.size() - 1));
        }
        if (set.isEmpty()) {
            return new CandidateArgument(base, shown, scenario, set, null, Map.of());
        }
        return with(base, shown, scenario, set, swept, range, console, language);
    }

    private static CandidateArgument with(
            RuleBundle base,
            Path shown,
            Scenario scenario,
            Map<String, String> set,
            @Nullable String swept,
            List<String> range,
            Console console,
            Language language)
            throws CouldNotRunException {
        try {
            Settings settings = settings(base, shown, console, language);
            Map<String, RuleBundle> values = new LinkedHashMap<>();
            for (String value : range) {
                Map<String, String> one = new LinkedHashMap<>(set);
                one.put(String.valueOf(swept), value);
                values.put(value, new TriedValues(settings, one, language).bundle());
            }
            RuleBundle bundle = new TriedValues(settings, set, language).bundle();
            return new CandidateArgument(bundle, shown, scenario, set, swept, values);
        } catch (UnknownSettingException e) {
            throw new CouldNotRunException(e.text().ja(), e.text().en());
        }
    }

    /** Returns the settings of a folder, or says why it cannot be read. */
    static Settings settings(RuleBundle bundle, Path folder, Console console, Language language)
            throws CouldNotRunException {
        return Settings.of(bundle, model(bundle, folder, console, language));
    }

    private static RuleModel model(RuleBundle bundle, Path folder, Console console, Language language)
            throws CouldNotRunException {
        ReadResult read = RulesetReader.read(bundle);
        RuleModel model = read.model();
        if (model == null) {
            print(read.findings(), console, language);
            throw new CouldNotRunException(
                    "ルールに誤りがあるため試せません: " + folder, "the rules of " + folder + " have errors, so nothing is tried.");
        }
        return model;
    }

    private static void print(List<Finding> findings, Console console, Language language) {
        FindingText text = new FindingText(language);
        findings.stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .forEach(finding -> console.err().println(text.line(finding)));
    }

    private static Scenario scenario(Path file, Console console, Language language)
            throws CouldNotRunException, IOException {
        Scenario.Read read = Scenario.read(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        Scenario scenario = read.scenario();
        if (scenario == null) {
            print(read.findings(), console, language);
            throw new CouldNotRunException("シナリオに誤りがあります: " + file, "the scenario " + file + " has errors.");
        }
        return scenario;
    }

    private static List<String> range(String written, String value, boolean named) throws CouldNotRunException {
        Matcher range = RANGE.matcher(value);
        if (!named || value.isEmpty()) {
            throw new CouldNotRunException(
                    "--set は NAME=値 の形で指定してください: " + written, "--set must be NAME=VALUE, not " + written + ".");
        }
        if (!range.matches()) {
            return List.of(value);
        }
        BigDecimal from = new BigDecimal(range.group(1));
        BigDecimal to = new BigDecimal(range.group(2));
        BigDecimal step = new BigDecimal(range.group(3));
        List<String> values = new ArrayList<>();
        for (BigDecimal at = from;
                step.signum() > 0 && at.compareTo(to) <= 0 && values.size() <= MOST_VALUES;
                at = at.add(step)) {
            values.add(at.toPlainString());
        }
        if (values.size() < 2 || values.size() > MOST_VALUES) {
            throw new CouldNotRunException(
                    "範囲は 小さい値..大きい値:刻み で、値は2〜" + MOST_VALUES + "個にしてください: " + written,
                    "a range is LOW..HIGH:STEP with 2 to " + MOST_VALUES + " values, not " + written + ".");
        }
        return values;
    }

    RuleBundle bundle() {
        return bundle;
    }

    /** Returns the folder that a message names. */
    Path shown() {
        return shown;
    }

    Scenario scenario() {
        return scenario;
    }

    /** Returns what a report says it is about: names of folders and files without where they lie, and what was set. */
    Subject subject(Path baseline, Path portfolio, Language language) {
        List<String> tried = new ArrayList<>();
        if (!shown.equals(baseline)) {
            tried.add(name(shown));
        }
        String title = language.of(scenario.title());
        if (!title.isEmpty()) {
            tried.add(title);
        }
        set.forEach((name, value) -> tried.add(name + "=" + value));
        return new Subject(name(baseline), String.join(", ", tried), name(portfolio));
    }

    private static String name(Path path) {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    /** Returns the sweep over a range, if one was given. */
    Optional<Sweep> sweep(Console console, Language language) throws CouldNotRunException {
        if (swept == null) {
            return Optional.empty();
        }
        List<Sweep.Point> points = new ArrayList<>();
        for (Map.Entry<String, RuleBundle> value : values.entrySet()) {
            points.add(new Sweep.Point(
                    value.getKey(), Ruleset.byMeaning(model(value.getValue(), shown, console, language))));
        }
        return Optional.of(new Sweep(swept, points, Effort.DEFAULT));
    }
}
