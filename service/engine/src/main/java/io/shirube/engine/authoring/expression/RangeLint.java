package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.NumberText;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;

/** Looks whether a number lies where its field's values can lie. */
final class RangeLint {

    /** Above this an unbounded ratio was surely meant as a percentage. */
    private static final double ODD_RATIO = 10;

    private final NameReading reading;
    private final FindingSink findings;

    RangeLint(NameReading reading, FindingSink findings) {
        this.reading = reading;
        this.findings = findings;
    }

    /** Warns about a number its field never reaches; refuses a percentage where a ratio is meant. */
    void check(Typed side, Typed other, Expr at) {
        Field field = side.field();
        if (field == null
                || field.type() != ValueType.NUMBER
                || !(other.term() instanceof Term.Literal literal)
                || literal.type() != ValueType.NUMBER) {
            return;
        }
        double value = literal.value();
        double min = field.min() == null ? Double.NEGATIVE_INFINITY : field.min();
        double max = field.max() == null ? Double.POSITIVE_INFINITY : field.max();
        boolean outside = value < min || value > max;
        boolean ratio = field.unit().equals("ratio");
        if (ratio && Math.abs(value) <= 100 && (outside || Math.abs(value) >= ODD_RATIO) && Math.abs(value) > 1) {
            throw reading.refuse(
                    TypeMessage.RATIO_AS_PERCENT,
                    at.first(),
                    field.name(),
                    NumberText.of(value / 100),
                    NumberText.of(value));
        }
        if (outside) {
            findings.add(TypeMessage.OUT_OF_RANGE.at(
                    reading.tokens().position(at.first()),
                    NumberText.of(value),
                    field.name(),
                    NumberText.of(min),
                    NumberText.of(max)));
        }
    }
}
