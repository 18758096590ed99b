package io.shirube.engine.evaluate;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Constraint.Comparison;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small vocabulary and short words for making models and facts in tests. */
final class Book {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    static final Origin HERE = new Origin(Position.inText("5-actions/test.drl", 1, 1), "test");
    static final List<String> TEXTS = List.of("SSO", "login", "billing");
    static final EnumType COLOUR = new EnumType("Colour", List.of("RED", "YELLOW", "GREEN"), Map.of(), Map.of());

    static final Field X = field(FactType.SIGNALS, "x", 0, ValueType.NUMBER);
    static final Field Y = field(FactType.SIGNALS, "y", 1, ValueType.NUMBER);
    static final Field DAY = field(FactType.SIGNALS, "day", 2, ValueType.DATE);
    static final Field FLAG = field(FactType.SIGNALS, "flag", 3, ValueType.BOOLEAN);
    static final Field COLOR = field(FactType.SIGNALS, "colour", 4, ValueType.ENUM);
    static final Field NAME = field(FactType.SIGNALS, "name", 5, ValueType.TEXT);
    static final Field PRODUCTS = field(FactType.SIGNALS, "products", 6, ValueType.TEXT_SET);
    static final Field SEVERITY = field(FactType.TICKET, "severity", 0, ValueType.NUMBER);
    static final Field COST = field(FactType.TICKET, "cost", 1, ValueType.NUMBER);
    static final Field CAUSE = field(FactType.TICKET, "cause", 2, ValueType.TEXT);
    static final Field RATING = field(FactType.CONTACT, "rating", 0, ValueType.NUMBER);

    /** Stands for an absent value where numbers are listed. */
    static final Double ABSENT = Double.NEGATIVE_INFINITY;

    private Book() {}

    private static Field field(FactType owner, String name, int slot, ValueType type) {
        return new Field(
                owner,
                name,
                slot,
                type,
                type == ValueType.ENUM ? COLOUR : null,
                "",
                null,
                null,
                0,
                name,
                name,
                null,
                false,
                Merge.SINGLE);
    }

    static Vocabulary vocabulary(SignalType... signals) {
        List<Field> fields = List.of(X, Y, DAY, FLAG, COLOR, NAME, PRODUCTS, SEVERITY, COST, CAUSE, RATING);
        return new Vocabulary(fields, List.of(signals), List.of(COLOUR));
    }

    static RuleModel model(RuleUnit... units) {
        List<Double> coverage = List.of(0.6, 0.5, 0.5);
        Policies policies = new Policies(
                "JPY",
                1,
                Set.of(),
                Map.of(),
                Map.of(),
                List.of(1, 1, 1),
                coverage,
                70,
                40,
                List.of(List.of(), List.of(), List.of()),
                30,
                0,
                2,
                60,
                90,
                Set.of(),
                TODAY,
                List.of());
        return new RuleModel("sha256:test", vocabulary(), List.of(units), List.of(), policies, TEXTS);
    }

    static Rule rule(Condition condition) {
        return rule(0, condition, null, null, List.of());
    }

    static Rule rule(
            int number,
            Condition condition,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<Consequence> consequences) {
        int variables = (int) ModelWalk.matches(condition).stream()
                .map(Condition.Match::variable)
                .distinct()
                .count();
        return new Rule(
                number,
                "rule " + number,
                Phase.ACTIONS,
                HERE.at(),
                from,
                until,
                condition,
                variables,
                9,
                consequences,
                null,
                null,
                Map.of());
    }

    static Table table(Table.Hit hit, List<Field> fields, Table.Cell[]... rows) {
        List<Table.Column> columns =
                fields.stream().map(field -> new Table.Column(field, HERE.at())).toList();
        List<Table.Row> list = IntStream.range(0, rows.length)
                .mapToObj(i -> new Table.Row(i, List.of(rows[i]), List.of(), null, null, HERE.at()))
                .toList();
        return new Table(0, "table", Phase.ACTIONS, HERE.at(), null, null, hit, columns, list, Map.of());
    }

    static Table.Cell cell(Table.Part... parts) {
        return new Table.Cell(List.of(parts), false, HERE);
    }

    static Table.Cell notCell(Table.Part... parts) {
        return new Table.Cell(List.of(parts), true, HERE);
    }

    /** A range with both bounds in it. */
    static Table.Range range(double low, double high) {
        return new Table.Range(low, true, high, true);
    }

    static Term.OfField term(Field field) {
        return new Term.OfField(Term.ACCOUNT, field, HERE);
    }

    static Term.OfField term(int variable, Field field) {
        return new Term.OfField(variable, field, HERE);
    }

    static Term.Literal number(double value) {
        return new Term.Literal(value, ValueType.NUMBER, HERE);
    }

    static Term arithmetic(Term left, Term.Operator operator, Term right) {
        return new Term.Arithmetic(operator, left, right, HERE);
    }

    static Constraint compare(Term left, Comparison comparison, Term right) {
        return new Constraint.Compare(comparison, left, right, HERE);
    }

    static Constraint compare(Field field, Comparison comparison, double constant) {
        return compare(term(field), comparison, number(constant));
    }

    static Constraint all(Constraint... parts) {
        return new Constraint.AllOf(List.of(parts), HERE);
    }

    static Constraint any(Constraint... parts) {
        return new Constraint.AnyOf(List.of(parts), HERE);
    }

    static Constraint not(Constraint constraint) {
        return new Constraint.Not(constraint, HERE);
    }

    static Constraint isNull(Term.OfField term) {
        return new Constraint.IsNull(term, HERE);
    }

    static Condition on(Constraint constraint) {
        return new Condition.OnAccount(constraint, HERE);
    }

    static Condition.Match ticket(int variable, Constraint... constraints) {
        return new Condition.Match(variable, FactType.TICKET, all(constraints), HERE);
    }

    static Condition.Match contact(int variable, Constraint... constraints) {
        return new Condition.Match(variable, FactType.CONTACT, all(constraints), HERE);
    }

    static Condition both(Condition... parts) {
        return new Condition.Both(List.of(parts), HERE);
    }

    static Condition either(Condition... branches) {
        return new Condition.Either(List.of(branches), HERE);
    }

    static Condition exists(Condition inner) {
        return new Condition.Exists(inner, HERE);
    }

    static Condition notExists(Condition inner) {
        return new Condition.NotExists(inner, HERE);
    }

    /** An accumulate with one result, numbered 0. */
    static Condition accumulate(
            Condition.Match source, Condition.Kind kind, @Nullable Term of, Comparison comparison, double constant) {
        return new Condition.Accumulate(
                source,
                List.of(new Condition.Function(0, kind, of, HERE)),
                List.of(compare(new Term.OfResult(0, HERE), comparison, number(constant))),
                HERE);
    }

    /** Facts that tell of no collection; every slot is unknown. */
    static Facts facts() {
        return facts(Map.of());
    }

    static Facts facts(Map<FactType, List<Slots>> items) {
        return new Facts("A-1", TODAY, new Slots(7), items);
    }

    static Facts tickets(Slots... tickets) {
        return facts(Map.of(FactType.TICKET, List.of(tickets)));
    }

    static Facts ticketsAndContacts(List<Slots> tickets, List<Slots> contacts) {
        Map<FactType, List<Slots>> items = new EnumMap<>(FactType.class);
        items.put(FactType.TICKET, tickets);
        items.put(FactType.CONTACT, contacts);
        return facts(items);
    }

    /** Sets slots of the account; null leaves one unknown. */
    static Facts with(Facts facts, Field field, @Nullable Double value) {
        put(facts.account(), field, value);
        return facts;
    }

    /** A ticket by severity and cost; null is unknown. */
    static Slots aTicket(@Nullable Double severity, @Nullable Double cost) {
        Slots slots = new Slots(3);
        put(slots, SEVERITY, severity);
        put(slots, COST, cost);
        return slots;
    }

    static Slots aContact(@Nullable Double rating) {
        Slots slots = new Slots(1);
        put(slots, RATING, rating);
        return slots;
    }

    static void putText(Slots slots, Field field, String text) {
        int known = TEXTS.indexOf(text);
        slots.setText(field.slot(), known >= 0 ? known : TEXTS.size(), text);
    }

    static void putTexts(Slots slots, Field field, String... texts) {
        int[] numbers = List.of(texts).stream().mapToInt(TEXTS::indexOf).toArray();
        slots.setTexts(field.slot(), numbers, new HashSet<>(List.of(texts)));
    }

    private static void put(Slots slots, Field field, @Nullable Double value) {
        if (value == null) {
            slots.setUnknown(field.slot());
        } else if (value.equals(ABSENT)) {
            slots.setAbsent(field.slot());
        } else {
            slots.set(field.slot(), value);
        }
    }
}
