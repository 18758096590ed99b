package io.shirube.engine.internal.drools;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A name of an enum as an author's rule sees it: equal by its text, ordered as the enum of the field declares. */
public final class AuthorName implements Comparable<AuthorName> {

    private final String text;
    private final @Nullable List<String> order;

    private AuthorName(String text, @Nullable List<String> order) {
        this.text = text;
        this.order = order;
    }

    static AuthorName of(String text, List<String> order) {
        return new AuthorName(text, order);
    }

    /** Returns a name as it stands bare in a rule. */
    public static AuthorName constant(String text) {
        return new AuthorName(text, null);
    }

    @Override
    public int compareTo(AuthorName other) {
        List<String> names = order != null ? order : other.order;
        if (names == null) {
            throw new IllegalStateException("two constants are compared");
        }
        return Integer.compare(names.indexOf(text), names.indexOf(other.text));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AuthorName that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
