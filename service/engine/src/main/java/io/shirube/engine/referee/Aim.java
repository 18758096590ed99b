package io.shirube.engine.referee;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Changes an account so that a unit is likely to fire. A search heuristic: it never judges whether the unit does fire.
 */
final class Aim {

    private final RuleModel model;
    private final ValueGrid grid;
    private final SplittableRandom random;
    private final List<Integer> touched = new ArrayList<>();

    Aim(RuleModel model, ValueGrid grid, SplittableRandom random) {
        this.model = model;
        this.grid = grid;
        this.random = random;
    }

    /** Returns the account slots that the last aim set. */
    List<Integer> touched() {
        return touched;
    }

    Facts at(RuleUnit unit, Facts start) {
        Map<FactType, List<Slots>> items = new EnumMap<>(FactType.class);
        for (FactType type : FactType.values()) {
            if (start.told(type)) {
                items.put(type, new ArrayList<>(start.items(type)));
            }
        }
        Slots account = start.account();
        if (unit instanceof Table table && !table.rows().isEmpty()) {
            aim(table, account);
        } else if (unit instanceof Rule rule) {
            aim(rule.condition(), account, items);
        }
        return new Facts(start.accountId(), start.asOf(), account, items);
    }

    private void aim(Table table, Slots account) {
        Table.Row row = table.rows().get(random.nextInt(table.rows().size()));
        for (int i = 0; i < row.cells().size(); i++) {
            Table.Cell cell = row.cells().get(i);
            if (!cell.isAny()) {
                Field field = table.columns().get(i).field();
                Table.Part part = cell.parts().get(random.nextInt(cell.parts().size()));
                aim(part, field, account);
            }
        }
    }

    private void aim(Table.Part part, Field field, Slots slots) {
        touched.add(field.slot());
        if (part instanceof Table.Range range) {
            pick(slots, field, range.low(), range.high());
        } else if (part instanceof Table.Value value) {
            set(slots, field, value.value());
        } else if (part instanceof Table.IsNull) {
            slots.setUnknown(field.slot());
        }
    }

    private void aim(Condition condition, Slots account, Map<FactType, List<Slots>> items) {
        if (condition instanceof Condition.OnAccount on) {
            aim(on.constraint(), true, account, account);
        } else if (condition instanceof Condition.Match match) {
            addItem(match, account, items);
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(part -> aim(part, account, items));
        } else if (condition instanceof Condition.Either either) {
            aim(either.branches().get(random.nextInt(either.branches().size())), account, items);
        } else if (condition instanceof Condition.Exists exists) {
            aim(exists.inner(), account, items);
        } else if (condition instanceof Condition.Accumulate accumulate) {
            int count = random.nextInt(4);
            for (int i = 0; i < count; i++) {
                addItem(accumulate.source(), account, items);
            }
        }
    }

    private void addItem(Condition.Match match, Slots account, Map<FactType, List<Slots>> items) {
        List<Slots> list = items.computeIfAbsent(match.type(), type -> new ArrayList<>());
        boolean fresh = list.isEmpty() || (list.size() < 6 && random.nextBoolean());
        int index = fresh ? list.size() : random.nextInt(list.size());
        Slots item = fresh ? new Slots(model.vocabulary().slots(match.type())) : new Slots(list.get(index));
        aim(match.constraint(), true, item, account);
        if (fresh) {
            list.add(item);
        } else {
            list.set(index, item);
        }
    }

    private void aim(Constraint constraint, boolean wanted, Slots own, Slots account) {
        if (constraint instanceof Constraint.AllOf all) {
            all.parts().forEach(part -> aim(part, wanted, own, account));
        } else if (constraint instanceof Constraint.AnyOf any && !any.parts().isEmpty()) {
            aim(any.parts().get(random.nextInt(any.parts().size())), wanted, own, account);
        } else if (constraint instanceof Constraint.Not not) {
            aim(not.negated(), !wanted, own, account);
        } else if (constraint instanceof Constraint.OneOf oneOf
                && oneOf.term() instanceof Term.OfField of
                && !oneOf.values().isEmpty()) {
            set(
                    slotsOf(of, own, account),
                    of.field(),
                    oneOf.values().get(random.nextInt(oneOf.values().size())));
        } else if (constraint instanceof Constraint.IsNull isNull) {
            aimNull(isNull.term(), wanted, slotsOf(isNull.term(), own, account));
        } else if (constraint instanceof Constraint.Compare compare) {
            aimCompare(compare, wanted, own, account);
        }
    }

    private void aimNull(Term.OfField term, boolean wanted, Slots slots) {
        if (wanted) {
            slots.setUnknown(term.field().slot());
        } else if (!slots.isKnown(term.field().slot())) {
            double[] values = grid.around(term.field());
            set(slots, term.field(), values[random.nextInt(values.length)]);
        }
    }

    private void aimCompare(Constraint.Compare compare, boolean wanted, Slots own, Slots account) {
        if (!(compare.left() instanceof Term.OfField left)) {
            return;
        }
        Slots slots = slotsOf(left, own, account);
        double other;
        if (compare.right() instanceof Term.Literal literal) {
            other = literal.value();
        } else if (compare.right() instanceof Term.OfField right
                && slotsOf(right, own, account).isKnown(right.field().slot())) {
            other = slotsOf(right, own, account).number(right.field().slot());
        } else {
            return;
        }
        boolean same = compare.comparison() == Constraint.Comparison.EQ;
        boolean below =
                compare.comparison() == Constraint.Comparison.LT || compare.comparison() == Constraint.Comparison.LE;
        if (same && wanted) {
            set(slots, left.field(), other);
        } else if (below == wanted) {
            pick(slots, left.field(), Double.NEGATIVE_INFINITY, other);
        } else {
            pick(slots, left.field(), other, Double.POSITIVE_INFINITY);
        }
        if (slots == account) {
            touched.add(left.field().slot());
        }
    }

    private static Slots slotsOf(Term.OfField term, Slots own, Slots account) {
        return term.variable() == Term.ACCOUNT ? account : own;
    }

    private void pick(Slots slots, Field field, double low, double high) {
        if (field.type() == ValueType.TEXT || field.type() == ValueType.TEXT_SET) {
            return;
        }
        double[] values = grid.around(field);
        int choice = random.nextInt(values.length);
        for (int i = 0; i < values.length; i++) {
            double value = values[(choice + i) % values.length];
            if (value >= low && value <= high) {
                set(slots, field, value);
                return;
            }
        }
    }

    private void set(Slots slots, Field field, double value) {
        int text = (int) value;
        boolean literal = text >= 0 && text < model.texts().size();
        if (field.type() == ValueType.TEXT_SET) {
            slots.setTexts(
                    field.slot(),
                    literal ? new int[] {text} : new int[0],
                    literal ? Set.of(model.texts().get(text)) : Set.of());
        } else if (field.type() == ValueType.TEXT) {
            slots.setText(
                    field.slot(),
                    literal ? text : -1 - Math.abs(text),
                    literal ? model.texts().get(text) : "foreign-" + Math.abs(text));
        } else if (field.enumType() != null
                && (value < 0 || value >= field.enumType().values().size())) {
            slots.setUnknown(field.slot());
        } else {
            slots.set(field.slot(), value);
        }
    }
}
