package io.shirube.engine.authoring.words;

import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import java.util.Collection;
import java.util.List;

/** What to try where a word is not known. */
public final class Hint {

    private static final int MOST_LISTED = 12;

    private Hint() {}

    /** Returns a question naming the nearest candidate, or else a list of what can stand here. */
    public static Text of(String word, Collection<String> candidates) {
        return NearestName.of(word, candidates).map(Hint::didYouMean).orElseGet(() -> listed(candidates));
    }

    /** Returns the question whether a known name was meant. */
    public static Text didYouMean(String name) {
        return new Text("「" + name + "」のことですか。", "Did you mean \"" + name + "\"?");
    }

    /** Returns a sentence listing what can stand here. */
    public static Text listed(Collection<String> candidates) {
        if (candidates.isEmpty()) {
            return new Text("ここに書けるものはありません。", "Nothing can stand here.");
        }
        List<String> shown = candidates.stream().limit(MOST_LISTED).toList();
        boolean more = candidates.size() > shown.size();
        return new Text(
                "書けるもの: " + String.join("、", shown) + (more ? " など。" : "。"),
                "Use one of: " + String.join(", ", shown) + (more ? ", …" : "."));
    }
}
