package io.shirube.engine.authoring.expression;

import static io.shirube.engine.authoring.expression.Wording.error;
import static io.shirube.engine.authoring.expression.Wording.warning;

/** What the expression parsers say about values that do not go together. Japanese first, then English; what is wrong, then what to try. */
enum TypeMessage implements Message {
    NO_CONDITION(error(
            "これだけでは条件になりません。",
            "比較を書いてください（例: arr >= 1000000）。",
            "This alone is no condition.",
            "Compare it with something, such as arr >= 1000000.")),
    CONDITION_AS_VALUE(error(
            "値が要るところに条件があります。",
            "条件どうしは && や || でつないでください。",
            "A condition stands where a value is needed.",
            "Join conditions with && or ||.")),
    FIXED_COMPARISON(
            error("決まった値どうしを比べています。", "どちらか一方を項目にしてください。", "Two fixed values are compared.", "Make one side a field.")),
    TYPES_DIFFER(error(
            "{0}と{1}は比べられません。",
            "同じ種類の値と比べてください。",
            "Values of different kinds cannot be compared: {0} and {1}.",
            "Compare values of one kind.")),
    TEXT_WITHOUT_QUOTES(error(
            "文字列「{0}」が \" で囲まれていません。",
            "\"{0}\" と書いてください。", "The text {0} is not between quotes.", "Write \"{0}\", with the quotes.")),
    ENUM_IN_QUOTES(error(
            "選択肢の名前が \" で囲まれています。",
            "\" を外して {0} と書いてください。",
            "A name from a list stands between quotes.",
            "Write {0} without quotes.")),
    MISSPELT_VALUE(error(
            "「{0}」は {1} の選択肢にありません。", "「{2}」のことですか。", "\"{0}\" is not in the list {1}.", "Did you mean \"{2}\"?")),
    UNKNOWN_VALUE(
            error("「{0}」は {1} の選択肢にありません。", "使えるのは {2} です。", "\"{0}\" is not in the list {1}.", "Use one of {2}.")),
    NO_ORDER(error(
            "{0}に大小はありません。",
            "== か != で比べてください。", "There is no greater or less for {0}.", "Compare with == or != instead.")),
    DATE_AS_NUMBER(error(
            "日付 {0} を数値として使うことはできません。",
            "判断日からの日数 {1} を使ってください（これからの日付なら …DaysAhead）。",
            "The date \"{0}\" cannot be used as a number.",
            "Use {1}, the days up to the as-of date (…DaysAhead for dates to come).")),
    NUMBER_EXPECTED(error(
            "計算に使えるのは数値だけですが、ここは{0}です。",
            "数値の項目を使ってください。", "Only numbers can be computed with, and this is {0}.", "Use a field that is a number.")),
    NULL_ORDER(error(
            "null を「{0}」で比べることはできません。",
            "値が不明かどうかは == null か != null で調べます。",
            "\"null\" cannot be compared with \"{0}\".",
            "Ask whether a value is unknown with == null or != null.")),
    NULL_NEEDS_FIELD(error(
            "null と比べられるのは項目だけです。",
            "項目を1つずつ == null で調べてください。",
            "Only a field can be compared with null.",
            "Test each field by itself with == null.")),
    NULL_IN_VALUE(error(
            "null は値として使えません。",
            "不明かどうかは 項目 == null と書いて調べます。",
            "\"null\" is no value.",
            "Ask whether a field is unknown with field == null.")),
    SET_COMPARED(error(
            "文字列の集合はこの方法では比べられません。",
            "contains を使ってください（例: products contains \"SSO\"）。",
            "A set of texts cannot be compared like this.",
            "Use contains, such as products contains \"SSO\".")),
    CONTAINS_NEEDS_SET(error(
            "contains は文字列の集合にだけ使えますが、ここは{0}です。",
            "文字列の一部を調べるには matches \".*login.*\" を使ってください。",
            "\"contains\" works on sets of texts only, and this is {0}.",
            "To look inside a text use matches \".*login.*\".")),
    MATCHES_NEEDS_TEXT(error(
            "matches は文字列の項目にだけ使えますが、ここは{0}です。",
            "== や >= で比べてください。",
            "\"matches\" works on text fields only, and this is {0}.",
            "Compare with == or >= instead.")),
    QUOTED_TEXT_EXPECTED(error(
            "{0} の後には \" で囲んだ文字列が要ります。",
            "{0} \"…\" のように書いてください。", "\"{0}\" needs a text between quotes.", "Write {0} \"…\".")),
    BAD_PATTERN(error(
            "正規表現「{0}」の書き方が正しくありません。",
            "括弧や * の位置を見直してください（後方参照と先読みは使えません）。",
            "The pattern \"{0}\" cannot be read.",
            "Check its brackets and stars; back-references and look-ahead are not available.")),
    PATTERN_TOO_LONG(error(
            "正規表現が長すぎるか、繰り返しが多すぎます。",
            "{0}文字まで、{n} の数は掛け合わせて1000までにしてください。",
            "The pattern is too long or repeats too much.",
            "Keep it to {0} characters, and the product of all its {n} to 1000.")),
    RATIO_AS_PERCENT(error(
            "{0} は 0〜1 の比率ですが、{2} と比べています。",
            "{2}% の意味なら {1} と書いてください。",
            "\"{0}\" is a ratio from 0 to 1, but is compared with {2}.",
            "Write {1} if you mean {2}%.")),
    OUT_OF_RANGE(warning(
            "値 {0} は {1} が取り得る範囲（{2}〜{3}）の外です。",
            "値を見直してください。この条件はいつも同じ結果になります。",
            "{0} is outside the range of \"{1}\" ({2} to {3}).",
            "Check the value: the condition always comes out the same."));

    private final Wording wording;

    TypeMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
