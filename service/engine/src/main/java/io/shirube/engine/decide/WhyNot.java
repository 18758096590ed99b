package io.shirube.engine.decide;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Names the condition that keeps rules from firing. */
final class WhyNot {

    private static final int MOST = 3;

    private final Evaluator evaluator;

    WhyNot(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    /**
     * Returns why none of some units fires: of each the first condition that is not true, with its value. Japanese readers,
     * who are no authors, get the value alone.
     */
    Text of(List<RuleUnit> units, Facts facts) {
        List<String> ja = new ArrayList<>();
        List<String> en = new ArrayList<>();
        for (RuleUnit unit : units.subList(0, Math.min(MOST, units.size()))) {
            ja.add(one(unit, facts, true));
            en.add(one(unit, facts, false));
        }
        String now = distinct(ja).stream().filter(text -> !text.isEmpty()).collect(Collectors.joining("、"));
        return new Text(
                now.isEmpty() ? "提案の理由がなくなりました。" : "提案の理由がなくなりました(" + now + ")。",
                "The reason no longer holds: " + String.join("; ", distinct(en)));
    }

    private static List<String> distinct(List<String> texts) {
        return texts.stream().distinct().toList();
    }

    private String one(RuleUnit unit, Facts facts, boolean japanese) {
        if (!(unit instanceof Rule rule)) {
            return columns(unit, facts, japanese);
        }
        if (!evaluator.mayFireOn(unit, facts.asOf())) {
            return japanese ? "「" + rule.name() + "」の適用期間外" : "\"" + rule.name() + "\" is out of its dates";
        }
        ConditionVerdict verdict = evaluator.verdicts(rule, facts);
        if (verdict.verdict() == Verdict.TRUE) {
            return japanese ? "別の理由に移りました" : "it stands for another reason";
        }
        return leaf(verdict, japanese);
    }

    private static String leaf(ConditionVerdict start, boolean japanese) {
        ConditionVerdict at = start;
        while (isConjunction(at)) {
            ConditionVerdict next = at.parts().stream()
                    .filter(part -> part.verdict() != Verdict.TRUE)
                    .findFirst()
                    .orElse(null);
            if (next == null) {
                break;
            }
            at = next;
        }
        String text = at.origin().text().strip().replaceAll("\\s+", " ");
        Field field = comparedField(at);
        if (field != null) {
            Quoted value = Quoted.of(at.values().get(0));
            return japanese
                    ? field.labelJa() + "は現在" + shownJa(value, field)
                    : text + " (" + field.labelEn() + " is now " + ValueText.show(value, field, false) + ")";
        }
        return japanese ? "" : text;
    }

    private static String shownJa(Quoted value, Field field) {
        return value.isKnown() && field.type() == ValueType.NUMBER
                ? ValueText.figure(value.number(), field, true)
                : ValueText.show(value, field, true);
    }

    private static boolean isConjunction(ConditionVerdict verdict) {
        if (verdict.node() instanceof ConditionVerdict.OfCondition of) {
            return of.condition() instanceof Condition.Both || of.condition() instanceof Condition.OnAccount;
        }
        return verdict.node() instanceof ConditionVerdict.OfConstraint of
                && of.constraint() instanceof Constraint.AllOf;
    }

    private static @Nullable Field comparedField(ConditionVerdict verdict) {
        Term term = null;
        if (!verdict.values().isEmpty() && verdict.node() instanceof ConditionVerdict.OfConstraint of) {
            if (of.constraint() instanceof Constraint.Compare compare) {
                term = compare.left();
            } else if (of.constraint() instanceof Constraint.OneOf oneOf) {
                term = oneOf.term();
            }
        }
        return term instanceof Term.OfField field ? field.field() : null;
    }

    private String columns(RuleUnit table, Facts facts, boolean japanese) {
        Set<Field> read = evaluator.reads(table);
        String values = read.stream()
                .filter(field -> field.owner().isSingleton())
                .map(field -> shown(table, field, facts, japanese))
                .collect(Collectors.joining(japanese ? "、" : ", "));
        return japanese
                ? "表「" + table.name() + "」に当てはまる行がありません(" + values + ")"
                : "no row of table \"" + table.name() + "\" applies (" + values + ")";
    }

    private String shown(RuleUnit table, Field field, Facts facts, boolean japanese) {
        Term term = new Term.OfField(Term.ACCOUNT, field, new Origin(table.position(), ""));
        String value = ValueText.show(Quoted.of(evaluator.value(term, facts)), field, japanese);
        return (japanese ? field.labelJa() : field.labelEn()) + " " + value;
    }
}
