package io.shirube.engine.referee;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.rules.ValueType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Tells an author about a difference between the executors. */
public final class WitnessText {

    private WitnessText() {}

    /** Returns the finding that refuses a ruleset, with the account in words. */
    public static Finding finding(RuleModel model, Difference difference) {
        RuleUnit unit = model.units().get(difference.unit());
        String account = describe(model, difference);
        boolean first = difference.onlyFirst().stream().anyMatch(f -> f.unit() == unit.number());
        return new Finding(
                Severity.ERROR,
                "referee-difference",
                unit.position(),
                "「" + unit.name() + "」の判定が2つの実行系で一致しません（" + (first ? "評価器" : "Drools") + "だけが成立と判定）。再現する最小の顧客: "
                        + account + "。",
                "このルール一式は公開できません。この文面とルールを添えて開発元に報告し、当面は条件を分けて書き直してください。",
                "The two executors disagree on \"" + unit.name() + "\" (only " + (first ? "the evaluator" : "Drools")
                        + " fires it). Smallest account: " + account + ".",
                "These rules cannot go live. Report this text with the rule, and meanwhile split the condition.");
    }

    /** Returns every known value of the account, such as {@code Signals.nps=-20, Ticket[0].severity=1}. */
    static String describe(RuleModel model, Difference difference) {
        List<String> parts = new ArrayList<>();
        parts.add("asOf=" + difference.facts().asOf());
        describe(
                parts,
                "",
                model.vocabulary().accountFields(),
                difference.facts().account());
        for (FactType type : FactType.values()) {
            if (type.isSingleton() || !difference.facts().told(type)) {
                continue;
            }
            List<Slots> items = difference.facts().items(type);
            parts.add(type.ruleName() + "×" + items.size());
            for (int i = 0; i < items.size(); i++) {
                describe(parts, "[" + i + "]", model.vocabulary().fields(type), items.get(i));
            }
        }
        return String.join(", ", parts);
    }

    private static void describe(List<String> parts, String index, List<Field> fields, Slots slots) {
        for (Field field : fields) {
            if (slots.state(field.slot()) != Slots.UNKNOWN) {
                parts.add(field.owner().ruleName() + index + "." + field.name() + "=" + value(field, slots));
            }
        }
    }

    private static String value(Field field, Slots slots) {
        int slot = field.slot();
        if (slots.state(slot) == Slots.ABSENT) {
            return "null";
        }
        EnumType names = field.enumType();
        if (names != null) {
            return names.values().get((int) slots.number(slot));
        }
        String text = slots.text(slot);
        if (text != null) {
            return "\"" + text + "\"";
        }
        if (field.type() == ValueType.TEXT_SET) {
            return slots.members(slot).toString();
        }
        if (field.type() == ValueType.DATE) {
            return LocalDate.ofEpochDay((long) slots.number(slot)).toString();
        }
        return field.type() == ValueType.BOOLEAN
                ? String.valueOf(slots.number(slot) == 1)
                : BigDecimal.valueOf(slots.number(slot)).stripTrailingZeros().toPlainString();
    }
}
