package io.shirube.engine.decide;

import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.AccountSnapshot.Account;
import io.shirube.engine.model.AccountSnapshot.Contact;
import io.shirube.engine.model.AccountSnapshot.Contract;
import io.shirube.engine.model.AccountSnapshot.Evidence;
import io.shirube.engine.model.AccountSnapshot.OpenAction;
import io.shirube.engine.model.AccountSnapshot.Outcome;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.AccountSnapshot.Previous;
import io.shirube.engine.model.AccountSnapshot.Ticket;
import io.shirube.engine.model.AccountSnapshot.Touch;
import io.shirube.engine.model.AccountSnapshot.Uplift;
import io.shirube.engine.model.Decision;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleExecutor;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small ruleset made by hand, and one account to decide by it. The signals are {@code use} (ratio, stale after 7 days),
 * {@code seats}, {@code active}, {@code rate} = min(1, active / seats), {@code before} = previous(seats, 30 days),
 * {@code signed} (boolean), {@code mood} (GOOD, BAD), {@code planned} (event) and {@code themes} (set).
 */
final class Book {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final Origin HERE = new Origin(Position.inText("test.drl", 1, 1), "test");
    private static final EnumType MOOD = new EnumType("Mood", List.of("GOOD", "BAD"), Map.of(), Map.of());

    final List<ActionType> actions = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final Vocabulary vocabulary;
    private UnaryOperator<Policies> policies = UnaryOperator.identity();

    // the account
    final Map<String, List<Measurement>> signals = new LinkedHashMap<>();
    final Map<String, @Nullable Object> attributes = new LinkedHashMap<>();
    final List<OpenAction> open = new ArrayList<>();
    final List<Outcome> outcomes = new ArrayList<>();
    final Map<String, Evidence> evidence = new HashMap<>();

    @Nullable
    List<Ticket> tickets;

    @Nullable
    Contract contract;

    @Nullable
    String stage;

    @Nullable
    Pin pin;

    @Nullable
    List<Contact> contacts;

    @Nullable
    List<Touch> touches;

    @Nullable
    Previous previous;

    @Nullable
    Uplift uplift;

    String id = "A-1";

    Book(String... actionNames) {
        EnumType names = new EnumType(
                "ActionName", actionNames.length == 0 ? List.of("NONE") : List.of(actionNames), Map.of(), Map.of());
        FieldRegister register = BuiltinFields.register(
                names,
                List.of(
                        new BuiltinFields.Dimension("adoption", "利用", "Adoption"),
                        new BuiltinFields.Dimension("voice", "声", "Voice"),
                        new BuiltinFields.Dimension("support", "支援", "Support")));
        Field use = register.draft(FactType.SIGNALS, "use", ValueType.NUMBER, "利用率", "Use")
                .unit("ratio")
                .range(0.0, 1.0)
                .step(0.001)
                .add();
        Field seats = number(register, "seats");
        Field active = number(register, "active");
        Field rate = register.draft(FactType.SIGNALS, "rate", ValueType.NUMBER, "稼働率", "Rate")
                .range(0.0, 1.0)
                .add();
        Field before = number(register, "before");
        Field signed = register.draft(FactType.SIGNALS, "signed", ValueType.BOOLEAN, "締結", "Signed")
                .add();
        Field mood =
                register.draft(FactType.SIGNALS, "mood", MOOD, "見立て", "Mood").add();
        Field planned = register.draft(FactType.SIGNALS, "planned", ValueType.DATE, "予定", "Planned")
                .unit(BuiltinFields.EVENT)
                .add();
        Field themes = register.draft(FactType.SIGNALS, "themes", ValueType.TEXT_SET, "テーマ", "Themes")
                .add();
        Field strategic = register.draft(FactType.ACCOUNT, "strategic", ValueType.BOOLEAN, "戦略", "Strategic")
                .add();
        Term capped = new Term.Arithmetic(
                Term.Operator.MIN,
                new Term.Literal(1, ValueType.NUMBER, HERE),
                new Term.Arithmetic(Term.Operator.DIVIDE, term(active), term(seats), HERE),
                HERE);
        vocabulary = new Vocabulary(
                register.fields(),
                List.of(
                        new SignalType(use, 7, null, HERE.at()),
                        new SignalType(seats, null, null, HERE.at()),
                        new SignalType(active, 7, null, HERE.at()),
                        new SignalType(rate, null, new SignalType.Computed(capped), HERE.at()),
                        new SignalType(
                                before, null, new SignalType.OverTime(SignalType.Trend.PREVIOUS, seats, 30), HERE.at()),
                        new SignalType(signed, null, null, HERE.at()),
                        new SignalType(mood, null, null, HERE.at()),
                        new SignalType(planned, null, null, HERE.at()),
                        new SignalType(themes, null, null, HERE.at()),
                        new SignalType(strategic, null, null, HERE.at())),
                List.of());
        for (String name : actionNames) {
            action(name, draft -> {});
        }
    }

    private static Field number(FieldRegister register, String name) {
        return register.draft(FactType.SIGNALS, name, ValueType.NUMBER, name, name)
                .range(0.0, 1000.0)
                .step(1)
                .add();
    }

    /** What differs from one action of a test to another. */
    static final class Draft {
        ActionType.ActionClass actionClass = ActionType.ActionClass.S;
        List<String> excludedBy = List.of();
        List<String> absorbs = List.of();
        List<String> touches = List.of();
        List<String> stages = List.of();
        List<Double> effort = List.of(1.0, 1.0, 1.0);
        ActionType.Due due = new ActionType.Due(ActionType.DueKind.WORKING_DAYS, List.of(3, 3, 3));
        String owner = "CSM";
        ActionType.Delivery delivery = ActionType.Delivery.BY_OWNER;
        ActionType.Expiry expiry = new ActionType.Expiry(ActionType.ExpiryKind.DAYS, 60);
        String group = "";
        int cooldownDays;
        double weight;
        boolean customerFacing = true;
    }

    Book action(String name, Consumer<Draft> change) {
        Draft draft = new Draft();
        change.accept(draft);
        int number =
                (int) actions.stream().filter(type -> !type.name().equals(name)).count();
        for (int i = 0; i < actions.size(); i++) {
            number = actions.get(i).name().equals(name) ? i : number;
        }
        ActionType type = new ActionType(
                name,
                number,
                name + "の名",
                name + " label",
                draft.actionClass,
                "目的",
                "purpose",
                "RETENTION",
                List.of(draft.owner, draft.owner, draft.owner),
                draft.delivery,
                "",
                List.of("CALL", "MAIL", "IN_APP"),
                draft.effort,
                draft.due,
                draft.cooldownDays,
                draft.expiry,
                30,
                draft.group,
                0.5,
                20,
                new Term.Literal(1_000_000, ValueType.NUMBER, HERE),
                "RETENTION",
                draft.weight,
                draft.touches,
                draft.stages,
                draft.excludedBy,
                draft.absorbs,
                draft.customerFacing,
                "",
                HERE.at());
        if (number < actions.size()) {
            actions.set(number, type);
        } else {
            actions.add(type);
        }
        return this;
    }

    static Term term(Field field) {
        return new Term.OfField(Term.ACCOUNT, field, HERE);
    }

    Field field(FactType owner, String name) {
        return vocabulary.required(owner, name);
    }

    Constraint atLeast(String signal, double value) {
        return compare(Constraint.Comparison.GE, field(FactType.SIGNALS, signal), value);
    }

    Constraint below(String signal, double value) {
        return compare(Constraint.Comparison.LT, field(FactType.SIGNALS, signal), value);
    }

    static Constraint compare(Constraint.Comparison comparison, Field field, double value) {
        return new Constraint.Compare(comparison, term(field), new Term.Literal(value, field.type(), HERE), HERE);
    }

    static Constraint always() {
        return new Constraint.AllOf(List.of(), HERE);
    }

    Consequence assign(FactType owner, String name, double value) {
        Field field = field(owner, name);
        return new Consequence.Assign(field, new Term.Literal(value, field.type(), HERE), HERE);
    }

    Consequence assign(FactType owner, String name, String value) {
        EnumType type = field(owner, name).enumType();
        return assign(owner, name, type == null ? -1 : type.ordinal(value));
    }

    Book rule(Phase phase, String name, Constraint when, Consequence... then) {
        rules.add(new Rule(
                0,
                name,
                phase,
                HERE.at(),
                null,
                null,
                new Condition.OnAccount(when, HERE),
                0,
                0,
                List.of(then),
                null,
                null,
                Map.of()));
        return this;
    }

    Book proposing(String action, double context, Constraint when) {
        return rule(Phase.ACTIONS, "propose " + action + " " + rules.size(), when, propose(action, "main", context));
    }

    Book proposing(String... names) {
        for (String name : names) {
            proposing(name, 0, always());
        }
        return this;
    }

    Consequence propose(String action, String key, double context) {
        return new Consequence.Propose(type(action), new Consequence.FixedKey(key), context, null, HERE);
    }

    Consequence hold(String action, Consequence.Policy policy) {
        return new Consequence.Hold(type(action), policy, HERE);
    }

    private ActionType type(String action) {
        return actions.stream()
                .filter(type -> type.name().equals(action))
                .findFirst()
                .orElseThrow();
    }

    Book policies(UnaryOperator<Policies> change) {
        policies = change;
        return this;
    }

    RuleModel model(@Nullable Long shuffle) {
        List<Rule> ordered = new ArrayList<>(rules);
        if (shuffle != null) {
            Collections.shuffle(ordered, new Random(shuffle));
        }
        ordered.sort(Comparator.comparing(Rule::phase));
        List<RuleUnit> units = new ArrayList<>();
        for (Rule rule : ordered) {
            units.add(new Rule(
                    units.size(),
                    rule.name(),
                    rule.phase(),
                    rule.position(),
                    null,
                    null,
                    rule.condition(),
                    0,
                    0,
                    current(rule.consequences()),
                    null,
                    null,
                    Map.of()));
        }
        return new RuleModel(
                "sha256:test", vocabulary, units, actions, policies.apply(BookPolicies.shipped()), List.of("known"));
    }

    /** Rules were written before an action may have been changed. */
    private List<Consequence> current(List<Consequence> consequences) {
        List<Consequence> result = new ArrayList<>();
        for (Consequence consequence : consequences) {
            if (consequence instanceof Consequence.Propose propose) {
                result.add(new Consequence.Propose(
                        type(propose.action().name()),
                        propose.key(),
                        propose.context(),
                        propose.evidence(),
                        propose.due(),
                        HERE));
            } else if (consequence instanceof Consequence.Hold hold) {
                result.add(hold(hold.action().name(), hold.policy()));
            } else {
                result.add(consequence);
            }
        }
        return result;
    }

    Book signal(String name, @Nullable Object value) {
        return signal(name, value, null);
    }

    Book signal(String name, @Nullable Object value, @Nullable LocalDate at) {
        signals.computeIfAbsent(name, unused -> new ArrayList<>()).add(new Measurement(value, at));
        return this;
    }

    Book open(String key, String state, @Nullable LocalDate until) {
        String type = key.split(":", -1)[1];
        open.add(new OpenAction(key, type, TODAY.minusDays(1), state, until));
        return this;
    }

    Book touched(String contact, String channel, LocalDate on) {
        List<Touch> all = touches == null ? new ArrayList<>() : new ArrayList<>(touches);
        all.add(new Touch(contact, channel, on));
        touches = all;
        return this;
    }

    Book outcome(String type, String result, LocalDate on) {
        outcomes.add(new Outcome(type, null, result, on));
        return this;
    }

    AccountSnapshot snapshot() {
        return new AccountSnapshot(
                new Account(id, null, null, null, null, stage, attributes, null, null),
                contract,
                signals,
                tickets,
                contacts,
                open,
                outcomes,
                touches,
                evidence,
                pin,
                previous,
                uplift);
    }

    FactsRead read() throws InputException {
        RuleModel model = model(null);
        return new FactsReader(model, new Evaluator(model)).read(snapshot(), TODAY);
    }

    Decision decide() throws InputException {
        return decide((Long) null);
    }

    Decision decide(@Nullable Long shuffle) throws InputException {
        RuleModel model = model(shuffle);
        Evaluator evaluator = new Evaluator(model);
        return decide(new Ruleset(model, evaluator, evaluator, () -> {}), RefereeMode.NEVER);
    }

    /** Decides with another executor in the place of the lowered rules, always compared. */
    Decision decide(RuleExecutor lowered) throws InputException {
        RuleModel model = model(null);
        return decide(new Ruleset(model, new Evaluator(model), lowered, () -> {}), RefereeMode.ALWAYS);
    }

    private Decision decide(Ruleset ruleset, RefereeMode mode) throws InputException {
        return new Decider("test").decide(snapshot(), TODAY, ruleset, mode);
    }
}
