package io.shirube.io.simulate.page;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence with places for figures and names: {@code {0}} stands for the first.
 *
 * @param words of our own, in one language
 */
record Sentence(String words) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    /** Hands over words and parts in their order. */
    void with(Object[] parts, Consumer<String> takesWords, Consumer<Object> takesPart) {
        Matcher place = PLACE.matcher(words);
        int from = 0;
        while (place.find()) {
            takesWords.accept(words.substring(from, place.start()));
            takesPart.accept(parts[Integer.parseInt(place.group(1))]);
            from = place.end();
        }
        takesWords.accept(words.substring(from));
    }
}
