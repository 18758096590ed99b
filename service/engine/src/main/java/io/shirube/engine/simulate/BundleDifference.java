package io.shirube.engine.simulate;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.catalogue.YamlReader;
import io.shirube.engine.authoring.drl.RulePieces;
import io.shirube.engine.authoring.drl.RulePieces.Piece;
import io.shirube.engine.authoring.table.TableCells;
import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.rules.RuleBundle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What a candidate's files say otherwise than a baseline's, edit by edit. Any of the edits can be applied to the baseline
 * without the others; blanks, comments and the order of rules, which mean nothing, are no edits. Immutable, safe for use by
 * many threads.
 */
public final class BundleDifference {

    private final RuleBundle baseline;
    private final List<Edit> edits;
    private final List<FilePart> parts;
    private final Set<String> touched;

    private BundleDifference(RuleBundle baseline, List<Edit> edits, List<FilePart> parts, Set<String> touched) {
        this.baseline = baseline;
        this.edits = edits;
        this.parts = List.copyOf(parts);
        this.touched = Set.copyOf(touched);
    }

    /** Compares two rule folders. */
    public static BundleDifference between(RuleBundle baseline, RuleBundle candidate) {
        return new Comparison(baseline, candidate).run();
    }

    /** Returns the edits in the order of files and places; empty when both say the same. */
    public List<Edit> edits() {
        return edits;
    }

    /**
     * Returns the baseline with some of the edits. It need not be readable: a rule may name what only another edit adds.
     *
     * @param applied whether an edit is applied, by its number
     */
    public RuleBundle apply(IntPredicate applied) {
        Map<String, byte[]> files = new HashMap<>(baseline.files());
        files.keySet().removeAll(touched);
        parts.forEach(part -> part.compose(applied, files));
        return RuleBundle.of(files);
    }

    /** One comparison; used by one thread. */
    private static final class Comparison {

        private final RuleBundle baseline;
        private final RuleBundle candidate;
        private final EditList edits = new EditList();
        private final List<FilePart> parts = new ArrayList<>();
        private final Set<String> touched = new TreeSet<>();
        private final Map<String, List<Piece>> rulesBefore = new TreeMap<>();
        private final Map<String, List<Piece>> rulesAfter = new TreeMap<>();

        Comparison(RuleBundle baseline, RuleBundle candidate) {
            this.baseline = baseline;
            this.candidate = candidate;
        }

        BundleDifference run() {
            Set<String> paths = new TreeSet<>(baseline.files().keySet());
            paths.addAll(candidate.files().keySet());
            for (String path : paths) {
                byte[] before = baseline.files().get(path);
                byte[] after = candidate.files().get(path);
                boolean read = path.endsWith(".drl") || path.endsWith(".table.csv") || path.endsWith(".yml");
                if (read && !Arrays.equals(before, after)) {
                    compare(path, before, after);
                }
            }
            if (!rulesBefore.isEmpty() || !rulesAfter.isEmpty()) {
                parts.add(RuleFiles.of(rulesBefore, rulesAfter, edits));
            }
            return new BundleDifference(baseline, edits.edits(), parts, touched);
        }

        private void compare(String path, byte @Nullable [] before, byte @Nullable [] after) {
            touched.add(path);
            String from = text(path, before);
            String to = text(path, after);
            if (path.endsWith(".drl") && rules(path, before == null ? "" : from, after == null ? "" : to)) {
                return;
            }
            FilePart part = null;
            if (from != null && to != null) {
                part = path.endsWith(".yml")
                        ? catalogue(path, from, to)
                        : path.endsWith(".csv") ? table(path, from, to) : null;
            }
            parts.add(part != null ? part : WholeFile.of(path, before, after, edits));
        }

        private boolean rules(String path, @Nullable String from, @Nullable String to) {
            if (from == null || to == null) {
                return false;
            }
            Optional<List<Piece>> before = RulePieces.of(path, from);
            Optional<List<Piece>> after = RulePieces.of(path, to);
            if (before.isEmpty() || after.isEmpty()) {
                return false;
            }
            rulesBefore.put(path, before.get());
            rulesAfter.put(path, after.get());
            return true;
        }

        private @Nullable FilePart table(String path, String from, String to) {
            Optional<TableCells> before = TableCells.read(path, from);
            Optional<TableCells> after = TableCells.read(path, to);
            return before.isEmpty() || after.isEmpty()
                    ? null
                    : TableFile.of(path, before.get(), after.get(), edits).orElse(null);
        }

        private @Nullable FilePart catalogue(String path, String from, String to) {
            Optional<Yaml> before = YamlReader.read(path, from, new Report());
            Optional<Yaml> after = YamlReader.read(path, to, new Report());
            return before.isEmpty() || after.isEmpty()
                    ? null
                    : CatalogueFile.of(path, before.get(), after.get(), edits);
        }

        private static @Nullable String text(String path, byte @Nullable [] bytes) {
            return bytes == null
                    ? null
                    : Encodings.read(path, bytes, new Report()).orElse(null);
        }
    }
}
