package io.shirube.io.generate;

import java.util.List;

/** Names of companies that do not exist: rare characters, syllables without a meaning, and a trade. */
final class CompanyNames {

    private static final List<String> FIRST =
            List.of("碧", "澪", "梓", "椋", "凪", "朔", "燈", "樟", "苔", "雫", "篁", "茜", "櫂", "漣", "瑞", "梛", "榛", "蒼");
    private static final List<String> SECOND = List.of("凪", "ヶ瀬", "乃", "ノ峰", "ノ森", "影", "汐", "祢", "ノ沢", "羽");
    private static final List<String> SYLLABLES = List.of(
            "カ", "ミ", "ト", "ネ", "ソ", "リ", "ヌ", "ホ", "ヤ", "ク", "テ", "ラ", "ム", "シ", "エ", "ノ", "ヒ", "ルカ", "ナム", "ティ");

    private CompanyNames() {}

    /**
     * An industry.
     *
     * @param trade how its companies call themselves
     */
    record Industry(String name, String trade, Season season) {}

    private static final List<Industry> INDUSTRIES = List.of(
            new Industry("計測器製造", "計測", Season.LEVEL),
            new Industry("部品製造", "精工", Season.CLOSING),
            new Industry("食品製造", "食品", Season.RETAIL),
            new Industry("卸売", "商事", Season.CLOSING),
            new Industry("小売", "ストア", Season.RETAIL),
            new Industry("物流", "物流", Season.RETAIL),
            new Industry("情報サービス", "システムズ", Season.LEVEL),
            new Industry("会計事務所", "会計事務所", Season.ACCOUNTING),
            new Industry("建設", "建設", Season.CLOSING),
            new Industry("医療", "メディカル", Season.LEVEL),
            new Industry("教育", "学院", Season.SCHOOL),
            new Industry("不動産", "不動産", Season.CLOSING));

    static Industry industry(Dice dice) {
        return dice.oneOf(INDUSTRIES);
    }

    /** Returns a name; one in twenty is written the way people type it: ㈱, (株), half-width or spaced. */
    static String name(Industry industry, Dice dice) {
        String coined = dice.oneOf(FIRST)
                + dice.oneOf(SECOND)
                + dice.oneOf(SYLLABLES)
                + dice.oneOf(SYLLABLES)
                + dice.oneOf(SYLLABLES)
                + industry.trade();
        if (industry.trade().endsWith("事務所") || industry.trade().endsWith("学院")) {
            return coined;
        }
        if (dice.chance(0.05)) {
            return dice.oneOf(List.of("㈱", "（株）", "(株)", "ｶ)", "株式会社　", "株式会社 ")) + coined;
        }
        return dice.chance(0.6) ? "株式会社" + coined : coined + (dice.chance(0.9) ? "株式会社" : "合同会社");
    }
}
