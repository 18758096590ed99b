package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Small models and facts for tests: every fact has x, y, z (numbers), t (a text) and s (a set of texts). */
final class Sketch {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Origin ORIGIN = new Origin(Position.inText("5-actions/sketch.drl", 1, 1), "as written");
    static final List<String> NAMES = List.of("x", "y", "z", "t", "s");

    /** Interned texts: the number of {@code abc} is 0, of {@code xyz} 1 … */
    static final List<String> TEXTS = List.of("abc", "xyz", "ab\nc", "障害", "SSO");

    private Sketch() {}

    static Field field(FactType owner, String name) {
        int slot = NAMES.indexOf(name);
        ValueType type = switch (name) {
            case "t" -> ValueType.TEXT;
            case "s" -> ValueType.TEXT_SET;
            default -> ValueType.NUMBER;
        };
        return new Field(owner, name, slot, type, null, "", null, null, 0, name, name, null, false, Merge.SINGLE);
    }

    static Vocabulary vocabulary() {
        List<Field> fields = new ArrayList<>();
        for (FactType type : List.of(FactType.SIGNALS, FactType.TICKET, FactType.CONTACT, FactType.ACTION)) {
            NAMES.forEach(name -> fields.add(field(type, name)));
        }
        return new Vocabulary(fields, List.of(), List.of());
    }

    static RuleModel model(List<? extends RuleUnit> units) {
        return new RuleModel("sha256:0", vocabulary(), List.copyOf(units), List.of(), policies(), TEXTS);
    }

    static RuleModel model(Condition... conditions) {
        List<Rule> rules = new ArrayList<>();
        for (Condition condition : conditions) {
            rules.add(rule(rules.size(), 4, condition));
        }
        return model(rules);
    }

    static Rule rule(int number, int variables, Condition condition) {
        return rule(number, variables, condition, null, null);
    }

    static Rule rule(
            int number, int variables, Condition condition, @Nullable LocalDate from, @Nullable LocalDate until) {
        return new Rule(
                number,
                "rule " + number,
                Phase.ACTIONS,
                ORIGIN.at(),
                from,
                until,
                condition,
                variables,
                4,
                List.of(),
                null,
                null,
                Map.of());
    }

    static Table table(int number, Table.Hit hit, List<String> columns, Table.Cell[]... rows) {
        List<Table.Row> all = new ArrayList<>();
        for (Table.Cell[] row : rows) {
            all.add(new Table.Row(all.size(), List.of(row), List.of(), null, null, ORIGIN.at()));
        }
        return new Table(
                number,
                "table " + number,
                Phase.ACTIONS,
                ORIGIN.at(),
                null,
                null,
                hit,
                columns.stream()
                        .map(name -> new Table.Column(field(FactType.SIGNALS, name), ORIGIN.at()))
                        .toList(),
                all,
                Map.of());
    }

    static Policies policies() {
        return new Policies(
                "JPY", 1, Set.of(), Map.of(), Map.of(), List.of(), List.of(), 70, 40, List.of(), 30, 0, 2, 60, 90,
                Set.of(), DAY, List.of());
    }

    /** Returns a field of the account. */
    static Term.OfField slot(String name) {
        return new Term.OfField(Term.ACCOUNT, field(FactType.SIGNALS, name), ORIGIN);
    }

    /** Returns a field of the ticket bound to a variable. */
    static Term.OfField slot(int variable, String name) {
        return new Term.OfField(variable, field(FactType.TICKET, name), ORIGIN);
    }

    static Term.Literal number(double value) {
        return new Term.Literal(value, ValueType.NUMBER, ORIGIN);
    }

    static Term calculate(Term left, Term.Operator operator, Term right) {
        return new Term.Arithmetic(operator, left, right, ORIGIN);
    }

    static Constraint compare(Term left, Constraint.Comparison comparison, Term right) {
        return new Constraint.Compare(comparison, left, right, ORIGIN);
    }

    static Constraint compare(Term left, Constraint.Comparison comparison, double right) {
        return compare(left, comparison, number(right));
    }

    static Constraint not(Constraint constraint) {
        return new Constraint.Not(constraint, ORIGIN);
    }

    static Constraint allOf(Constraint... parts) {
        return new Constraint.AllOf(List.of(parts), ORIGIN);
    }

    static Constraint anyOf(Constraint... parts) {
        return new Constraint.AnyOf(List.of(parts), ORIGIN);
    }

    static Condition account(Constraint constraint) {
        return new Condition.OnAccount(constraint, ORIGIN);
    }

    static Condition.Match ticket(int variable, Constraint constraint) {
        return new Condition.Match(variable, FactType.TICKET, constraint, ORIGIN);
    }

    static Condition.Match contact(int variable, Constraint constraint) {
        return new Condition.Match(variable, FactType.CONTACT, constraint, ORIGIN);
    }

    static Condition both(Condition... parts) {
        return new Condition.Both(List.of(parts), ORIGIN);
    }

    static Condition either(Condition... branches) {
        return new Condition.Either(List.of(branches), ORIGIN);
    }

    static Condition exists(Condition inner) {
        return new Condition.Exists(inner, ORIGIN);
    }

    static Condition notExists(Condition inner) {
        return new Condition.NotExists(inner, ORIGIN);
    }

    /**
     * Returns slots from text such as {@code x=1 y=? z=- t=abc s=abc,SSO}: {@code ?} or nothing is unknown, {@code -}
     * absent.
     */
    static Slots slots(String text) {
        Slots slots = new Slots(NAMES.size());
        for (String part : text.isBlank() ? new String[0] : text.trim().split(" ")) {
            int slot = NAMES.indexOf(part.substring(0, 1));
            String value = part.substring(2);
            if (value.equals("-")) {
                slots.setAbsent(slot);
            } else if (!value.equals("?")) {
                set(slots, slot, value);
            }
        }
        return slots;
    }

    private static void set(Slots slots, int slot, String value) {
        switch (NAMES.get(slot)) {
            case "t" -> slots.setText(slot, TEXTS.indexOf(value), value);
            case "s" -> {
                List<String> members = value.equals("none") ? List.of() : List.of(value.split(","));
                slots.setTexts(slot, members.stream().mapToInt(TEXTS::indexOf).toArray(), Set.copyOf(members));
            }
            default -> slots.set(slot, Double.parseDouble(value));
        }
    }

    /** Returns facts with these tickets and no other collection told. */
    static Facts facts(String account, String... tickets) {
        return facts(account, List.of(tickets), null);
    }

    /** Returns facts; a null list is an untold collection. */
    static Facts facts(String account, @Nullable List<String> tickets, @Nullable List<String> contacts) {
        Map<FactType, List<Slots>> items = new EnumMap<>(FactType.class);
        if (tickets != null) {
            items.put(FactType.TICKET, tickets.stream().map(Sketch::slots).toList());
        }
        if (contacts != null) {
            items.put(FactType.CONTACT, contacts.stream().map(Sketch::slots).toList());
        }
        return new Facts("A-1", DAY, slots(account), items);
    }
}
