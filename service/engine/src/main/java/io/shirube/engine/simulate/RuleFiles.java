package io.shirube.engine.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.authoring.drl.RulePieces.Piece;
import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rule files that differ, taken apart rule by rule. Rules are known by their names, which differ across the files of a
 * folder, so that a rule that moves to another file is one edit, or none when it stays in its phase.
 */
final class RuleFiles implements FilePart {

    private static final int NO_EDIT = -1;

    private final List<Chosen> rules;

    private RuleFiles(List<Chosen> rules) {
        this.rules = List.copyOf(rules);
    }

    /** A rule with the path of its file. */
    private record Placed(String path, Piece piece) {
        String folder() {
            return path.substring(0, path.indexOf('/') + 1);
        }
    }

    /** A rule in one version or the other, by an edit. */
    private record Chosen(@Nullable Placed before, @Nullable Placed after, int edit) {}

    /** Compares the rules of files, given by path, and takes the edits into the list. */
    static RuleFiles of(Map<String, List<Piece>> before, Map<String, List<Piece>> after, EditList edits) {
        Map<String, Placed> from = byName(before);
        Map<String, Placed> to = byName(after);
        List<Chosen> rules = new ArrayList<>();
        from.forEach((name, placed) -> rules.add(chosen(name, placed, to.get(name), edits)));
        to.forEach((name, placed) -> {
            if (!from.containsKey(name)) {
                rules.add(chosen(name, null, placed, edits));
            }
        });
        return new RuleFiles(rules);
    }

    private static Map<String, Placed> byName(Map<String, List<Piece>> files) {
        Map<String, Placed> rules = new LinkedHashMap<>();
        new TreeMap<>(files)
                .forEach((path, pieces) ->
                        pieces.forEach(piece -> rules.putIfAbsent(piece.name(), new Placed(path, piece))));
        return rules;
    }

    private static Chosen chosen(String name, @Nullable Placed before, @Nullable Placed after, EditList edits) {
        if (before == null || after == null) {
            Edit.Kind kind = before == null ? Edit.Kind.RULE_ADDED : Edit.Kind.RULE_REMOVED;
            Text text = before == null
                    ? new Text("ルール「" + name + "」を追加", "rule \"" + name + "\" added")
                    : new Text("ルール「" + name + "」を削除", "rule \"" + name + "\" removed");
            int edit = edits.add(
                    kind,
                    before == null ? null : before.piece().at(),
                    after == null ? null : after.piece().at(),
                    text,
                    false);
            return new Chosen(before, after, edit);
        }
        boolean moved = !before.folder().equals(after.folder());
        boolean same = before.piece().words().equals(after.piece().words());
        if (same && !moved) {
            return new Chosen(before, before, NO_EDIT);
        }
        boolean forPeople =
                !moved && before.piece().meaning().equals(after.piece().meaning());
        Text text = new RuleChange(before.piece(), after.piece()).text();
        int edit = edits.add(
                Edit.Kind.RULE_CHANGED, before.piece().at(), after.piece().at(), text, forPeople);
        return new Chosen(before, after, edit);
    }

    @Override
    public void compose(IntPredicate applied, Map<String, byte[]> files) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        for (Chosen rule : rules) {
            Placed placed = rule.edit() != NO_EDIT && applied.test(rule.edit()) ? rule.after() : rule.before();
            if (placed != null) {
                texts.computeIfAbsent(placed.path(), path -> new StringBuilder())
                        .append(placed.piece().text())
                        .append("\n\n");
            }
        }
        texts.forEach((path, text) -> files.put(path, text.toString().getBytes(UTF_8)));
    }
}
