package io.shirube.engine.simulate;

import io.shirube.engine.authoring.drl.RulePieces.Piece;
import io.shirube.engine.model.Text;
import java.util.List;

/** Says what changed in a rule: its words where they begin and end to differ, with some around them. */
record RuleChange(Piece before, Piece after) {

    private static final int WORDS_AROUND = 3;
    private static final int LONGEST = 80;

    Text text() {
        List<String> from = before.words();
        List<String> to = after.words();
        int start = 0;
        int shorter = Math.min(from.size(), to.size());
        while (start < shorter && from.get(start).equals(to.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && from.get(from.size() - 1 - end).equals(to.get(to.size() - 1 - end))) {
            end++;
        }
        int first = Math.max(0, start - WORDS_AROUND);
        String was = shown(from.subList(first, from.size() - end));
        String is = shown(to.subList(first, to.size() - end));
        String name = after.name();
        return start == shorter && from.size() == to.size()
                ? new Text("ルール「" + name + "」を別のフォルダーへ移動", "rule \"" + name + "\" moved to another folder")
                : new Text(
                        "ルール「" + name + "」を変更: " + was + " → " + is,
                        "rule \"" + name + "\" changed: " + was + " → " + is);
    }

    private static String shown(List<String> words) {
        String text = String.join(" ", words);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}
