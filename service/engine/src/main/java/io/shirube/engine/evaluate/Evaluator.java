package io.shirube.engine.evaluate;

import io.shirube.engine.model.Facts;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Runs a rule model by what its words say, and explains what it found. Bound once to the model's slots; immutable, safe for
 * use by many threads.
 *
 * <p>{@link #fire} records nothing but firings; the other methods evaluate anew and cost accordingly.
 */
public final class Evaluator implements RuleExecutor {

    private static final int[] NO_TUPLE = {};

    private final List<UnitNode> units = new ArrayList<>();
    private final Map<Phase, List<UnitNode>> byPhase = new EnumMap<>(Phase.class);
    private final Map<Phase, PhaseReads> reads = new EnumMap<>(Phase.class);
    private final int variables;
    private final IdentityHashMap<Term, TermNode> terms = new IdentityHashMap<>();
    private final Thresholds thresholds;
    private final List<Constraint.Compare> comparisonsOfFields;

    /** @throws IllegalArgumentException when the model does not number its units from 0 */
    public Evaluator(RuleModel model) {
        for (RuleUnit unit : model.units()) {
            if (unit.number() != units.size()) {
                throw new IllegalArgumentException("units: number " + units.size() + " expected, was " + unit.number());
            }
            UnitNode node = unit instanceof Rule rule ? new RuleNode(rule) : new TableNode((Table) unit);
            units.add(node);
            byPhase.computeIfAbsent(unit.phase(), phase -> new ArrayList<>()).add(node);
            ModelWalk.concludedTerms(unit, this::prepare);
            ModelWalk.quotedTerms(unit, this::prepare);
        }
        for (ActionType action : model.actions()) {
            Term value = action.value();
            if (value != null) {
                prepare(value);
            }
        }
        for (Phase phase : Phase.values()) {
            reads.put(phase, new PhaseReads(model.units(phase), this::reads));
        }
        this.variables = units.stream().mapToInt(UnitNode::variables).max().orElse(0);
        this.thresholds = new Thresholds(model);
        this.comparisonsOfFields = ModelWalk.comparisonsOfFields(model);
    }

    private void prepare(Term term) {
        if (!(term instanceof Term.OfResult)) {
            terms.put(term, TermNode.of(term));
        }
    }

    @Override
    public List<Firing> fire(Phase phase, Facts facts) {
        Frame frame = new Frame(facts, variables);
        long day = facts.asOf().toEpochDay();
        for (UnitNode unit : byPhase.getOrDefault(phase, List.of())) {
            if (unit.mayFireOn(day)) {
                unit.fire(frame);
            }
        }
        return frame.firings();
    }

    /** Returns what one unit alone fires. */
    public List<Firing> fire(RuleUnit unit, Facts facts) {
        UnitNode node = units.get(unit.number());
        Frame frame = new Frame(facts, node.variables());
        if (node.mayFireOn(facts.asOf().toEpochDay())) {
            node.fire(frame);
        }
        return frame.firings();
    }

    /**
     * Returns an executor that fires the same for variants of one account in a fraction of the time: units that read nothing
     * else than they did are not evaluated again.
     *
     * @param base the account's facts with the conclusions of all phases; not to be changed while the executor is used. It
     *     takes {@linkplain Facts#copy copies} of them, and is used by one thread
     */
    public RuleExecutor near(Facts base) {
        return new Nearby(this, base);
    }

    PhaseReads reads(Phase phase) {
        return Objects.requireNonNull(reads.get(phase), "phase");
    }

    /** Returns whether a unit may fire on a day at all. */
    public boolean mayFireOn(RuleUnit unit, LocalDate asOf) {
        return units.get(unit.number()).mayFireOn(asOf.toEpochDay());
    }

    /** Returns what a rule's whole left side comes to, whatever the dates from and until which it may fire. */
    public Verdict verdict(Rule rule, Facts facts) {
        RuleNode node = node(rule);
        return node.verdict(new Frame(facts, node.variables()));
    }

    /** Returns what every node of a rule's left side comes to, for the items that get furthest. */
    public ConditionVerdict verdicts(Rule rule, Facts facts) {
        return verdicts(rule, facts, NO_TUPLE);
    }

    /**
     * Returns what every node of a rule's left side comes to, for the items of a firing.
     *
     * @param tuple the firing's; a variable it does not bind is free
     */
    public ConditionVerdict verdicts(Rule rule, Facts facts, int[] tuple) {
        RuleNode node = node(rule);
        return node.explain(new Frame(facts, node.variables(), tuple));
    }

    /** Returns which rows of a table fire and which are unknown. */
    public TableVerdict verdicts(Table table, Facts facts) {
        return node(table).explain(facts.account());
    }

    /**
     * Returns what every cell of a row comes to.
     *
     * @param row number of the row from 0
     */
    public TableVerdict.RowVerdict verdicts(Table table, int row, Facts facts) {
        return node(table).explain(table.rows().get(row), facts.account());
    }

    /** Returns of how many cells of each row it is not true that the account's value satisfies them. */
    public int[] failingCells(Table table, Facts facts) {
        return node(table).failingCells(facts.account());
    }

    /** Returns what a field of the account holds. */
    public Value value(Field field, Facts facts) {
        return TermNode.valueOf(facts.account(), field.slot(), field.type());
    }

    /** Returns what a term over the account's own fields is worth. */
    public Value value(Term term, Facts facts) {
        return node(term).value(new Frame(facts, 0));
    }

    /**
     * Returns what a term of a unit is worth for a firing: what it concludes, what its reason quotes, what it compares.
     *
     * @param tuple the firing's; fields of an item it does not bind are unknown
     */
    public Value value(Term term, Facts facts, int[] tuple, RuleUnit unit) {
        if (!(unit instanceof Rule rule)) {
            return value(term, facts);
        }
        RuleNode node = node(rule);
        Frame frame = new Frame(facts, node.variables());
        node.bind(frame, tuple);
        return term instanceof Term.OfResult result
                ? node.value(result, frame)
                : node(term).value(frame);
    }

    /**
     * Returns the fields, of the account and of items, on which a unit's firing and its conclusions rest, in the author's
     * order. Fields that only its reason quotes, and columns that are blank in every row, are not among them.
     */
    public Set<Field> reads(RuleUnit unit) {
        Set<Field> fields = new LinkedHashSet<>();
        if (unit instanceof Rule rule) {
            ModelWalk.terms(rule.condition(), term -> add(term, fields));
        } else {
            Table table = (Table) unit;
            for (int i = 0; i < table.columns().size(); i++) {
                int place = i;
                if (!table.rows().stream()
                        .allMatch(row -> row.cells().get(place).isAny())) {
                    fields.add(table.columns().get(i).field());
                }
            }
        }
        ModelWalk.concludedTerms(unit, term -> add(term, fields));
        return Collections.unmodifiableSet(fields);
    }

    /** Returns the fields from which a unit takes what it concludes; among those it {@link #reads}. */
    public Set<Field> concludesFrom(RuleUnit unit) {
        Set<Field> fields = new LinkedHashSet<>();
        ModelWalk.concludedTerms(unit, term -> add(term, fields));
        return Collections.unmodifiableSet(fields);
    }

    /** Returns the fields that a term reads. */
    public Set<Field> reads(Term term) {
        Set<Field> fields = new LinkedHashSet<>();
        add(term, fields);
        return Collections.unmodifiableSet(fields);
    }

    private static void add(Term term, Set<Field> fields) {
        ModelWalk.fields(term, read -> fields.add(read.field()));
    }

    /**
     * Returns the constants that rules and tables compare a field with, ascending: numbers, days, ordinals or text numbers.
     * Where the field stands in arithmetic with literals, the constant is solved for it.
     */
    public NavigableSet<Double> thresholds(Field field) {
        return thresholds.of(field);
    }

    /**
     * Returns the comparisons of rules between terms that together read two or more fields, all of the account. Where they
     * change their verdict depends on the account, so {@link #thresholds} does not know them.
     */
    public List<Constraint.Compare> comparisonsOfFields() {
        return comparisonsOfFields;
    }

    private TermNode node(Term term) {
        @Nullable TermNode prepared = terms.get(term);
        return prepared == null ? TermNode.of(term) : prepared;
    }

    private RuleNode node(Rule rule) {
        return (RuleNode) units.get(rule.number());
    }

    private TableNode node(Table table) {
        return (TableNode) units.get(table.number());
    }
}
