package io.shirube.engine.rules;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The closed lists of names every ruleset has. Names and their order are part of the rule language. */
final class BuiltinEnums {

    static final EnumType STAGE = of(
            "Stage",
            "ORDER=受注=Order",
            "CONTRACT=契約=Contract",
            "ONBOARDING=オンボーディング=Onboarding",
            "ADOPTION=活用=Adoption",
            "RENEWAL=更新=Renewal",
            "LAPSED=失効=Lapsed");
    static final EnumType STAGE_SOURCE =
            of("StageSource", "STATED=申告=Stated", "DERIVED=判定=Derived", "ASSUMED=仮定=Assumed");
    static final EnumType SIZE_BAND =
            of("SizeBand", "SMALL=小規模=Small", "MEDIUM=中規模=Medium", "LARGE=大規模=Large", "UNKNOWN=規模不明=Unknown size");
    static final EnumType TOUCH = of("Touch", "HIGH=ハイタッチ=High touch", "LOW=ロータッチ=Low touch", "TECH=テックタッチ=Tech touch");
    static final EnumType PROGRAMME =
            of("Programme", "INDIVIDUAL=個別=Individual", "GROUP=集合=Group", "SELF_SERVICE=セルフサービス=Self service");
    static final EnumType RENEWAL_STATE = of(
            "RenewalState",
            "OUTSIDE=更新期間外=Outside the window",
            "OPEN=更新期間中=Open",
            "SECURED=更新確定=Secured",
            "DEADLINE_PASSED=期限経過=Deadline passed",
            "NOTICE_RECEIVED=解約通知受領=Notice received",
            "RENEWED=更新済み=Renewed",
            "LAPSED=失効=Lapsed");
    static final EnumType BAND =
            of("Band", "RED=危険=Red", "YELLOW=注意=Yellow", "GREEN=良好=Green", "UNKNOWN=データ不足=Not enough data");
    static final EnumType SUCCESS_LEVEL =
            of("SuccessLevel", "NONE=未達=None", "LIGHT=ライトサクセス=Light success", "DEEP=ディープサクセス=Deep success");
    static final EnumType TICKET_KIND =
            of("TicketKind", "INCIDENT=障害=Incident", "QUESTION=質問=Question", "REQUEST=要望=Request");
    static final EnumType CONTACT_ROLE = of(
            "ContactRole",
            "CHAMPION=推進担当者=Champion",
            "SPONSOR=スポンサー=Sponsor",
            "DECISION_MAKER=決裁者=Decision maker",
            "EXECUTIVE=経営層=Executive",
            "ADMIN=管理者=Administrator",
            "FIELD_MANAGER=現場管理職=Field manager",
            "FIELD=現場=Field",
            "PROMOTER=推進部門=Promoter",
            "USER=利用者=User",
            "OTHER=その他=Other");
    static final EnumType ACTION_STATE = of(
            "ActionState",
            "OPEN=未着手=Open",
            "ACCEPTED=対応中=Accepted",
            "DONE=完了=Done",
            "DISMISSED=対応不要=Dismissed",
            "SNOOZED=保留=Snoozed",
            "EXPIRED=期限切れ=Expired",
            "SUPERSEDED=統合=Superseded",
            "HELD=見合わせ中=Held",
            "WITHDRAWN=取り下げ=Withdrawn");
    static final EnumType OUTCOME_RESULT = of(
            "OutcomeResult",
            "ACCEPTED=対応中=Accepted",
            "DONE=完了=Done",
            "DISMISSED=対応不要=Dismissed",
            "EXPIRED=期限切れ=Expired",
            "SUPERSEDED=統合=Superseded",
            "SUCCEEDED=成功=Succeeded",
            "FAILED=不成功=Failed");

    static final List<EnumType> ALL = List.of(
            STAGE,
            STAGE_SOURCE,
            SIZE_BAND,
            TOUCH,
            PROGRAMME,
            RENEWAL_STATE,
            BAND,
            SUCCESS_LEVEL,
            TICKET_KIND,
            CONTACT_ROLE,
            ACTION_STATE,
            OUTCOME_RESULT);

    private BuiltinEnums() {}

    private static EnumType of(String name, String... entries) {
        List<String> values = new ArrayList<>();
        Map<String, String> ja = new LinkedHashMap<>();
        Map<String, String> en = new LinkedHashMap<>();
        for (String entry : entries) {
            String[] parts = entry.split("=", -1);
            values.add(parts[0]);
            ja.put(parts[0], parts[1]);
            en.put(parts[0], parts[2]);
        }
        return new EnumType(name, values, ja, en);
    }
}
