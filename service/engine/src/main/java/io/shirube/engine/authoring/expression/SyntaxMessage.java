package io.shirube.engine.authoring.expression;

import static io.shirube.engine.authoring.expression.Wording.error;
import static io.shirube.engine.authoring.expression.Wording.notice;

/** What the expression parsers say about signs, numbers, texts and their order. Japanese first, then English; what is wrong, then what to try. */
enum SyntaxMessage implements Message {
    FULL_WIDTH(notice(
            "全角の「{0}」を半角の「{1}」として読みました。",
            "このままでも動きますが、半角に直すと読みやすくなります。",
            "Read the full-width \"{0}\" as \"{1}\".",
            "It works as it is; a plain \"{1}\" is easier to read.")),
    UNCLOSED_TEXT(error(
            "文字列を閉じる \" が行の終わりまでにありません。",
            "文字列の終わりに \" を付けてください（文字列は1行に収めます）。",
            "This text has no closing \" before the end of its line.",
            "Put a \" where the text ends; a text stays on one line.")),
    UNCLOSED_COMMENT(error(
            "コメントの /* に対する */ がありません。",
            "コメントの終わりに */ を付けるか、// を使ってください。",
            "This /* comment has no closing */.",
            "Put */ where the comment ends, or use //.")),
    BAD_ESCAPE(error(
            "文字列の中の {0} は使えません。",
            "\\ そのものを書くには \\\\ とし、\" は \\\" とします。",
            "Inside a text {0} means nothing.",
            "Write \\\\ for a backslash and \\\" for a quote.")),
    TEXT_TOO_LONG(error(
            "文字列が長すぎます（{0}文字）。",
            "1000文字までに短くしてください。", "This text is too long ({0} characters).", "Shorten it to 1000 characters.")),
    SINGLE_QUOTES(error(
            "文字列を囲む記号が ' になっています。",
            "文字列は \" で囲んでください。",
            "Texts do not stand in single quotes.",
            "Put the text between double quotes (\").")),
    STRANGE_CHARACTER(error(
            "ここでは使えない文字があります: {0}。",
            "その文字を消すか、文字列の中なら \" で囲んでください。",
            "This character cannot stand here: {0}.",
            "Delete it, or put the text it belongs to between double quotes (\").")),
    ENDS_TOO_EARLY(error(
            "「{0}」が来る前に終わっています。", "「{0}」を補ってください。", "It ends before the \"{0}\" that belongs here.", "Add \"{0}\".")),
    SIGN_EXPECTED(error(
            "「{0}」があるはずのところに「{1}」があります。",
            "「{1}」の前に「{0}」を補うか、「{1}」を消してください。",
            "A \"{0}\" was expected here, but \"{1}\" stands here.",
            "Put \"{0}\" before \"{1}\", or delete \"{1}\".")),
    UNCLOSED_BRACKET(error(
            "「{0}」が閉じられていません。",
            "対応する「{1}」を補ってください。", "This \"{0}\" is never closed.", "Add the \"{1}\" that belongs to it.")),
    EXTRA_BRACKET(error(
            "対応する開き括弧のない「{0}」があります。",
            "「{0}」を消すか、開き括弧を補ってください。",
            "This \"{0}\" closes nothing.",
            "Delete it, or add the bracket it should close.")),
    TOO_DEEP(error(
            "式が複雑すぎます（入れ子・演算は{0}段まで）。",
            "条件を分けて、複数の条件か複数のルールにしてください。",
            "This is nested too deeply or too long a sum (at most {0}).",
            "Split it into several conditions or several rules.")),
    TOO_MANY_PARTS(error(
            "1つの式に並べられるのは{0}個までです。",
            "複数のルールか、判断表（.table.csv）に分けてください。",
            "One expression joins at most {0} parts.",
            "Split it into several rules, or use a decision table (.table.csv).")),
    VALUE_MISSING(error(
            "値が来る前に条件が終わっています。",
            "比べる値を書いてください（例: severity == 1）。",
            "The condition ends where a value is needed.",
            "Write the value to compare with, such as severity == 1.")),
    VALUE_EXPECTED(error(
            "値があるはずのところに「{0}」があります。",
            "数値、\"文字列\"、項目名のどれかを書いてください。",
            "A value is needed here, but \"{0}\" stands here.",
            "Write a number, a \"text\" or the name of a field.")),
    LEFT_SIDE_MISSING(error(
            "「{0}」の左に比べる項目がありません。",
            "項目名を繰り返してください（例: arr >= 100 && arr < 500）。",
            "There is nothing left of \"{0}\" to compare.",
            "Repeat the field, such as arr >= 100 && arr < 500.")),
    NUMBER_FORM(error(
            "数値「{0}」の書き方が正しくありません。",
            "12、0.5、-3 のように書いてください（単位や先頭の0は付けません）。",
            "\"{0}\" is no number this language knows.",
            "Write it as 12, 0.5 or -3, without unit and without leading zeros.")),
    THOUSANDS_COMMA(error(
            "数値の中に桁区切りの「,」があります。",
            "「,」は条件の区切りです。{0} のように続けて書いてください。",
            "A number holds no thousands separator; a comma separates conditions.",
            "Write {0}.")),
    DATE_WRITTEN(error(
            "日付をそのまま書くことはできません。",
            "判断日からの日数で書いてください（例: openedDaysAgo > 14、decisionDateDaysAhead <= 90）。",
            "A date cannot be written here.",
            "Compare days from the as-of date, such as openedDaysAgo > 14 or decisionDateDaysAhead <= 90.")),
    PERCENT_SIGN(error("数値に % は付けられません。", "{0}% は {1} と書いてください。", "A number takes no % sign.", "Write {1} for {0}%.")),
    NO_REMAINDER(error(
            "% による剰余の計算は使えません。",
            "剰余が要るときは signals.yml に項目として用意してください。",
            "The remainder sign % is not available.",
            "If you need a remainder, provide it as a signal in signals.yml.")),
    MISTAKEN_SIGN(error("「{0}」はここでは使えません。", "「{1}」と書いてください。", "\"{0}\" is not used here.", "Write \"{1}\".")),
    CHAINED_COMPARISON(error(
            "比較を続けて書くことはできません。",
            "2つに分けてください（例: score >= 40 && score < 70）。",
            "Comparisons cannot be chained.",
            "Write two, such as score >= 40 && score < 70.")),
    MISSPELT_OPERATOR(
            error("「{0}」という演算子はありません。", "「{1}」のことですか。", "There is no operator \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_OPERATOR(error(
            "「{0}」という演算子はありません。",
            "使えるのは == != < <= > >= in matches contains と && || ! です。",
            "There is no operator \"{0}\".",
            "Use one of == != < <= > >= in matches contains, and && || ! between conditions.")),
    LIST_EXPECTED(
            error("in の後に値の一覧がありません。", "in ( A, B ) のように書いてください。", "There is no list after in.", "Write in ( A, B ).")),
    EMPTY_LIST(error(
            "in の一覧が空です。",
            "値を1つ以上書いてください（例: in ( A, B )）。",
            "The list after in is empty.",
            "Name at least one value, such as in ( A, B ).")),
    LIST_OF_FIXED_VALUES(error(
            "in の一覧には決まった値だけを書けます。",
            "項目と比べるには == を || でつないでください。",
            "A list after in holds only fixed values.",
            "To compare with a field, join several == by ||.")),
    CAST(error(
            "「#」による型の指定は使えません。",
            "項目名だけを書いてください。",
            "Casts with \"#\" are not available.",
            "Write the name of the field alone.")),
    INDEX(error(
            "[ ] による要素の指定は使えません。",
            "集合には contains を使ってください（例: products contains \"SSO\"）。",
            "Elements cannot be picked with [ ].",
            "Use contains for sets, such as products contains \"SSO\".")),
    NULL_SAFE_DOT(error(
            "「{0}」は使えません。値が不明でもエラーにはなりません。",
            "「.」だけにしてください。", "\"{0}\" is not needed: an unknown value never fails.", "Write a plain dot.")),
    NO_ASSIGNMENT(error(
            "「{0}」は使えません。条件は値を変えられません。",
            "比較には ==、名前付けには : を使ってください（例: $u : seatUtilisation）。",
            "\"{0}\" is not available: a condition changes nothing.",
            "Compare with ==, or name a value with : such as $u : seatUtilisation.")),
    THIS(error("this は使えません。", "項目名を直接書いてください。", "\"this\" is not available.", "Write the name of a field.")),
    METHOD_CALL(error(
            "「{0}」のような処理の呼び出しは使えません。",
            "項目名と演算子だけで書いてください。計算が要るときは signals.yml の derive に書きます。",
            "Calls such as \"{0}\" are not available.",
            "Use fields and operators only; computed values belong in signals.yml under derive.")),
    FUNCTION_CALL(error(
            "条件の中で関数「{0}」は使えません。",
            "項目と演算子だけで書いてください。計算が要るときは signals.yml の derive に書きます。",
            "The function \"{0}\" is not available in a condition.",
            "Use fields and operators only; computed values belong in signals.yml under derive.")),
    EVAL(error(
            "eval は使えません。",
            "条件を項目の比較として書いてください（例: Signals( nps < 0 )）。",
            "\"eval\" is not available.",
            "Write the condition as comparisons of fields, such as Signals( nps < 0 ).")),
    COMMA_EXPECTED(error(
            "条件の後に続く「{0}」の意味が分かりません。",
            "条件の間には「,」か && を置いてください。",
            "\"{0}\" cannot follow this condition.",
            "Put a comma or && between two conditions.")),
    EMPTY_EXPRESSION(
            error("式が空です。", "式を書くか、項目ごと消してください。", "The expression is empty.", "Write one, or delete the whole entry."));

    private final Wording wording;

    SyntaxMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
