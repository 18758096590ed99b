package io.shirube.engine.authoring.drl;

import static io.shirube.engine.authoring.expression.Wording.error;
import static io.shirube.engine.authoring.expression.Wording.warning;

import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.Wording;

/** What the reader of rule files says about files, headers and the shape of rules. Japanese first, then English; what is wrong, then what to try. */
enum RuleMessage implements Message {
    FILE_TOO_LONG(error(
            "ファイルが長すぎます（{0}文字、上限は{1}文字）。",
            "ルールを複数のファイルに分けてください。",
            "The file is too long ({0} characters, at most {1}).",
            "Spread its rules over several files.")),
    TOO_MANY_FINDINGS(error(
            "指摘が{0}件を超えたので、このファイルの確認を打ち切りました。",
            "上の指摘から直してください。",
            "There are more than {0} findings; reading of this file stopped here.",
            "Begin with those above.")),
    IMPORT(error(
            "import は使えません。",
            "この行を消してください。Stage や Signals などはそのまま使えます。",
            "\"import\" is not available.",
            "Delete this line: Stage, Signals and the others are known without it.")),
    GLOBAL(error(
            "global は使えません。",
            "設定値は policies.yml、事実は signals.yml に書いてください。",
            "\"global\" is not available.",
            "Put settings into policies.yml and facts into signals.yml.")),
    FUNCTION(error(
            "function は使えません。",
            "計算は signals.yml の derive に書き、その項目をルールで使ってください。",
            "\"function\" is not available.",
            "Compute in signals.yml under derive, and read that field in rules.")),
    QUERY(error(
            "query は使えません。",
            "条件をそれぞれのルールの when に書いてください。",
            "\"query\" is not available.",
            "Write its condition under when of each rule.")),
    DECLARE(error(
            "declare は使えません。",
            "新しい項目は signals.yml か conclusions.yml に書いてください。",
            "\"declare\" is not available.",
            "Declare new fields in signals.yml or conclusions.yml.")),
    UNIT(error("「{0}」の宣言は使えません。", "この行を消してください。", "The declaration \"{0}\" is not available.", "Delete it.")),
    TEXT_BETWEEN_RULES(error(
            "ルールの外に「{0}」があります。",
            "rule \"名前\" で始まるルールの中に入れるか、// を付けてコメントにしてください。",
            "\"{0}\" stands outside of every rule.",
            "Put it into a rule that begins with rule \"name\", or make it a comment with //.")),
    MISSPELT_RULE(error(
            "ルールの外に「{0}」があります。", "「{1}」のことですか。", "\"{0}\" stands outside of every rule.", "Did you mean \"{1}\"?")),
    RULE_NAME_MISSING(
            error("ルールの名前がありません。", "rule \"名前\" のように書いてください。", "The rule has no name.", "Write rule \"name\".")),
    RULE_NAME_TOO_LONG(error(
            "ルールの名前が長すぎます（{0}文字まで）。",
            "短い名前にし、説明は @purpose か // に書いてください。",
            "The rule's name is too long (at most {0} characters).",
            "Shorten it and explain in @purpose or after //.")),
    DUPLICATE_RULE(error(
            "ルール名「{0}」は {1} でも使われています。",
            "別の名前にしてください。", "The rule name \"{0}\" is also used at {1}.", "Choose another name.")),
    MISSING_END(error(
            "ルール「{0}」の終わりの end がありません。",
            "ルールの最後に end を書いてください。", "The rule \"{0}\" has no end.", "Write \"end\" after its last line.")),
    MISSING_THEN(error(
            "ルール「{0}」に then がありません。",
            "条件の後、結論の前に then を書いてください。",
            "The rule \"{0}\" has no then.",
            "Write \"then\" between its conditions and its conclusions.")),
    MISSING_WHEN(error(
            "ルール「{0}」に when がありません。",
            "条件の前に when を書いてください。", "The rule \"{0}\" has no when.", "Write \"when\" before its conditions.")),
    EMPTY_WHEN(error(
            "when に条件がありません。",
            "条件を書いてください。全顧客に当てはめるなら Account( ) と書きます。",
            "There is no condition under when.",
            "Write one; for every account write Account( ).")),
    EMPTY_THEN(error(
            "then に結論がありません。",
            "結論を書いてください（このフォルダーで使えるのは {0}）。",
            "There is no conclusion under then.",
            "Write one; this folder knows {0}.")),
    SALIENCE(error(
            "salience は使えません。ルールの順序は結果に影響しません。",
            "この行を消し、優先度は .context( 数値 ) や actions.yml の weight で表してください。",
            "\"salience\" is not available: the order of rules changes nothing.",
            "Delete it; state priority with .context( number ) or weight in actions.yml.")),
    DATE_EFFECTIVE(error(
            "date-effective は使えません。",
            "@from(\"2026-04-01\") と書いてください。",
            "\"date-effective\" is not available.",
            "Write @from(\"2026-04-01\").")),
    DATE_EXPIRES(error(
            "date-expires は使えません。",
            "@until(\"2027-03-31\") と書いてください。",
            "\"date-expires\" is not available.",
            "Write @until(\"2027-03-31\").")),
    ENABLED(error(
            "enabled は使えません。",
            "止めるには @until を過去の日にするか、ルールを消してください。",
            "\"enabled\" is not available.",
            "To stop a rule set @until to a day gone by, or delete it.")),
    TIMER(error(
            "{0} は使えません。ルールは判断日ごとに評価されます。",
            "日数の条件で書いてください（例: openedDaysAgo > 14）。",
            "\"{0}\" is not available: rules are evaluated for an as-of date.",
            "Use a condition on days, such as openedDaysAgo > 14.")),
    DIALECT(error("dialect は使えません。", "この行を消してください。", "\"dialect\" is not available.", "Delete it.")),
    EXTENDS(error(
            "extends は使えません。",
            "元のルールの条件をこのルールにも書いてください。",
            "\"extends\" is not available.",
            "Repeat the other rule's conditions here.")),
    ATTRIBUTE(error(
            "{0} は使えません。ルールが互いに発火させることはありません。",
            "この行を消してください。", "\"{0}\" is not available: rules never set each other off.", "Delete it.")),
    UNKNOWN_HEADER(error(
            "ルール名と when の間に「{0}」があります。",
            "ここには @owner(\"…\") のような注記だけを書けます。",
            "\"{0}\" stands between the rule's name and when.",
            "Only annotations such as @owner(\"…\") belong here.")),
    ANNOTATION_FORM(error(
            "注記 @{0} の書き方が正しくありません。",
            "@{0}(\"…\") のように書いてください。", "The annotation @{0} cannot be read.", "Write @{0}(\"…\").")),
    MISSPELT_ANNOTATION(
            error("注記 @{0} はありません。", "「@{1}」のことですか。", "There is no annotation @{0}.", "Did you mean \"@{1}\"?")),
    UNKNOWN_ANNOTATION(error("注記 @{0} はありません。", "使えるのは {1} です。", "There is no annotation @{0}.", "Use one of {1}.")),
    DUPLICATE_ANNOTATION(
            error("注記 @{0} が2つあります。", "1つにしてください。", "The annotation @{0} stands here twice.", "Keep one.")),
    BAD_DATE(error(
            "@{0} の日付「{1}」が正しくありません。",
            "2026-04-01 のように書いてください。", "\"{1}\" after @{0} is not a date.", "Write it as 2026-04-01.")),
    DATES_REVERSED(error(
            "@until が @from より前の日です。",
            "期間を見直してください。",
            "The day of @until is before that of @from.",
            "Check the period.")),
    NOT_DRL(error(
            "ルール「{0}」は Drools の文法として読めません。",
            "この言語の例（README）と見比べて、書き方を直してください。",
            "The rule \"{0}\" does not read as DRL.",
            "Compare it with the examples of the README.")),
    REASON_MISSING(error(
            "アクションを提案するルール「{0}」に理由がありません。",
            "@reason_ja(\"…\") と @reason_en(\"…\") を書いてください。",
            "The rule \"{0}\" proposes an action without a reason.",
            "Write @reason_ja(\"…\") and @reason_en(\"…\").")),
    REASON_IN_ONE_LANGUAGE(warning(
            "ルール「{0}」の理由が1つの言語にしかありません。",
            "@{1}(\"…\") も書いてください。",
            "The rule \"{0}\" gives its reason in one language only.",
            "Write @{1}(\"…\") too."));

    private final Wording wording;

    RuleMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
