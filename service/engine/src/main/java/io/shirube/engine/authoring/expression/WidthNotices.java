package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Position;
import org.jspecify.annotations.Nullable;

/** Says once a line which full-width characters were read as plain ones; of full-width spaces once a source. */
final class WidthNotices {

    private static final char WIDE_SPACE = '\u3000';

    private final SourceText source;
    private final FindingSink findings;
    private final StringBuilder written = new StringBuilder();
    private final StringBuilder read = new StringBuilder();
    private @Nullable Position first;
    private boolean spaceNoticed;

    WidthNotices(SourceText source, FindingSink findings) {
        this.source = source;
        this.findings = findings;
    }

    /** Returns the plain form of a character, which is itself when it is plain. */
    static char folded(char c) {
        if (c == WIDE_SPACE) {
            return ' ';
        }
        return c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c;
    }

    void add(int offset, char writtenAs, char readAs) {
        if (writtenAs == WIDE_SPACE) {
            if (spaceNoticed) {
                return;
            }
            spaceNoticed = true;
        }
        Position place = source.position(offset);
        if (first != null && first.line() != place.line()) {
            flush();
        }
        first = first == null ? place : first;
        written.append(writtenAs);
        read.append(readAs);
    }

    /** Reports what was gathered and not yet reported. */
    void flush() {
        if (first != null) {
            findings.add(SyntaxMessage.FULL_WIDTH.at(first, written, read));
        }
        first = null;
        written.setLength(0);
        read.setLength(0);
    }
}
