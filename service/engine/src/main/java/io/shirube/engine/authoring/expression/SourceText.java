package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Origin;
import java.util.Arrays;
import java.util.function.IntFunction;

/** A text together with the place each of its characters has in a file. Immutable. */
public final class SourceText {

    private final String text;
    private final IntFunction<Position> places;

    private SourceText(String text, IntFunction<Position> places) {
        this.text = text;
        this.places = places;
    }

    /** Returns the text of a whole file; a byte order mark at its start counts for nothing. */
    public static SourceText ofFile(String file, String text) {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return at(Position.inText(file, 1, 1), plain);
    }

    /** Returns a text whose first character stands at {@code at}; every character of a cell has the cell's place. */
    public static SourceText at(Position at, String text) {
        if (at.cell() != null) {
            return new SourceText(text, offset -> at);
        }
        int[] lines = lineStarts(text);
        return new SourceText(text, offset -> {
            int found = Arrays.binarySearch(lines, offset);
            int line = found >= 0 ? found : -found - 2;
            int column = offset - lines[line] + (line == 0 ? at.column() : 1);
            return Position.inText(at.file(), at.line() + line, column);
        });
    }

    /** Returns a text whose character {@code i} stands where this one's character {@code offsets[i]} does. */
    SourceText part(String part, int[] offsets) {
        return new SourceText(part, offset -> position(offsets[Math.min(offset, offsets.length - 1)]));
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                starts = count == starts.length ? Arrays.copyOf(starts, count * 2) : starts;
                starts[count++] = i + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }

    public String text() {
        return text;
    }

    /** Returns where the character at an offset stands; the end of the text has a place too. */
    public Position position(int offset) {
        return places.apply(offset);
    }

    /** Returns what the author wrote from {@code start} up to but without {@code end}. */
    public Origin origin(int start, int end) {
        return new Origin(position(start), text.substring(start, Math.max(start, end)));
    }
}
