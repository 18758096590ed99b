package io.shirube.io.map;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The functions of expressions. An argument that is not known makes the result unknown, but where a function says else. */
enum Function {
    /** Of a condition, the one or the other; nothing when the condition is unknown. */
    IF("if", List.of(Type.BOOLEAN, Type.NOTHING, Type.NOTHING), false, Type.NOTHING),
    /** The first that is known. */
    COALESCE("coalesce", List.of(Type.NOTHING), true, Type.NOTHING),
    /** The smallest of those known. */
    MIN("min", List.of(Type.NOTHING), true, Type.NOTHING),
    /** The largest of those known. */
    MAX("max", List.of(Type.NOTHING), true, Type.NOTHING),
    /** The whole number not above it. */
    FLOOR("floor", List.of(Type.NUMBER), false, Type.NUMBER),
    ROUND("round", List.of(Type.NUMBER, Type.NUMBER), false, Type.NUMBER),
    /** Days from the first to the second. */
    DAYS("days", List.of(Type.DATE, Type.DATE), false, Type.NUMBER),
    /** Whole months from the first to the second. */
    MONTHS("months", List.of(Type.DATE, Type.DATE), false, Type.NUMBER),
    ADD_DAYS("addDays", List.of(Type.DATE, Type.NUMBER), false, Type.DATE),
    ADD_MONTHS("addMonths", List.of(Type.DATE, Type.NUMBER), false, Type.DATE),
    MONTH_START("monthStart", List.of(Type.DATE), false, Type.DATE),
    MONTH_END("monthEnd", List.of(Type.DATE), false, Type.DATE),
    /** The texts behind each other. */
    CONCAT("concat", List.of(Type.NOTHING), true, Type.TEXT),
    CONTAINS("contains", List.of(Type.TEXT, Type.TEXT), false, Type.BOOLEAN),
    /** Whether the first is one of the others. */
    IN("in", List.of(Type.NOTHING), true, Type.BOOLEAN);

    private static final int MOST_SHIFT = 100_000;

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // because List.of is immutable
    private final List<Type> parameters;

    private final boolean any;
    private final Type result;

    Function(String word, List<Type> parameters, boolean any, Type result) {
        this.word = word;
        this.parameters = parameters;
        this.any = any;
        this.result = result;
    }

    String word() {
        return word;
    }

    List<Type> parameters() {
        return parameters;
    }

    /** Returns whether it takes any number of arguments of one type. */
    boolean isOfAny() {
        return any;
    }

    /** Returns the type of its result; {@link Type#NOTHING} for that of its last argument. */
    Type result() {
        return result;
    }

    static Optional<Function> named(String word) {
        for (Function function : values()) {
            if (function.word.equals(word)) {
                return Optional.of(function);
            }
        }
        return Optional.empty();
    }

    @Nullable
    Object apply(List<@Nullable Object> arguments) {
        Object first = arguments.get(0);
        return switch (this) {
            case IF -> first instanceof Boolean holds ? arguments.get(holds ? 1 : 2) : null;
            case COALESCE ->
                arguments.stream().filter(Objects::nonNull).findFirst().orElse(null);
            case MIN ->
                arguments.stream().filter(Objects::nonNull).min(Expr::compare).orElse(null);
            case MAX ->
                arguments.stream().filter(Objects::nonNull).max(Expr::compare).orElse(null);
            case IN, CONCAT, CONTAINS, FLOOR, ROUND, DAYS, MONTHS, ADD_DAYS, ADD_MONTHS, MONTH_START, MONTH_END ->
                arguments.contains(null) ? null : known(Objects.requireNonNull(first), arguments);
        };
    }

    private @Nullable Object known(Object first, List<@Nullable Object> all) {
        return switch (this) {
            case IN ->
                all.subList(1, all.size()).stream().anyMatch(each -> each != null && Expr.compare(first, each) == 0);
            case CONCAT -> all.stream().map(Function::shown).collect(Collectors.joining());
            case CONTAINS -> first.toString().contains(String.valueOf(all.get(1)));
            case FLOOR -> ((BigDecimal) first).setScale(0, RoundingMode.FLOOR);
            case ROUND ->
                ((BigDecimal) first).setScale(Math.max(-20, Math.min(20, whole(all.get(1)))), RoundingMode.HALF_UP);
            case DAYS -> BigDecimal.valueOf(ChronoUnit.DAYS.between((LocalDate) first, day(all.get(1))));
            case MONTHS -> BigDecimal.valueOf(ChronoUnit.MONTHS.between((LocalDate) first, day(all.get(1))));
            case ADD_DAYS -> ((LocalDate) first).plusDays(whole(all.get(1)));
            case ADD_MONTHS -> ((LocalDate) first).plusMonths(whole(all.get(1)));
            case MONTH_START -> ((LocalDate) first).withDayOfMonth(1);
            default -> YearMonth.from((LocalDate) first).atEndOfMonth();
        };
    }

    private static LocalDate day(@Nullable Object value) {
        return (LocalDate) Objects.requireNonNull(value);
    }

    private static int whole(@Nullable Object value) {
        BigDecimal number = (BigDecimal) Objects.requireNonNull(value);
        return number.max(BigDecimal.valueOf(-MOST_SHIFT))
                .min(BigDecimal.valueOf(MOST_SHIFT))
                .intValue();
    }

    private static String shown(@Nullable Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros().toPlainString() : String.valueOf(value);
    }
}
