package io.shirube.engine.shipped;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.cases.CaseFile;
import io.shirube.engine.decide.Decider;
import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.RefereeMode;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.InputException;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A copy of a rule folder that is edited as CS ops would, file by file, and loaded again. */
final class EditedRules {

    private static final LocalDate AS_OF = LocalDate.of(2026, 11, 20);

    private final Path folder;

    private EditedRules(Path folder) {
        this.folder = folder;
    }

    static EditedRules copyOf(Path rules, Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(rules)) {
            for (Path from : walk.filter(Files::isRegularFile).toList()) {
                Path to = folder.resolve(rules.relativize(from).toString());
                Files.createDirectories(Objects.requireNonNull(to.getParent()));
                Files.copy(from, to);
            }
        }
        return new EditedRules(folder);
    }

    /** Replaces the only place at which a file says something. */
    EditedRules edit(String file, String before, String after) throws IOException {
        String text = Files.readString(folder.resolve(file), UTF_8);
        assertThat(text.split(Pattern.quote(before), -1))
                .as(file + ": " + before)
                .hasSize(2);
        return add(file, text.replace(before, after));
    }

    EditedRules add(String file, String text) throws IOException {
        Files.writeString(folder.resolve(file), text, UTF_8);
        return this;
    }

    /** Adds a column of weights and takes as much from another column, so that every row still adds up to 100. */
    EditedRules moveWeight(String file, String from, String to, int weight) throws IOException {
        List<String> lines = new ArrayList<>();
        int column = -1;
        for (String line : Files.readAllLines(folder.resolve(file), UTF_8)) {
            List<String> cells = new ArrayList<>(List.of(line.split(",", -1)));
            if (column >= 0) {
                cells.set(column, String.valueOf(Integer.parseInt(cells.get(column)) - weight));
                cells.add(String.valueOf(weight));
            } else if (cells.contains(from)) {
                column = cells.indexOf(from);
                cells.add(to);
            }
            lines.add(String.join(",", cells));
        }
        return add(file, String.join("\n", lines) + "\n");
    }

    /** Loads the folder with its proof; nothing may be said against it. */
    Ruleset load() throws IOException {
        LoadResult result = Ruleset.load(RuleBundle.readFolder(folder));
        assertThat(result.findings())
                .filteredOn(finding -> finding.severity() != Severity.NOTICE)
                .isEmpty();
        return Objects.requireNonNull(result.ruleset());
    }

    /** Decides an account written in YAML as of Friday 20 November 2026, both executors compared. */
    static Decision decide(Ruleset rules, String account) {
        String text = "cases:\n  - name: given\n    given:\n" + account.indent(6) + "    expect: {touch: HIGH}\n";
        CaseFile file = CaseFile.read("given.yml", text.getBytes(UTF_8), ZoneId.of("Asia/Tokyo"));
        assertThat(file.findings()).isEmpty();
        try {
            return new Decider().decide(file.cases().get(0).given().orThrow(), AS_OF, rules, RefereeMode.ALWAYS);
        } catch (InputException e) {
            throw new AssertionError(e.problems().toString(), e);
        }
    }
}
