package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Severity;

/**
 * Everything the expression parsers say. Japanese first, then English; what is wrong, then what to try.
 *
 * <p>Longer than other files because all messages stand in one place: they are written and reviewed together.
 */
enum ExpressionMessage implements Message {
    FULL_WIDTH(
            Severity.NOTICE,
            "全角の「{0}」を半角の「{1}」として読みました",
            "このままでも動きますが、半角に直すと読みやすくなります",
            "the full-width {0} was read as {1}",
            "it works as it is; a plain {1} is easier to read"),
    UNCLOSED_TEXT(
            Severity.ERROR,
            "文字列を閉じる \" が行の終わりまでにありません",
            "文字列の終わりに \" を付けてください（文字列は1行に収めます）",
            "this text has no closing \" before the end of its line",
            "put a \" where the text ends; a text stays on one line"),
    UNCLOSED_COMMENT(
            Severity.ERROR,
            "コメントの /* に対する */ がありません",
            "コメントの終わりに */ を付けるか、// を使ってください",
            "this /* comment has no closing */",
            "put */ where the comment ends, or use //"),
    BAD_ESCAPE(
            Severity.ERROR,
            "文字列の中の {0} は使えません",
            "\\ そのものを書くには \\\\ とし、\" は \\\" とします",
            "{0} means nothing inside a text",
            "write \\\\ for a backslash and \\\" for a quote"),
    TEXT_TOO_LONG(
            Severity.ERROR,
            "文字列が長すぎます（{0}文字）",
            "1000文字までに短くしてください",
            "this text is too long ({0} characters)",
            "shorten it to 1000 characters"),
    SINGLE_QUOTES(
            Severity.ERROR,
            "文字列を囲む記号が ' になっています",
            "文字列は \" で囲んでください",
            "texts do not stand in single quotes",
            "put the text between double quotes, \""),
    STRANGE_CHARACTER(
            Severity.ERROR,
            "ここでは使えない文字があります: {0}",
            "その文字を消すか、文字列の中なら \" で囲んでください",
            "this character cannot stand here: {0}",
            "delete it, or put the text it belongs to between \""),
    ENDS_TOO_EARLY(
            Severity.ERROR,
            "「{0}」が来る前に終わっています",
            "「{0}」を補ってください",
            "it ends before the {0} that belongs here",
            "add {0}"),
    SIGN_EXPECTED(
            Severity.ERROR,
            "「{0}」があるはずのところに「{1}」があります",
            "「{1}」の前に「{0}」を補うか、「{1}」を消してください",
            "{0} was expected here, but {1} stands here",
            "put {0} before {1}, or delete {1}"),
    UNCLOSED_BRACKET(
            Severity.ERROR,
            "「{0}」が閉じられていません",
            "対応する「{1}」を補ってください",
            "this {0} is never closed",
            "add the {1} that belongs to it"),
    EXTRA_BRACKET(
            Severity.ERROR,
            "対応する開き括弧のない「{0}」があります",
            "「{0}」を消すか、開き括弧を補ってください",
            "this {0} closes nothing",
            "delete it, or add the bracket it should close"),
    TOO_DEEP(
            Severity.ERROR,
            "式が複雑すぎます（入れ子・演算は{0}段まで）",
            "条件を分けて、複数の条件か複数のルールにしてください",
            "this is nested too deeply or too long a sum (at most {0})",
            "split it into several conditions or several rules"),
    TOO_MANY_PARTS(
            Severity.ERROR,
            "一つの式に並べられるのは{0}個までです",
            "複数のルールか、判断表（.table.csv）に分けてください",
            "one expression joins at most {0} parts",
            "split it into several rules, or use a decision table (.table.csv)"),
    VALUE_MISSING(
            Severity.ERROR,
            "値が来る前に条件が終わっています",
            "比べる値を書いてください（例: severity == 1）",
            "the condition ends where a value is needed",
            "write the value to compare with, such as severity == 1"),
    VALUE_EXPECTED(
            Severity.ERROR,
            "値があるはずのところに「{0}」があります",
            "数値、\"文字列\"、項目名のどれかを書いてください",
            "a value is needed here, but {0} stands here",
            "write a number, a \"text\" or the name of a field"),
    LEFT_SIDE_MISSING(
            Severity.ERROR,
            "「{0}」の左に比べる項目がありません",
            "項目名を繰り返してください（例: arr >= 100 && arr < 500）",
            "there is nothing left of {0} to compare",
            "repeat the field, such as arr >= 100 && arr < 500"),
    NUMBER_FORM(
            Severity.ERROR,
            "数値「{0}」の書き方が正しくありません",
            "12、0.5、-3 のように書いてください（単位や先頭の0は付けません）",
            "{0} is no number this language knows",
            "write it like 12, 0.5 or -3, without unit and without leading zeros"),
    THOUSANDS_COMMA(
            Severity.ERROR,
            "数値の中に桁区切りの「,」があります",
            "「,」は条件の区切りです。{0} のように続けて書いてください",
            "a number holds no thousands separator; a comma separates conditions",
            "write {0}"),
    DATE_WRITTEN(
            Severity.ERROR,
            "日付をそのまま書くことはできません",
            "判断日からの日数で書いてください（例: openedDaysAgo > 14、decisionDateDaysAhead <= 90）",
            "a date cannot be written here",
            "compare days from the as-of date, such as openedDaysAgo > 14 or decisionDateDaysAhead <= 90"),
    PERCENT_SIGN(
            Severity.ERROR, "数値に % は付けられません", "{0}% は {1} と書いてください", "a number takes no % sign", "write {1} for {0}%"),
    NO_REMAINDER(
            Severity.ERROR,
            "% による剰余の計算は使えません",
            "剰余が要るときは signals.yml に項目として用意してください",
            "the remainder sign % is not available",
            "if you need a remainder, provide it as a signal in signals.yml"),
    RATIO_AS_PERCENT(
            Severity.ERROR,
            "{0} は 0〜1 の比率ですが、{2} と比べています",
            "{2}% の意味なら {1} と書いてください",
            "{0} is a ratio from 0 to 1, but is compared with {2}",
            "write {1} if you mean {2}%"),
    OUT_OF_RANGE(
            Severity.WARNING,
            "値 {0} は {1} が取り得る範囲（{2}〜{3}）の外です",
            "値を見直してください。この条件はいつも同じ結果になります",
            "{0} is outside the range of {1} ({2} to {3})",
            "check the value: the condition always comes out the same"),
    MISTAKEN_SIGN(Severity.ERROR, "「{0}」はここでは使えません", "「{1}」と書いてください", "{0} is not used here", "write {1}"),
    CHAINED_COMPARISON(
            Severity.ERROR,
            "比較を続けて書くことはできません",
            "二つに分けてください（例: score >= 40 && score < 70）",
            "comparisons cannot be chained",
            "write two, such as score >= 40 && score < 70"),
    MISSPELT_OPERATOR(
            Severity.ERROR, "「{0}」という演算子はありません", "「{1}」のことでしょうか", "there is no operator {0}", "did you mean {1}?"),
    UNKNOWN_OPERATOR(
            Severity.ERROR,
            "「{0}」という演算子はありません",
            "使えるのは == != < <= > >= in matches contains と && || ! です",
            "there is no operator {0}",
            "use one of == != < <= > >= in matches contains and && || !"),
    LIST_EXPECTED(
            Severity.ERROR,
            "in の後に値の一覧がありません",
            "in ( A, B ) のように書いてください",
            "in is not followed by a list",
            "write in ( A, B )"),
    EMPTY_LIST(
            Severity.ERROR,
            "in の一覧が空です",
            "値を一つ以上書いてください（例: in ( A, B )）",
            "the list after in is empty",
            "name at least one value, such as in ( A, B )"),
    LIST_OF_FIXED_VALUES(
            Severity.ERROR,
            "in の一覧には決まった値だけを書けます",
            "項目と比べるには == を || でつないでください",
            "a list after in holds only fixed values",
            "to compare with a field, join several == by ||"),
    CAST(
            Severity.ERROR,
            "「#」による型の指定は使えません",
            "項目名だけを書いてください",
            "casts with # are not available",
            "write the name of the field alone"),
    INDEX(
            Severity.ERROR,
            "[ ] による要素の指定は使えません",
            "集合には contains を使ってください（例: products contains \"SSO\"）",
            "elements cannot be picked with [ ]",
            "use contains for sets, such as products contains \"SSO\""),
    NULL_SAFE_DOT(
            Severity.ERROR,
            "「{0}」は使えません。値が不明でもエラーにはなりません",
            "「.」だけにしてください",
            "{0} is not needed: an unknown value never fails",
            "write a plain dot"),
    NO_ASSIGNMENT(
            Severity.ERROR,
            "「{0}」は使えません。条件は値を変えられません",
            "比較には ==、名前付けには : を使ってください（例: $u : seatUtilisation）",
            "{0} is not available: a condition changes nothing",
            "compare with ==, or name a value with : such as $u : seatUtilisation"),
    THIS(Severity.ERROR, "this は使えません", "項目名を直接書いてください", "this is not available", "write the name of a field"),
    METHOD_CALL(
            Severity.ERROR,
            "「{0}」のような処理の呼び出しは使えません",
            "項目名と演算子だけで書いてください。計算が要るときは signals.yml の derive に書きます",
            "calls such as {0} are not available",
            "use fields and operators only; computed values belong in signals.yml under derive"),
    FUNCTION_CALL(
            Severity.ERROR,
            "条件の中で関数「{0}」は使えません",
            "項目と演算子だけで書いてください。計算が要るときは signals.yml の derive に書きます",
            "the function {0} is not available in a condition",
            "use fields and operators only; computed values belong in signals.yml under derive"),
    EVAL(
            Severity.ERROR,
            "eval は使えません",
            "条件を項目の比較として書いてください（例: Signals( nps < 0 )）",
            "eval is not available",
            "write the condition as comparisons of fields, such as Signals( nps < 0 )"),
    COMMA_EXPECTED(
            Severity.ERROR,
            "条件の後に続く「{0}」の意味が分かりません",
            "条件の間には「,」か && を置いてください",
            "{0} cannot follow this condition",
            "put a comma or && between two conditions"),
    NO_CONDITION(
            Severity.ERROR,
            "これだけでは条件になりません",
            "比較を書いてください（例: arr >= 1000000）",
            "this alone is no condition",
            "compare it with something, such as arr >= 1000000"),
    CONDITION_AS_VALUE(
            Severity.ERROR,
            "値が要るところに条件があります",
            "条件どうしは && や || でつないでください",
            "a condition stands where a value is needed",
            "join conditions with && or ||"),
    FIXED_COMPARISON(
            Severity.ERROR,
            "決まった値どうしを比べています",
            "どちらか一方を項目にしてください",
            "two fixed values are compared",
            "make one side a field"),
    TYPES_DIFFER(
            Severity.ERROR,
            "{0}と{1}は比べられません",
            "同じ種類の値と比べてください",
            "{0} cannot be compared with {1}",
            "compare values of one kind"),
    TEXT_WITHOUT_QUOTES(
            Severity.ERROR,
            "文字列「{0}」が \" で囲まれていません",
            "\"{0}\" と書いてください",
            "the text {0} is not between quotes",
            "write \"{0}\""),
    ENUM_IN_QUOTES(
            Severity.ERROR,
            "選択肢の名前が \" で囲まれています",
            "\" を外して {0} と書いてください",
            "a name from a list stands between quotes",
            "write {0} without quotes"),
    MISSPELT_VALUE(
            Severity.ERROR, "「{0}」は {1} の選択肢にありません", "「{2}」のことでしょうか", "{1} has no name {0}", "did you mean {2}?"),
    UNKNOWN_VALUE(Severity.ERROR, "「{0}」は {1} の選択肢にありません", "使えるのは {2} です", "{1} has no name {0}", "use one of {2}"),
    NO_ORDER(Severity.ERROR, "{0}に大小はありません", "== か != で比べてください", "{0} has no order", "compare with == or !="),
    DATE_AS_NUMBER(
            Severity.ERROR,
            "日付 {0} を数値として使うことはできません",
            "判断日からの日数 {1} を使ってください（これからの日付なら …DaysAhead）",
            "the date {0} cannot be used as a number",
            "use {1}, the days up to the as-of date (…DaysAhead for dates to come)"),
    NUMBER_EXPECTED(
            Severity.ERROR,
            "計算に使えるのは数値だけですが、ここは{0}です",
            "数値の項目を使ってください",
            "only numbers can be computed with, and this is {0}",
            "use a field that is a number"),
    NULL_ORDER(
            Severity.ERROR,
            "null を「{0}」で比べることはできません",
            "値が不明かどうかは == null か != null で調べます",
            "null cannot be compared with {0}",
            "ask whether a value is unknown with == null or != null"),
    NULL_NEEDS_FIELD(
            Severity.ERROR,
            "null と比べられるのは項目だけです",
            "項目を一つずつ == null で調べてください",
            "only a field can be compared with null",
            "test each field by itself with == null"),
    NULL_IN_VALUE(
            Severity.ERROR,
            "null は値として使えません",
            "不明かどうかは 項目 == null と書いて調べます",
            "null is no value",
            "ask whether a field is unknown with field == null"),
    SET_COMPARED(
            Severity.ERROR,
            "文字列の集合はこの方法では比べられません",
            "contains を使ってください（例: products contains \"SSO\"）",
            "a set of texts cannot be compared like this",
            "use contains, such as products contains \"SSO\""),
    CONTAINS_NEEDS_SET(
            Severity.ERROR,
            "contains は文字列の集合にだけ使えますが、ここは{0}です",
            "文字列の一部を調べるには matches \".*login.*\" を使ってください",
            "contains works on sets of texts only, and this is {0}",
            "to look inside a text use matches \".*login.*\""),
    MATCHES_NEEDS_TEXT(
            Severity.ERROR,
            "matches は文字列の項目にだけ使えますが、ここは{0}です",
            "== や >= で比べてください",
            "matches works on text fields only, and this is {0}",
            "compare with == or >="),
    QUOTED_TEXT_EXPECTED(
            Severity.ERROR,
            "{0} の後には \" で囲んだ文字列が要ります",
            "{0} \"…\" のように書いてください",
            "{0} needs a text between quotes",
            "write {0} \"…\""),
    BAD_PATTERN(
            Severity.ERROR,
            "正規表現「{0}」の書き方が正しくありません",
            "括弧や * の位置を見直してください（後方参照と先読みは使えません）",
            "the pattern {0} cannot be read",
            "check its brackets and stars; back-references and look-ahead are not available"),
    PATTERN_TOO_LONG(
            Severity.ERROR,
            "正規表現が長すぎるか、繰り返しが多すぎます",
            "{0}文字まで、{n} の数は掛け合わせて1000までにしてください",
            "the pattern is too long or repeats too much",
            "keep it to {0} characters, and the product of all its {n} to 1000"),
    BINDING_NEEDS_DOLLAR(
            Severity.ERROR,
            "付けた名前「{0}」が $ で始まっていません",
            "${0} と書いてください",
            "the name {0} does not begin with $",
            "write ${0}"),
    BINDING_FORM(
            Severity.ERROR,
            "名前を付けられるのは項目一つだけです",
            "$u : seatUtilisation のように書き、条件は , で区切ってください",
            "only a single field can be given a name",
            "write $u : seatUtilisation and put conditions after a comma"),
    DUPLICATE_BINDING(
            Severity.ERROR, "名前 {0} は既に使われています", "別の名前にしてください", "the name {0} is already taken", "choose another name"),
    UNKNOWN_BINDING(
            Severity.ERROR,
            "名前 {0} はどこにも付けられていません",
            "when の中で {0} : 項目名 と書いてから使ってください",
            "nothing is named {0}",
            "name it under when, such as {0} : field, before you use it"),
    MISSPELT_BINDING(
            Severity.ERROR, "名前 {0} はどこにも付けられていません", "{1} のことでしょうか", "nothing is named {0}", "did you mean {1}?"),
    HIDDEN_BINDING(
            Severity.ERROR,
            "名前 {0} は not・exists・or・accumulate の中だけのものです",
            "外で使うには、その条件を when の直下に書いてください",
            "{0} is named inside not, exists, or, accumulate and unknown outside",
            "to use it here, write its condition directly under when"),
    RESULT_USED_LATER(
            Severity.ERROR,
            "集計の結果 {0} はここでは使えません",
            "結果の条件は accumulate の最後の部分に書き、文中では理由の { } でだけ引用できます",
            "the figure {0} cannot be used here",
            "put its condition into the last part of its accumulate; elsewhere it can only be quoted in a reason"),
    ITEM_WITHOUT_FIELD(
            Severity.ERROR,
            "{0} だけでは、どの項目のことか分かりません",
            "{0}.{1} のように項目名を付けてください",
            "{0} alone does not say which field",
            "name a field of it, such as {0}.{1}"),
    NOT_AN_ITEM(
            Severity.ERROR,
            "{0} は項目の値なので、.{1} は付けられません",
            "{0} とだけ書いてください",
            "{0} is a value and has no .{1}",
            "write {0} alone"),
    TOO_MANY_DOTS(
            Severity.ERROR,
            "「{0}」は長すぎます。「.」は一つまでです",
            "$t.severity のように書いてください",
            "{0} has too many dots",
            "write it like $t.severity"),
    FOREIGN_FIELD(
            Severity.ERROR,
            "ここでは「{0}」を読めません",
            "その項目の条件で名前を付けてから使ってください（例: Contract( $a : arr )）",
            "{0} cannot be read here",
            "give it a name in a condition first, such as Contract( $a : arr )"),
    BIND_FIRST(
            Severity.ERROR,
            "ここでは項目「{0}」を直接読めません",
            "when で $x : {0} と名前を付け、$x と書いてください",
            "the field {0} cannot be read here by itself",
            "name it under when with $x : {0}, and write $x here"),
    MISSPELT_FIELD(
            Severity.ERROR, "{1} に「{0}」という項目はありません", "「{2}」のことでしょうか", "{1} has no field {0}", "did you mean {2}?"),
    FIELD_ELSEWHERE(
            Severity.ERROR,
            "{1} に「{0}」という項目はありません",
            "{0} は {2} の項目です。{2}( {0} … ) と書いてください",
            "{1} has no field {0}",
            "{0} is a field of {2}: write {2}( {0} … )"),
    UNKNOWN_FIELD(Severity.ERROR, "{1} に「{0}」という項目はありません", "使える項目: {2}", "{1} has no field {0}", "its fields are {2}"),
    MISSPELT_NAME(
            Severity.ERROR, "「{0}」という名前は知られていません", "「{1}」のことでしょうか", "there is nothing called {0}", "did you mean {1}?"),
    UNKNOWN_NAME(
            Severity.ERROR,
            "「{0}」という名前は知られていません",
            "シグナル名、contract.arr のような項目名、付けた名前（$ なし）のどれかを書いてください",
            "there is nothing called {0}",
            "write a signal, a field such as contract.arr, or a name given in the rule without its $"),
    UNKNOWN_OWNER(
            Severity.ERROR,
            "「{0}」という種類の事実はありません",
            "account、contract、signals、stage、segment、renewal、health、success、values のどれかにしてください",
            "there is no kind of fact called {0}",
            "use account, contract, signals, stage, segment, renewal, health, success or values"),
    AMBIGUOUS_FIELD(
            Severity.ERROR,
            "「{0}」という項目は複数あります",
            "「{1}」のように種類を付けてください",
            "several kinds of facts have a field {0}",
            "say which one, such as {1}"),
    LATER_PHASE(
            Severity.ERROR,
            "{0} は {1} で決まるので、{2} のルールでは読めません",
            "先に決まる項目を使うか、ルールを後のフォルダーに移してください",
            "{0} is concluded in {1}, so a rule in {2} cannot read it",
            "use a field that is settled earlier, or move the rule to a later folder"),
    CONCLUSION_IN_CATALOGUE(
            Severity.ERROR,
            "{0} は {1} で決まるので、この式では読めません",
            "account、contract、シグナルの項目だけを使ってください",
            "{0} is concluded in {1}, so this expression cannot read it",
            "use fields of account, contract and signals only"),
    UNKNOWN_FUNCTION(
            Severity.ERROR,
            "関数「{0}」はここでは使えません",
            "使えるのは min(a, b) と max(a, b)、式全体としては previous、change、count、lowest、highest です",
            "the function {0} is not available here",
            "use min(a, b) or max(a, b); previous, change, count, lowest and highest only as the whole expression"),
    TWO_ARGUMENTS(Severity.ERROR, "{0} には値が二つ要ります", "{0}(a, b) のように書いてください", "{0} needs two values", "write {0}(a, b)"),
    DAYS_EXPECTED(
            Severity.ERROR,
            "日数があるはずのところに「{0}」があります",
            "30d のように書いてください（1〜3650日）",
            "a number of days is needed here, but {0} stands here",
            "write it like 30d, from 1 to 3650 days"),
    COLLECTION_EXPECTED(
            Severity.ERROR,
            "ここには {0} の条件が要ります",
            "Ticket( severity == 1 ) のように書いてください",
            "a condition on {0} is needed here",
            "write it like Ticket( severity == 1 )"),
    SIGNAL_EXPECTED(
            Severity.ERROR,
            "previous と change で使えるのは数値のシグナルだけです",
            "signals.yml にある数値のシグナルを書いてください",
            "previous and change read a numeric signal only",
            "name a signal of signals.yml that is a number"),
    EMPTY_EXPRESSION(
            Severity.ERROR,
            "式が空です",
            "式を書くか、項目ごと消してください",
            "the expression is empty",
            "write one, or delete the whole entry"),
    RESULT_CONDITION(
            Severity.ERROR,
            "集計の結果の条件は「結果 比較 数値」の形に限ります",
            "$n >= 2, $m > 14 のように , で区切って書いてください",
            "a condition on a figure compares it with a number, nothing else",
            "write $n >= 2, $m > 14, separated by commas"),
    UNCLOSED_PLACE(
            Severity.ERROR,
            "理由の文の「{」が閉じられていません",
            "{項目名} のように「}」で閉じてください",
            "a { in the reason is never closed",
            "close it, as in {field}"),
    EXTRA_BRACE(
            Severity.ERROR, "理由の文に対応する「{」のない「}」があります", "「}」を消してください", "a } in the reason closes nothing", "delete it"),
    EMPTY_PLACE(
            Severity.ERROR,
            "理由の文の { } の中が空です",
            "項目名を入れてください",
            "the { } in the reason is empty",
            "put the name of a field between the braces"),
    RATIO_WITHOUT_SIGN(
            Severity.ERROR,
            "{0} は比率で、100倍の数で示されますが、後に % がありません",
            "{0} の } のすぐ後に % か ％ を付けてください",
            "{0} is a ratio shown times 100, but no % sign follows it",
            "put a % right after its closing brace"),
    SIGN_WITHOUT_RATIO(
            Severity.ERROR,
            "{0} は比率ではありませんが、後に % が付いています",
            "% を消してください",
            "{0} is no ratio, but a % sign follows it",
            "delete the % sign");

    private final Severity severity;
    private final String whatJa;
    private final String tryJa;
    private final String whatEn;
    private final String tryEn;

    ExpressionMessage(Severity severity, String whatJa, String tryJa, String whatEn, String tryEn) {
        this.severity = severity;
        this.whatJa = whatJa;
        this.tryJa = tryJa;
        this.whatEn = whatEn;
        this.tryEn = tryEn;
    }

    @Override
    public Severity severity() {
        return severity;
    }

    @Override
    public Text what() {
        return new Text(whatJa, whatEn);
    }

    @Override
    public Text tryThis() {
        return new Text(tryJa, tryEn);
    }
}
