package io.shirube.engine.testing;

import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.TextInterner;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A small ruleset's names for tests: every built-in field, and a few signals, values, dimensions and actions. */
public final class TestVocabulary {

    private static final List<String> ACTIONS =
            List.of("UPSELL_PROMPT", "SUPPORT_ESCALATION", "NPS_FOLLOW_UP", "RENEWAL_PREPARATION");
    private static final EnumType SENTIMENT = new EnumType(
            "Sentiment",
            List.of("GREEN", "YELLOW", "RED"),
            Map.of("GREEN", "良好", "YELLOW", "注意", "RED", "不良"),
            Map.of("GREEN", "Good", "YELLOW", "Fair", "RED", "Bad"));
    private static final EnumType ARR_BAND =
            new EnumType("arrBand", List.of("SMALL", "MIDDLE", "LARGE", "UNKNOWN"), Map.of(), Map.of());

    private TestVocabulary() {}

    /** Returns fresh names over {@link #vocabulary()} and {@link #actions()}. */
    public static Names names() {
        return new Names(vocabulary(), actions(), new TextInterner());
    }

    /** Returns the vocabulary. */
    public static Vocabulary vocabulary() {
        EnumType actionName = new EnumType("ActionName", ACTIONS, Map.of(), Map.of());
        FieldRegister register = BuiltinFields.register(
                actionName,
                List.of(
                        new BuiltinFields.Dimension("adoption", "活用", "Adoption"),
                        new BuiltinFields.Dimension("support", "サポート", "Support")));
        number(register, "seatUtilisation", "席利用率", "Seat utilisation", "ratio", 0, 1);
        number(register, "engagementRate", "稼働率", "Engagement rate", "ratio", 0, 1);
        number(register, "usageChange", "利用の増減", "Usage change", "ratio", -1, 100);
        number(register, "openSeverity1", "未解決の重要度1の件数", "Open severity 1 tickets", "tickets", 0, 100_000);
        number(register, "activeUsers30d", "利用者数", "Active users", "people", 0, 10_000_000);
        number(register, "licensedSeats", "契約席数", "Licensed seats", "seats", 0, 10_000_000);
        number(register, "nps", "NPS", "NPS", "points", -100, 100);
        register.draft(FactType.SIGNALS, "csmSentiment", SENTIMENT, "担当者の所感", "CSM sentiment")
                .add();
        register.draft(FactType.SIGNALS, "roiVerified", ValueType.BOOLEAN, "効果確認済み", "ROI verified")
                .add();
        register.draft(FactType.SIGNALS, "lastLoginOn", ValueType.DATE, "最終ログイン日", "Last login")
                .add();
        register.draft(FactType.VALUES, "arrBand", ARR_BAND, "契約額区分", "ARR band")
                .concludedIn(Phase.LIFECYCLE, Merge.SINGLE)
                .add();
        register.draft(FactType.VALUES, "strategicScore", ValueType.NUMBER, "戦略点", "Strategic score")
                .range(0.0, 10.0)
                .concludedIn(Phase.SEGMENT, Merge.SINGLE)
                .add();
        List<EnumType> enums = new ArrayList<>(BuiltinFields.enums());
        enums.addAll(List.of(actionName, SENTIMENT, ARR_BAND));
        return new Vocabulary(register.fields(), List.of(), enums);
    }

    private static void number(
            FieldRegister register, String name, String ja, String en, String unit, double min, double max) {
        register.draft(FactType.SIGNALS, name, ValueType.NUMBER, ja, en)
                .unit(unit)
                .range(min, max)
                .add();
    }

    /** Returns the action catalogue. */
    public static List<ActionType> actions() {
        List<ActionType> actions = new ArrayList<>();
        for (String name : ACTIONS) {
            actions.add(action(name, actions.size()));
        }
        return actions;
    }

    private static ActionType action(String name, int number) {
        return new ActionType(
                name,
                number,
                name.equals("UPSELL_PROMPT") ? "アップセル提案" : name,
                name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT).replace('_', ' '),
                ActionType.ActionClass.S,
                "",
                "",
                "RETENTION",
                List.of("CSM", "CSM", "CSM"),
                ActionType.Delivery.BY_OWNER,
                "",
                List.of("CALL", "MAIL", "IN_APP"),
                List.of(1.0, 1.0, 0.0),
                new ActionType.Due(ActionType.DueKind.WORKING_DAYS, List.of(5, 5, 5)),
                0,
                new ActionType.Expiry(ActionType.ExpiryKind.DAYS, 30),
                30,
                name,
                0.1,
                10,
                null,
                "",
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                true,
                "",
                Position.inText("actions.yml", 1, 1));
    }
}
