package io.shirube.engine.authoring.check;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.FindingType;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks over a whole ruleset: every table's proofs, and what one file alone cannot tell. */
public final class RulesetChecks {

    private final Vocabulary vocabulary;
    private final List<RuleUnit> units;
    private final List<ActionType> actions;
    private final List<String> texts;
    private final List<FindingType> findings;
    private final Report report;

    /**
     * @param texts interned texts by number
     * @param findings what is looked for over many accounts
     */
    public RulesetChecks(
            Vocabulary vocabulary,
            List<RuleUnit> units,
            List<ActionType> actions,
            List<String> texts,
            List<FindingType> findings,
            Report report) {
        this.vocabulary = vocabulary;
        this.units = units;
        this.actions = actions;
        this.texts = texts;
        this.findings = findings;
        this.report = report;
    }

    /**
     * Reports everything found.
     *
     * @param complete whether every file could be read, so that what is missing is truly missing
     */
    public void run(boolean complete) {
        names();
        for (RuleUnit unit : units) {
            if (unit instanceof Table table) {
                TableProofs.check(table, vocabulary, texts, report);
                weights(table);
            }
        }
        if (complete) {
            unproposed();
            unread();
        }
    }

    private void names() {
        Map<String, Position> seen = new HashMap<>();
        for (RuleUnit unit : units) {
            Position first = seen.putIfAbsent(unit.name(), unit.position());
            if (first != null) {
                report.error(
                        "duplicate-name",
                        unit.position(),
                        say(
                                "「" + unit.name() + "」という名前は " + first + " でも使われています。",
                                "The name \"" + unit.name() + "\" is also used at " + first + "."),
                        say("ルールと表の名前は、すべて違うものにしてください。", "Give every rule and table a name of its own."));
            }
        }
    }

    private void unproposed() {
        Set<String> proposed = new HashSet<>();
        units.forEach(unit -> consequences(unit).forEach(consequence -> {
            if (consequence instanceof Consequence.Propose propose) {
                proposed.add(propose.action().name());
            }
        }));
        for (ActionType action : actions) {
            if (!proposed.contains(action.name())) {
                report.warning(
                        "never-proposed",
                        action.position(),
                        say("「" + action.name() + "」を提案するルールがありません。", "No rule proposes \"" + action.name() + "\"."),
                        say(
                                "5-actions にルールを書くか、actions.yml から消してください。",
                                "Write a rule in 5-actions, or delete it from actions.yml."));
            }
        }
    }

    private static List<Consequence> consequences(RuleUnit unit) {
        if (unit instanceof Rule rule) {
            return rule.consequences();
        }
        List<Consequence> all = new ArrayList<>();
        if (unit instanceof Table table) {
            table.rows().forEach(row -> all.addAll(row.consequences()));
        }
        return all;
    }

    private void unread() {
        Reads reads = new Reads();
        units.forEach(reads::of);
        for (SignalType signal : vocabulary.signals()) {
            SignalType.Derivation derivation = signal.derivation();
            if (derivation != null) {
                reads.of(derivation);
            }
        }
        Set<String> proofs = new HashSet<>();
        findings.forEach(type -> proofs.addAll(type.signals()));
        for (ActionType action : actions) {
            proofs.add(action.proofIndicator());
            Term value = action.value();
            if (value != null) {
                reads.of(value);
            }
        }
        Set<String> names = new HashSet<>();
        reads.fields().forEach(field -> names.add(field.qualifiedName()));
        for (SignalType signal : vocabulary.signals()) {
            Field field = signal.field();
            boolean read = names.contains(field.qualifiedName()) || proofs.contains(field.name());
            if (field.type() == ValueType.DATE) {
                read |= FieldRegister.dayNames(field.name()).stream()
                        .anyMatch(day -> names.contains(field.owner().ruleName() + "." + day));
            }
            if (!read) {
                report.notice(
                        "never-read",
                        signal.position(),
                        say(
                                "「" + field.name() + "」を読むルールや表がありません。",
                                "No rule or table reads \"" + field.name() + "\"."),
                        say("使う予定がなければ、消してかまいません。", "It can be deleted unless it is meant for later."));
            }
        }
    }

    private void weights(Table table) {
        if (table.phase() != Phase.HEALTH) {
            return;
        }
        for (Table.Row row : table.rows()) {
            BigDecimal sum = BigDecimal.ZERO;
            int weights = 0;
            for (Consequence consequence : row.consequences()) {
                if (consequence instanceof Consequence.Assign assign
                        && assign.target().name().endsWith("Weight")
                        && assign.value() instanceof Term.Literal literal) {
                    sum = sum.add(BigDecimal.valueOf(literal.value()), MathContext.DECIMAL64);
                    weights++;
                }
            }
            if (weights > 1 && sum.compareTo(BigDecimal.valueOf(100)) != 0) {
                String total = sum.stripTrailingZeros().toPlainString();
                report.warning(
                        "weights-sum",
                        row.position(),
                        say("重みの合計が100ではなく" + total + "です。", "The weights add up to " + total + ", not 100."),
                        say("合計が100になるように直してください。", "Let them add up to 100."));
            }
        }
    }
}
