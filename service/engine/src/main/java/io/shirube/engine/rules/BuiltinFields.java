package io.shirube.engine.rules;

import static io.shirube.engine.model.FactType.ACCOUNT;
import static io.shirube.engine.model.FactType.ACTION;
import static io.shirube.engine.model.FactType.CONTACT;
import static io.shirube.engine.model.FactType.CONTRACT;
import static io.shirube.engine.model.FactType.HEALTH;
import static io.shirube.engine.model.FactType.OUTCOME;
import static io.shirube.engine.model.FactType.RENEWAL;
import static io.shirube.engine.model.FactType.SEGMENT;
import static io.shirube.engine.model.FactType.STAGE;
import static io.shirube.engine.model.FactType.SUCCESS;
import static io.shirube.engine.model.FactType.TICKET;
import static io.shirube.engine.rules.ValueType.BOOLEAN;
import static io.shirube.engine.rules.ValueType.DATE;
import static io.shirube.engine.rules.ValueType.NUMBER;
import static io.shirube.engine.rules.ValueType.TEXT;
import static io.shirube.engine.rules.ValueType.TEXT_SET;

import io.shirube.engine.model.FactType;
import java.util.List;

/**
 * The fields every ruleset has, and those of the health dimensions it names. Signals, attributes and concluded values
 * follow them in the same {@link FieldRegister}.
 */
public final class BuiltinFields {

    /** Unit of a date for which a told null means that it has not happened. */
    public static final String EVENT = "event";

    private static final double MOST_PEOPLE = 10_000_000;
    private static final double MOST_MONEY = 1e12;

    private final FieldRegister register;
    private final EnumType actionName;

    private BuiltinFields(FieldRegister register, EnumType actionName) {
        this.register = register;
        this.actionName = actionName;
    }

    /**
     * One health dimension.
     *
     * @param name such as {@code adoption}
     */
    public record Dimension(String name, String labelJa, String labelEn) {}

    /** Returns the enums every ruleset has, {@code ActionName} apart. */
    public static List<EnumType> enums() {
        return BuiltinEnums.ALL;
    }

    /**
     * Returns a register that holds the built-in fields.
     *
     * @param actionName the action types of the catalogue, named {@code ActionName}
     */
    public static FieldRegister register(EnumType actionName, List<Dimension> dimensions) {
        BuiltinFields fields = new BuiltinFields(new FieldRegister(), actionName);
        fields.account();
        fields.contract();
        fields.stageAndSegment();
        fields.renewal();
        fields.health(dimensions);
        fields.ticket();
        fields.contact();
        fields.actionAndOutcome();
        return fields.register;
    }

    private void account() {
        text(ACCOUNT, "id", "顧客ID", "Account id");
        text(ACCOUNT, "name", "顧客名", "Account name");
        people("employees", "従業員数", "Employees");
        people("groupEmployees", "連結従業員数", "Group employees");
        text(ACCOUNT, "industry", "業種", "Industry");
        register.draft(ACCOUNT, "statedStage", BuiltinEnums.STAGE, "申告段階", "Stated stage")
                .add();
        text(ACCOUNT, "parentId", "親会社ID", "Parent id");
        event(ACCOUNT, "onboardingCompletedOn", "オンボーディング完了日", "Onboarding completed");
    }

    private void contract() {
        date(CONTRACT, "start", "契約開始日", "Contract start");
        date(CONTRACT, "end", "契約満了日", "Contract end");
        event(CONTRACT, "noticeReceivedOn", "解約通知受領日", "Notice received");
        date(CONTRACT, "budgetSubmissionDate", "予算申請日", "Budget submission");
        flag(CONTRACT, "autoRenew", "自動更新", "Auto-renewal");
        number(CONTRACT, "termMonths", "契約月数", "Term in months", "months", 600)
                .step(1)
                .add();
        number(CONTRACT, "arr", "年間契約額", "ARR", "yen", MOST_MONEY).step(1).add();
        number(CONTRACT, "mrr", "月間契約額", "MRR", "yen", MOST_MONEY).step(1).add();
        text(CONTRACT, "currency", "通貨", "Currency");
        text(CONTRACT, "plan", "プラン", "Plan");
        register.draft(CONTRACT, "products", TEXT_SET, "契約製品", "Products").add();
        date(CONTRACT, "noticeDeadline", "更新拒絶通知期限", "Notice deadline");
        date(CONTRACT, "decisionDate", "更新判断期限", "Decision date");
        flag(CONTRACT, "noticeAssumed", "通知期限は仮定", "Notice deadline assumed");
        register.draft(CONTRACT, "elapsedShare", NUMBER, "契約経過率", "Share of the term elapsed")
                .unit("ratio")
                .add();
    }

    private void stageAndSegment() {
        register.draft(STAGE, "value", BuiltinEnums.STAGE, "段階", "Stage")
                .concludedIn(Phase.LIFECYCLE, Merge.SINGLE)
                .add();
        register.draft(STAGE, "source", BuiltinEnums.STAGE_SOURCE, "段階の根拠", "Source of the stage")
                .computedIn(Phase.LIFECYCLE)
                .add();
        register.draft(SEGMENT, "sizeBand", BuiltinEnums.SIZE_BAND, "規模区分", "Size band")
                .concludedIn(Phase.LIFECYCLE, Merge.SINGLE)
                .add();
        register.draft(SEGMENT, "touch", BuiltinEnums.TOUCH, "タッチ", "Touch")
                .concludedIn(Phase.SEGMENT, Merge.SINGLE)
                .add();
        register.draft(SEGMENT, "programme", BuiltinEnums.PROGRAMME, "プログラム", "Programme")
                .concludedIn(Phase.SEGMENT, Merge.SINGLE)
                .add();
    }

    private void renewal() {
        register.draft(RENEWAL, "state", BuiltinEnums.RENEWAL_STATE, "更新状況", "Renewal state")
                .computedIn(Phase.SEGMENT)
                .add();
        register.draft(RENEWAL, "daysLeft", NUMBER, "更新判断期限までの残り日数", "Days left to decide")
                .unit("days")
                .step(1)
                .computedIn(Phase.SEGMENT)
                .add();
        register.draft(RENEWAL, "step", NUMBER, "更新ステップ", "Renewal step")
                .unit("days")
                .step(1)
                .computedIn(Phase.SEGMENT)
                .add();
    }

    private void health(List<Dimension> dimensions) {
        register.draft(HEALTH, "score", NUMBER, "ヘルススコア", "Health score")
                .unit("points")
                .range(0.0, 100.0)
                .computedIn(Phase.HEALTH)
                .add();
        register.draft(HEALTH, "band", BuiltinEnums.BAND, "健康度", "Health band")
                .computedIn(Phase.HEALTH)
                .add();
        register.draft(HEALTH, "coverage", NUMBER, "データ充足率", "Data coverage")
                .unit("ratio")
                .range(0.0, 1.0)
                .computedIn(Phase.HEALTH)
                .add();
        for (Dimension dimension : dimensions) {
            String name = dimension.name();
            points(name, dimension.labelJa() + "の点数", dimension.labelEn() + " score", Merge.LOWEST);
            points(name + "AtLeast", dimension.labelJa() + "の下限", dimension.labelEn() + " at least", Merge.HIGHEST);
            points(name + "AtMost", dimension.labelJa() + "の上限", dimension.labelEn() + " at most", Merge.LOWEST);
            points(name + "Weight", dimension.labelJa() + "の重み", dimension.labelEn() + " weight", Merge.SINGLE);
        }
        register.draft(HEALTH, "cap", BuiltinEnums.BAND, "上限判定", "Cap")
                .concludedIn(Phase.HEALTH, Merge.LOWEST)
                .add();
        register.draft(SUCCESS, "level", BuiltinEnums.SUCCESS_LEVEL, "成果の段階", "Success level")
                .concludedIn(Phase.SUCCESS, Merge.HIGHEST)
                .add();
    }

    private void ticket() {
        text(TICKET, "id", "問い合わせID", "Ticket id");
        register.draft(TICKET, "severity", NUMBER, "重要度", "Severity")
                .range(1.0, 4.0)
                .step(1)
                .add();
        date(TICKET, "openedAt", "起票日", "Opened");
        event(TICKET, "closedAt", "解決日", "Closed");
        flag(TICKET, "open", "未解決", "Open");
        number(TICKET, "reopened", "再オープン回数", "Times reopened", "times", 1000)
                .step(1)
                .add();
        flag(TICKET, "escalated", "エスカレーション済み", "Escalated");
        register.draft(TICKET, "kind", BuiltinEnums.TICKET_KIND, "種別", "Kind").add();
        text(TICKET, "cause", "原因", "Cause");
        flag(TICKET, "waitingForCustomer", "顧客の返答待ち", "Waiting for the customer");
    }

    private void contact() {
        text(CONTACT, "id", "担当者ID", "Contact id");
        register.draft(CONTACT, "role", BuiltinEnums.CONTACT_ROLE, "役割", "Role").add();
        event(CONTACT, "leftOn", "離任日", "Left");
        flag(CONTACT, "present", "在任", "Present");
        date(CONTACT, "lastContactAt", "最終接触日", "Last contact");
        number(CONTACT, "ratingValue", "評価点", "Rating", "points", 10).add();
        date(CONTACT, "ratingAt", "評価日", "Rated");
        text(CONTACT, "ratingWave", "調査回", "Survey wave");
        event(CONTACT, "ratingAnsweredOn", "評価への返答日", "Rating answered");
        flag(CONTACT, "ratingAnswered", "評価への返答済み", "Rating answered (yes or no)");
        flag(CONTACT, "optedOut", "配信停止", "Opted out of promotional mail");
    }

    private void actionAndOutcome() {
        text(ACTION, "key", "アクションのキー", "Action key");
        register.draft(ACTION, "type", actionName, "アクション種別", "Action type").add();
        date(ACTION, "openedOn", "提案日", "Opened");
        register.draft(ACTION, "state", BuiltinEnums.ACTION_STATE, "対応状況", "State")
                .add();
        event(ACTION, "snoozedUntil", "保留期限", "Snoozed until");
        register.draft(OUTCOME, "type", actionName, "アクション種別", "Action type").add();
        text(OUTCOME, "group", "アクション群", "Action group");
        register.draft(OUTCOME, "result", BuiltinEnums.OUTCOME_RESULT, "結果", "Result")
                .add();
        date(OUTCOME, "on", "結果の日", "Outcome");
    }

    private void points(String name, String ja, String en, Merge merge) {
        number(HEALTH, name, ja, en, "points", 100)
                .concludedIn(Phase.HEALTH, merge)
                .add();
    }

    private void people(String name, String ja, String en) {
        number(ACCOUNT, name, ja, en, "people", MOST_PEOPLE).step(1).add();
    }

    private FieldRegister.Draft number(FactType owner, String name, String ja, String en, String unit, double max) {
        return register.draft(owner, name, NUMBER, ja, en).unit(unit).range(0.0, max);
    }

    private void text(FactType owner, String name, String ja, String en) {
        register.draft(owner, name, TEXT, ja, en).add();
    }

    private void flag(FactType owner, String name, String ja, String en) {
        register.draft(owner, name, BOOLEAN, ja, en).add();
    }

    private void date(FactType owner, String name, String ja, String en) {
        register.draft(owner, name, DATE, ja, en).add();
    }

    private void event(FactType owner, String name, String ja, String en) {
        register.draft(owner, name, DATE, ja, en).unit(EVENT).add();
    }
}
