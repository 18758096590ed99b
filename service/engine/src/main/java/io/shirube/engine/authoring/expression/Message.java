package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import java.util.Locale;

/** Something a front end can say; its constants form a catalogue. */
public interface Message {

    /** The longest detail that is shown whole, in UTF-16 units. */
    int LONGEST_DETAIL = 240;

    /** Returns its words. */
    Wording wording();

    /** Returns the constant's name. */
    String name();

    /** Returns the stable code, such as {@code unknown-field}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the finding at a place.
     *
     * @param details one for each numbered place; a {@link Text} is put in by language
     */
    default Finding at(Position at, Object... details) {
        Text what = wording().what();
        Text tryThis = wording().tryThis();
        return new Finding(
                wording().severity(),
                code(),
                at,
                fill(what.ja(), "ja", details),
                fill(tryThis.ja(), "ja", details),
                fill(what.en(), "en", details),
                fill(tryThis.en(), "en", details));
    }

    private static String fill(String template, String language, Object[] details) {
        StringBuilder filled = new StringBuilder();
        for (int i = 0; i < template.length(); i++) {
            boolean place = i + 2 < template.length() && template.charAt(i) == '{' && template.charAt(i + 2) == '}';
            int detail = place ? template.charAt(i + 1) - '0' : -1;
            if (detail >= 0 && detail < details.length) {
                filled.append(shown(details[detail], language));
                i += 2;
            } else {
                filled.append(template.charAt(i));
            }
        }
        return filled.toString();
    }

    private static String shown(Object detail, String language) {
        if (detail instanceof Text text) {
            return text.in(language);
        }
        StringBuilder shown = new StringBuilder();
        String.valueOf(detail)
                .codePoints()
                .limit(LONGEST_DETAIL)
                .map(c -> Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF) ? 0xFFFD : c)
                .forEach(shown::appendCodePoint);
        return shown.length() < String.valueOf(detail).length() ? shown + "…" : shown.toString();
    }
}
