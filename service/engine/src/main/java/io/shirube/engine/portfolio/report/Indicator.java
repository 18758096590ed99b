package io.shirube.engine.portfolio.report;

import io.shirube.engine.model.Text;

/** The indicators, in the order in which they are read; each with its definition in a line. */
public enum Indicator {
    MONTHLY_CHURN(
            "月次解約率",
            "Monthly churn rate",
            Unit.RATIO,
            "当月の解約MRR ÷ 前月末の総MRR",
            "MRR lost by cancellation in the month ÷ total MRR at the end of the month before"),
    MONTHLY_RENEWAL_CHURN(
            "月次更新解約率",
            "Monthly renewal churn rate",
            Unit.RATIO,
            "当月に更新判断を迎えた契約の解約MRR ÷ その契約のMRR",
            "MRR lost among contracts due in the month ÷ MRR of contracts due in the month"),
    SURVIVAL(
            "12か月の残存率",
            "Survival over 12 months",
            Unit.RATIO,
            "(1 − 月次解約率)の12乗",
            "(1 − monthly churn rate) to the power of 12"),
    LOGO_CHURN(
            "社数解約率(12か月)",
            "Logo churn in 12 months",
            Unit.RATIO,
            "期間中の解約社数 ÷ 期首の社数",
            "customers lost in the period ÷ customers at its start"),
    GRR(
            "総売上維持率 GRR",
            "Gross revenue retention",
            Unit.RATIO,
            "(期首MRR − 解約 − 減額) ÷ 期首MRR、同じ顧客で",
            "(start MRR − churn − contraction) ÷ start MRR, same cohort"),
    NRR(
            "売上継続率 NRR",
            "Net revenue retention",
            Unit.RATIO,
            "(期首MRR − 解約 − 減額 + 増額) ÷ 期首MRR、同じ顧客で",
            "(start MRR − churn − contraction + expansion) ÷ start MRR, same cohort"),
    EXPANDED_ACCOUNTS(
            "アップセル/クロスセル率(社数)",
            "Up-/cross-sell rate (accounts)",
            Unit.RATIO,
            "増額した社数 ÷ 期首の社数",
            "accounts expanded ÷ accounts at start"),
    EXPANDED_MRR(
            "アップセル/クロスセル率(MRR)",
            "Up-/cross-sell rate (MRR)",
            Unit.RATIO,
            "増額MRR ÷ 期首MRR",
            "MRR expanded ÷ MRR at start"),
    ONBOARDING_COMPLETION(
            "オンボーディング完了率(期限到来ベース)",
            "Onboarding completion",
            Unit.RATIO,
            "完了した顧客企業 ÷ プログラムの期限を過ぎた顧客企業",
            "accounts that finished all milestones ÷ accounts past their programme's deadline"),
    ONBOARDING_IN_PERIOD(
            "オンボーディング完了率(期間内ベース)",
            "Onboarding completion within the period",
            Unit.RATIO,
            "完了した顧客企業 ÷ オンボーディング期間中の全顧客企業",
            "accounts that finished ÷ all accounts in their onboarding period"),
    ACTIVE_RATE("利用率", "Active rate", Unit.RATIO, "利用者 ÷ 契約席数", "active users ÷ seats"),
    FEATURE_USE(
            "コア機能利用率", "Feature use rate", Unit.RATIO, "コア機能の利用者 ÷ 利用者", "users of the core feature ÷ active users"),
    NPS("NPS", "NPS", Unit.POINTS, "推奨者% − 批判者%", "% promoters (9–10) − % detractors (0–6)"),
    PRICE("単価(1席あたりMRR)", "Price (MRR of a seat)", Unit.MONEY, "MRR ÷ 席数", "MRR ÷ seats"),
    VOLUME("数量(1社あたり席数)", "Volume (seats of an account)", Unit.NUMBER, "席数 ÷ 社数", "seats ÷ accounts"),
    LIFETIME(
            "平均継続月数",
            "Months a customer stays",
            Unit.NUMBER,
            "1 ÷ 月あたりの解約率(12か月の解約から換算)",
            "1 ÷ monthly revenue churn over the 12 months"),
    LTV(
            "LTV(継続 × 単価 × 数量 × 粗利率)",
            "LTV (retention × price × volume × margin)",
            Unit.MONEY,
            "平均MRR × 粗利率 ÷ 解約率",
            "average MRR × gross margin ÷ revenue churn");

    private final Text label;
    private final Unit unit;
    private final Text formula;

    Indicator(String ja, String en, Unit unit, String formulaJa, String formulaEn) {
        this.label = new Text(ja, en);
        this.unit = unit;
        this.formula = new Text(formulaJa, formulaEn);
    }

    /** What a value is told in. */
    public enum Unit {
        /** Shown times 100. */
        RATIO,
        /** −100..100. */
        POINTS,
        /** The book's currency. */
        MONEY,
        /** A plain number. */
        NUMBER
    }

    /** Returns its name in words. */
    public Text label() {
        return label;
    }

    public Unit unit() {
        return unit;
    }

    /** Returns its definition. */
    public Text formula() {
        return formula;
    }
}
