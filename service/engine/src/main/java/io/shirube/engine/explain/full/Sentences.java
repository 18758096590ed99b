package io.shirube.engine.explain.full;

import io.shirube.engine.evaluate.ConditionVerdict;
import io.shirube.engine.evaluate.Verdict;
import io.shirube.engine.explain.Quoted;
import io.shirube.engine.explain.full.Conditions.Obstacle;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Says what alone kept a rule from firing, fact first: 席利用率は41%です。90%以上なら「アップセルの提案」を提案します。
 *
 * <p>Immutable, safe for use by many threads.
 */
final class Sentences {

    private final Vocabulary vocabulary;
    private final List<String> texts;
    private final Words words;
    private final Needs needs;

    Sentences(RuleModel model, Words words) {
        this.vocabulary = model.vocabulary();
        this.texts = model.texts();
        this.words = words;
        this.needs = new Needs(texts);
    }

    /** Returns why a rule does not fire whose other conditions are all true. */
    Text alone(Obstacle obstacle, Rule rule, Facts facts) {
        ConditionVerdict verdict = obstacle.verdict();
        Text effect = effect(rule);
        ConditionVerdict inner = negated(verdict);
        Tested tested = Tested.of(inner == null ? verdict : inner, rule, texts);
        Text need = tested == null ? null : inner == null ? needs.of(tested) : negation(tested);
        if (tested == null || need == null) {
            return words(verdict, effect);
        }
        Text subject = subject(tested, obstacle, facts);
        Text fact = fact(subject, tested, verdict.verdict());
        return new Text(
                fact.ja() + need.ja() + effect.ja() + "。", fact.en() + " " + need.en() + ", " + effect.en() + ".");
    }

    /** Returns the test below a negation of one test. */
    private static @Nullable ConditionVerdict negated(ConditionVerdict verdict) {
        boolean not =
                verdict.node() instanceof ConditionVerdict.OfConstraint of && of.constraint() instanceof Constraint.Not;
        return not ? verdict.parts().get(0) : null;
    }

    /** Of negated tests only "is known" has a short form. */
    private static @Nullable Text negation(Tested tested) {
        return tested.constraint() instanceof Constraint.IsNull ? Needs.known(tested.field()) : null;
    }

    private Text words(ConditionVerdict verdict, Text effect) {
        String written = words.of(verdict.origin());
        boolean unknown = verdict.verdict() == Verdict.UNKNOWN;
        return new Text(
                "条件「" + written + "」" + (unknown ? "は、情報が足りず判断できません。" : "を満たしていません。") + "満たせば" + effect.ja() + "。",
                "The condition \"" + written + "\" " + (unknown ? "cannot be told for lack of data" : "does not hold")
                        + "; if it did, " + effect.en() + ".");
    }

    private static Text fact(Text subject, Tested tested, Verdict verdict) {
        Quoted value = tested.value();
        Field field = tested.subject().isCount() ? null : tested.field();
        if (value.isKnown()) {
            String count = tested.subject().isCount() ? "件" : "";
            return new Text(
                    subject.ja() + "は" + Shown.ja(value, field) + count + "です。",
                    subject.en() + " is " + Shown.en(value, field) + ";");
        }
        if (field != null && field.concludedIn() != null) {
            return new Text("「" + subject.ja() + "」に当てはまりません。", subject.en() + ": does not apply;");
        }
        return value.state() == Slots.ABSENT && verdict != Verdict.UNKNOWN
                ? new Text(subject.ja() + "はありません。", subject.en() + ": there is none;")
                : new Text(subject.ja() + "が分かりません。", subject.en() + " is not known;");
    }

    /** Returns what the test looks at, with the item it belongs to. */
    private Text subject(Tested tested, Obstacle obstacle, Facts facts) {
        Text plain = plain(tested);
        String item = itemName(obstacle, facts);
        return item.isEmpty() ? plain : new Text(item + "の" + plain.ja(), plain.en() + " of " + item);
    }

    private Text plain(Tested tested) {
        Field field = tested.field();
        Condition.Function function = tested.subject().function();
        if (function != null) {
            return figure(function, field);
        }
        if (field != null) {
            return new Text(field.labelJa(), field.labelEn());
        }
        String written = words.of(tested.subject().term().origin());
        return new Text("「" + written + "」", "\"" + written + "\"");
    }

    private static Text figure(Condition.Function function, @Nullable Field field) {
        String ja = field == null ? "値" : field.labelJa();
        String en = field == null ? "value" : field.labelEn().toLowerCase(Locale.ROOT);
        return switch (function.kind()) {
            case COUNT -> new Text("該当する件数", "The number that match");
            case SUM -> new Text(ja + "の合計", "The sum of " + en);
            case MIN -> new Text(ja + "の最小", "The lowest " + en);
            case MAX -> new Text(ja + "の最大", "The highest " + en);
            case AVERAGE -> new Text(ja + "の平均", "The mean " + en);
        };
    }

    /** Returns the id of a ticket or contact, the key of an action; empty for items without. */
    private String itemName(Obstacle obstacle, Facts facts) {
        FactType of = obstacle.of();
        if (of == null || obstacle.item() < 0) {
            return "";
        }
        Slots item = facts.items(of).get(obstacle.item());
        return vocabulary
                .field(of, "id")
                .or(() -> vocabulary.field(of, "key"))
                .map(field -> item.text(field.slot()))
                .orElse("");
    }

    /** Returns what the rule would do. */
    private static Text effect(Rule rule) {
        String proposed = labels(rule, true, true);
        if (!proposed.isEmpty()) {
            return new Text(proposed + "を提案します", "it would propose " + labels(rule, true, false));
        }
        String held = labels(rule, false, true);
        return held.isEmpty()
                ? new Text("成立します", "it would fire")
                : new Text(held + "を見合わせます", "it would hold " + labels(rule, false, false));
    }

    private static String labels(Rule rule, boolean proposed, boolean japanese) {
        return rule.consequences().stream()
                .filter(consequence ->
                        proposed ? consequence instanceof Consequence.Propose : consequence instanceof Consequence.Hold)
                .map(consequence -> consequence instanceof Consequence.Propose propose
                        ? propose.action()
                        : ((Consequence.Hold) consequence).action())
                .map(action -> japanese ? "「" + action.labelJa() + "」" : action.labelEn())
                .distinct()
                .collect(Collectors.joining(japanese ? "" : ", "));
    }
}
