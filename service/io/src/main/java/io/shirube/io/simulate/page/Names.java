package io.shirube.io.simulate.page;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.RuleModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people call the names that figures are kept by. Immutable, safe for use by many threads.
 *
 * @param values labels by kind and name, such as {@code Touch.HIGH}; actions are of the kind {@code Action}
 * @param currency ISO code of the book's currency
 */
public record Names(Map<String, Text> values, String currency) {

    static final String TOUCH = "Touch";
    static final String STAGE = "Stage";
    static final String BAND = "Band";
    static final String PROGRAMME = "Programme";
    static final String SUCCESS = "SuccessLevel";
    static final String ACTION = "Action";
    static final String ROLE = "Role";

    private static final Map<String, Text> ROLES = Map.ofEntries(
            role("CSM", "担当CSM", "CSM"),
            role("POOLED_CSM", "共同担当CSM", "Pooled CSM"),
            role("CS_MANAGER", "CSマネージャー", "CS manager"),
            role("CS_HEAD", "CS責任者", "Head of CS"),
            role("CS_OPS", "CS Ops", "CS ops"),
            role("ONBOARDING", "オンボーディング担当", "Onboarding"),
            role("SUPPORT", "サポート", "Support"),
            role("SALES", "営業", "Sales"),
            role("MARKETING", "マーケティング", "Marketing"),
            role("FINANCE", "経理", "Finance"),
            role("DATA_ANALYST", "データ分析担当", "Data analyst"),
            role("PROMISER", "約束した人", "Who promised"),
            role("AUTOMATION", "自動配信", "Automation"));

    public Names {
        values = Map.copyOf(values);
    }

    private static Map.Entry<String, Text> role(String name, String ja, String en) {
        return Map.entry(ROLE + "." + name, new Text(ja, en));
    }

    /** Returns the labels of two rulesets; where both have one, the candidate's. */
    public static Names of(RuleModel baseline, RuleModel candidate) {
        Map<String, Text> values = new HashMap<>(ROLES);
        for (RuleModel model : List.of(baseline, candidate)) {
            for (EnumType type : model.vocabulary().enums().values()) {
                for (String value : type.values()) {
                    String english = type.labelsEn().getOrDefault(value, value);
                    values.put(type.name() + "." + value, new Text(type.labelJa(value), english));
                }
            }
            for (ActionType action : model.actions()) {
                values.put(ACTION + "." + action.name(), new Text(action.labelJa(), action.labelEn()));
            }
        }
        return new Names(values, candidate.policies().currency());
    }

    /** Returns what a name of a kind is called, or the name itself. */
    Text of(String kind, String name) {
        Text known = values.get(kind + "." + name);
        return known == null ? new Text(name, name) : known;
    }
}
