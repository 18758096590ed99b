package io.shirube.engine.authoring.expression;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;

/** Gives conditions with {@code in}, {@code matches} and {@code contains} their type. Throws {@link Refusal}. */
final class WordTyper {

    /** The longest pattern, in UTF-16 units. */
    static final int LONGEST_PATTERN = 200;

    /** How many copies of a part the repetitions of a pattern may make, nested or not. */
    static final int MOST_REPETITIONS = 1000;

    private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,9})(?:,([0-9]{1,9})?)?}");

    private final NameReading reading;
    private final TermTyper terms;
    private final RangeLint ranges;

    WordTyper(NameReading reading, TermTyper terms, RangeLint ranges) {
        this.reading = reading;
        this.terms = terms;
        this.ranges = ranges;
    }

    Constraint type(Expr.Word word, Origin origin) {
        Constraint plain = switch (word.word()) {
            case "in" -> oneOf(word, origin);
            case "matches" -> matches(word, origin);
            default -> contains(word, origin);
        };
        return word.negated() ? new Constraint.Not(plain, origin) : plain;
    }

    private Constraint oneOf(Expr.Word word, Origin origin) {
        Typed left = terms.type(word.left(), null);
        if (left.isLiteral()) {
            throw reading.refuse(TypeMessage.FIXED_COMPARISON, word.first());
        }
        if (left.type() == ValueType.TEXT_SET) {
            throw reading.refuse(TypeMessage.SET_COMPARED, word.sign());
        }
        List<Double> values = new ArrayList<>();
        for (Expr expr : word.values()) {
            if (expr instanceof Expr.Null) {
                throw reading.refuse(TypeMessage.NULL_IN_VALUE, expr.first());
            }
            Typed value = terms.type(expr, left);
            if (!(value.term() instanceof Term.Literal literal)) {
                throw reading.refuse(SyntaxMessage.LIST_OF_FIXED_VALUES, expr.first());
            }
            if (value.type() != left.type()) {
                throw reading.refuse(TypeMessage.TYPES_DIFFER, expr.first(), TypeNames.of(left), TypeNames.of(value));
            }
            ranges.check(left, value, expr);
            values.add(literal.value());
        }
        return new Constraint.OneOf(left.term(), values, origin);
    }

    private Constraint matches(Expr.Word word, Origin origin) {
        Typed left = terms.type(word.left(), null);
        if (left.type() != ValueType.TEXT || !(left.term() instanceof Term.OfField field)) {
            throw reading.refuse(TypeMessage.MATCHES_NEEDS_TEXT, word.first(), TypeNames.of(left));
        }
        Token pattern = quoted(word);
        if (pattern.text().length() > LONGEST_PATTERN || repetitions(pattern.text()) > MOST_REPETITIONS) {
            throw reading.refuse(TypeMessage.PATTERN_TOO_LONG, pattern, LONGEST_PATTERN);
        }
        try {
            Pattern.compile(pattern.text());
        } catch (PatternSyntaxException broken) {
            throw reading.refuse(TypeMessage.BAD_PATTERN, pattern, pattern.text());
        }
        return new Constraint.Matches(field, pattern.text(), origin);
    }

    /** Multiplies every repetition, as if each stood inside the one before. */
    private static long repetitions(String pattern) {
        Matcher repetition = REPETITION.matcher(pattern);
        long product = 1;
        while (repetition.find() && product <= MOST_REPETITIONS) {
            String most = repetition.group(2) == null ? repetition.group(1) : repetition.group(2);
            product *= Math.max(1, Long.parseLong(most));
        }
        return product;
    }

    private Constraint contains(Expr.Word word, Origin origin) {
        Typed left = terms.type(word.left(), null);
        if (left.type() != ValueType.TEXT_SET || !(left.term() instanceof Term.OfField field)) {
            throw reading.refuse(TypeMessage.CONTAINS_NEEDS_SET, word.first(), TypeNames.of(left));
        }
        int text = reading.names().texts().intern(quoted(word).text());
        return new Constraint.Contains(field, text, origin);
    }

    private Token quoted(Expr.Word word) {
        if (word.values().get(0) instanceof Expr.Txt text) {
            return text.first();
        }
        throw reading.refuse(
                TypeMessage.QUOTED_TEXT_EXPECTED, word.values().get(0).first(), word.word());
    }
}
