package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Severity;

/**
 * Everything the reader of rule files says. Japanese first, then English; what is wrong, then what to try.
 *
 * <p>Longer than other files because all messages stand in one place: they are written and reviewed together.
 */
enum DrlMessage implements Message {
    FILE_TOO_LONG(
            Severity.ERROR,
            "ファイルが長すぎます（{0}文字、上限は{1}文字）",
            "ルールを複数のファイルに分けてください",
            "the file is too long ({0} characters, at most {1})",
            "spread its rules over several files"),
    TOO_MANY_FINDINGS(
            Severity.ERROR,
            "指摘が{0}件を超えたので、このファイルの確認を打ち切りました",
            "上の指摘から直してください",
            "there are more than {0} findings; reading of this file stopped here",
            "begin with those above"),
    IMPORT(
            Severity.ERROR,
            "import は使えません",
            "この行を消してください。Stage や Signals などはそのまま使えます",
            "import is not available",
            "delete this line: Stage, Signals and the others are known without it"),
    GLOBAL(
            Severity.ERROR,
            "global は使えません",
            "設定値は policies.yml、事実は signals.yml に書いてください",
            "global is not available",
            "put settings into policies.yml and facts into signals.yml"),
    FUNCTION(
            Severity.ERROR,
            "function は使えません",
            "計算は signals.yml の derive に書き、その項目をルールで使ってください",
            "function is not available",
            "compute in signals.yml under derive, and read that field in rules"),
    QUERY(
            Severity.ERROR,
            "query は使えません",
            "条件をそれぞれのルールの when に書いてください",
            "query is not available",
            "write its condition under when of each rule"),
    DECLARE(
            Severity.ERROR,
            "declare は使えません",
            "新しい項目は signals.yml か conclusions.yml に書いてください",
            "declare is not available",
            "declare new fields in signals.yml or conclusions.yml"),
    UNIT(Severity.ERROR, "「{0}」の宣言は使えません", "この行を消してください", "the declaration {0} is not available", "delete it"),
    TEXT_BETWEEN_RULES(
            Severity.ERROR,
            "ルールの外に「{0}」があります",
            "rule \"名前\" で始まるルールの中に入れるか、// を付けてコメントにしてください",
            "{0} stands outside of every rule",
            "put it into a rule that begins with rule \"name\", or make it a comment with //"),
    MISSPELT_RULE(
            Severity.ERROR,
            "ルールの外に「{0}」があります",
            "「{1}」のことでしょうか",
            "{0} stands outside of every rule",
            "did you mean {1}?"),
    RULE_NAME_MISSING(
            Severity.ERROR, "ルールの名前がありません", "rule \"名前\" のように書いてください", "the rule has no name", "write rule \"name\""),
    RULE_NAME_TOO_LONG(
            Severity.ERROR,
            "ルールの名前が長すぎます（{0}文字まで）",
            "短い名前にし、説明は @purpose か // に書いてください",
            "the rule's name is too long (at most {0} characters)",
            "shorten it and explain in @purpose or after //"),
    DUPLICATE_RULE(
            Severity.ERROR,
            "ルール名「{0}」は {1} でも使われています",
            "別の名前にしてください",
            "the rule name {0} is also used at {1}",
            "choose another name"),
    MISSING_END(
            Severity.ERROR,
            "ルール「{0}」の終わりの end がありません",
            "ルールの最後に end を書いてください",
            "the rule {0} has no end",
            "write end after its last line"),
    MISSING_THEN(
            Severity.ERROR,
            "ルール「{0}」に then がありません",
            "条件の後、結論の前に then を書いてください",
            "the rule {0} has no then",
            "write then between its conditions and its conclusions"),
    MISSING_WHEN(
            Severity.ERROR,
            "ルール「{0}」に when がありません",
            "条件の前に when を書いてください",
            "the rule {0} has no when",
            "write when before its conditions"),
    EMPTY_WHEN(
            Severity.ERROR,
            "when に条件がありません",
            "条件を書いてください。全顧客に当てはめるなら Account( ) と書きます",
            "there is no condition under when",
            "write one; for every account write Account( )"),
    EMPTY_THEN(
            Severity.ERROR,
            "then に結論がありません",
            "結論を書いてください（このフォルダーで使えるのは {0}）",
            "there is no conclusion under then",
            "write one; this folder knows {0}"),
    SALIENCE(
            Severity.ERROR,
            "salience は使えません。ルールの順序は結果に影響しません",
            "この行を消し、優先度は .context( 数値 ) や actions.yml の weight で表してください",
            "salience is not available: the order of rules changes nothing",
            "delete it; state priority with .context( number ) or weight in actions.yml"),
    DATE_EFFECTIVE(
            Severity.ERROR,
            "date-effective は使えません",
            "@from(\"2026-04-01\") と書いてください",
            "date-effective is not available",
            "write @from(\"2026-04-01\")"),
    DATE_EXPIRES(
            Severity.ERROR,
            "date-expires は使えません",
            "@until(\"2027-03-31\") と書いてください",
            "date-expires is not available",
            "write @until(\"2027-03-31\")"),
    ENABLED(
            Severity.ERROR,
            "enabled は使えません",
            "止めるには @until を過去の日にするか、ルールを消してください",
            "enabled is not available",
            "to stop a rule set @until to a day gone by, or delete it"),
    TIMER(
            Severity.ERROR,
            "{0} は使えません。ルールは判断日ごとに評価されます",
            "日数の条件で書いてください（例: openedDaysAgo > 14）",
            "{0} is not available: rules are evaluated for an as-of date",
            "use a condition on days, such as openedDaysAgo > 14"),
    DIALECT(Severity.ERROR, "dialect は使えません", "この行を消してください", "dialect is not available", "delete it"),
    EXTENDS(
            Severity.ERROR,
            "extends は使えません",
            "元のルールの条件をこのルールにも書いてください",
            "extends is not available",
            "repeat the other rule's conditions here"),
    ATTRIBUTE(
            Severity.ERROR,
            "{0} は使えません。ルールが互いに発火させることはありません",
            "この行を消してください",
            "{0} is not available: rules never set each other off",
            "delete it"),
    UNKNOWN_HEADER(
            Severity.ERROR,
            "ルール名と when の間に「{0}」があります",
            "ここには @owner(\"…\") のような注記だけを書けます",
            "{0} stands between the rule's name and when",
            "only annotations such as @owner(\"…\") belong here"),
    ANNOTATION_FORM(
            Severity.ERROR,
            "注記 @{0} の書き方が正しくありません",
            "@{0}(\"…\") のように書いてください",
            "the annotation @{0} cannot be read",
            "write @{0}(\"…\")"),
    MISSPELT_ANNOTATION(
            Severity.ERROR, "注記 @{0} はありません", "@{1} のことでしょうか", "there is no annotation @{0}", "did you mean @{1}?"),
    UNKNOWN_ANNOTATION(
            Severity.ERROR, "注記 @{0} はありません", "使えるのは {1} です", "there is no annotation @{0}", "use one of {1}"),
    DUPLICATE_ANNOTATION(
            Severity.ERROR, "注記 @{0} が二つあります", "一つにしてください", "the annotation @{0} stands here twice", "keep one"),
    BAD_DATE(
            Severity.ERROR,
            "@{0} の日付「{1}」が正しくありません",
            "2026-04-01 のように書いてください",
            "@{0} holds no date: {1}",
            "write it like 2026-04-01"),
    DATES_REVERSED(
            Severity.ERROR, "@until が @from より前の日です", "期間を見直してください", "@until lies before @from", "check the period"),
    FACT_TYPE_EXPECTED(
            Severity.ERROR,
            "条件があるはずのところに「{0}」があります",
            "Stage( value == RENEWAL ) のように、事実の名前と括弧で書いてください",
            "a condition is needed here, but {0} stands here",
            "write a kind of fact and parentheses, such as Stage( value == RENEWAL )"),
    MISSPELT_FACT_TYPE(
            Severity.ERROR,
            "「{0}」という種類の事実はありません",
            "「{1}」のことでしょうか",
            "there is no kind of fact {0}",
            "did you mean {1}?"),
    UNKNOWN_FACT_TYPE(
            Severity.ERROR, "「{0}」という種類の事実はありません", "使えるのは {1} です", "there is no kind of fact {0}", "use one of {1}"),
    PARENTHESIS_EXPECTED(
            Severity.ERROR,
            "{0} の後に ( がありません",
            "{0}( … ) のように条件を括弧で囲んでください",
            "{0} is not followed by (",
            "put its conditions in parentheses: {0}( … )"),
    STRAY_SIGN(
            Severity.ERROR,
            "条件と条件の間に「{0}」があります",
            "消してください。並べて書いた条件はすべて満たす必要があります",
            "{0} stands between two conditions",
            "delete it: conditions one after another must all hold"),
    PATTERN_WORD(
            Severity.ERROR,
            "条件どうしを「{0}」でつなぐことはできません",
            "「{1}」と書いてください",
            "{0} does not join whole conditions",
            "write {1}"),
    PREFIX_JUNCTION(
            Severity.ERROR,
            "({0} …) の形は使えません",
            "( A( ) {0} B( ) ) のように間に書いてください",
            "the form ({0} …) is not available",
            "write ( A( ) {0} B( ) )"),
    FORALL(
            Severity.ERROR,
            "forall は使えません",
            "not Ticket( 満たさない条件 ) と書いてください",
            "forall is not available",
            "write not Ticket( the opposite condition )"),
    FROM(
            Severity.ERROR,
            "from は使えません",
            "集計は accumulate( Ticket( … ); $n : count(); $n >= 2 )、それ以外は事実を直接書いてください",
            "from is not available",
            "write accumulate( Ticket( … ); $n : count(); $n >= 2 ) for figures, else the kind of fact itself"),
    WINDOW(
            Severity.ERROR,
            "over による期間の指定は使えません",
            "日数の条件で書いてください（例: openedDaysAgo <= 30）",
            "windows with over are not available",
            "use a condition on days, such as openedDaysAgo <= 30"),
    COLLECT(
            Severity.ERROR,
            "{0} は使えません",
            "accumulate( Ticket( … ); $n : count(); $n >= 2 ) と書いてください",
            "{0} is not available",
            "write accumulate( Ticket( … ); $n : count(); $n >= 2 )"),
    NAMED_CONSEQUENCE(
            Severity.ERROR,
            "条件の途中の「{0}」は使えません",
            "ルールを分けてください",
            "{0} is not available among conditions",
            "write a rule of its own"),
    QUERY_CALL(
            Severity.ERROR,
            "「?」による呼び出しは使えません",
            "条件を直接書いてください",
            "calls with ? are not available",
            "write the condition itself"),
    EVAL_CONDITION(
            Severity.ERROR,
            "eval は使えません",
            "条件を事実の項目の比較として書いてください（例: Signals( nps < 0 )）",
            "eval is not available",
            "write the condition as comparisons of fields, such as Signals( nps < 0 )"),
    NESTED_QUANTIFIER(
            Severity.ERROR,
            "not・exists の中に「{0}」は書けません",
            "中には条件一つか ( A( ) and B( ) ) を書き、残りは外に出してください",
            "{0} cannot stand inside not or exists",
            "put one condition or ( A( ) and B( ) ) inside, and the rest outside"),
    FACT_BINDING_NEEDS_DOLLAR(
            Severity.ERROR,
            "付けた名前「{0}」が $ で始まっていません",
            "${0} と書いてください",
            "the name {0} does not begin with $",
            "write ${0}"),
    TAKEN_NAME(
            Severity.ERROR, "名前 {0} は既に使われています", "別の名前にしてください", "the name {0} is already taken", "choose another name"),
    TOO_MANY_JOINS(
            Severity.ERROR,
            "Ticket・Contact・Action・Outcome の条件が{0}個を超えています",
            "exists や accumulate を使うか、ルールを分けてください",
            "more than {0} conditions on Ticket, Contact, Action or Outcome are joined",
            "use exists or accumulate, or split the rule"),
    TOO_MANY_BRANCHES(
            Severity.ERROR,
            "or の組み合わせが{0}通りを超えています",
            "ルールを分けるか、判断表（.table.csv）にしてください",
            "the or's of this rule make more than {0} combinations",
            "split the rule, or use a decision table (.table.csv)"),
    TOO_MANY_CONDITIONS(
            Severity.ERROR,
            "when に並べられる条件は{0}個までです",
            "ルールを分けてください",
            "a when holds at most {0} conditions",
            "split the rule"),
    ACCUMULATE_FORM(
            Severity.ERROR,
            "accumulate の書き方が正しくありません",
            "accumulate( Ticket( … ); $n : count(); $n >= 2 ) のように三つの部分を ; で区切ってください",
            "the accumulate cannot be read",
            "write accumulate( Ticket( … ); $n : count(); $n >= 2 ), its three parts separated by ;"),
    ACCUMULATE_SOURCE(
            Severity.ERROR,
            "accumulate で集計できるのは Ticket・Contact・Action・Outcome の条件一つだけです",
            "accumulate( Ticket( … ); … ) のように書いてください",
            "accumulate counts one condition on Ticket, Contact, Action or Outcome",
            "write accumulate( Ticket( … ); … )"),
    MISSPELT_FIGURE(Severity.ERROR, "集計の関数「{0}」はありません", "「{1}」のことでしょうか", "there is no figure {0}", "did you mean {1}?"),
    UNKNOWN_FIGURE(
            Severity.ERROR,
            "集計の関数「{0}」はありません",
            "使えるのは count、sum、min、max、average です",
            "there is no figure {0}",
            "use count, sum, min, max or average"),
    FIGURE_NAME(
            Severity.ERROR,
            "集計の結果に名前がありません",
            "$n : count() のように $ で始まる名前を付けてください",
            "the figure has no name",
            "name it, such as $n : count()"),
    FIGURE_ARGUMENT(
            Severity.ERROR,
            "{0} には集計する値が一つ要ります",
            "条件の中で $d : openedDaysAgo と名前を付け、{0}( $d ) と書いてください",
            "{0} needs one value",
            "name it in the condition, such as $d : openedDaysAgo, and write {0}( $d )"),
    COUNT_ARGUMENT(Severity.ERROR, "count の括弧の中には何も書きません", "count() と書いてください", "count takes no value", "write count()"),
    NOT_DRL(
            Severity.ERROR,
            "ルール「{0}」は Drools の文法として読めません",
            "この言語の例（README）と見比べて、書き方を直してください",
            "the rule {0} does not read as DRL",
            "compare it with the examples of the README"),
    MISSPELT_VERB(
            Severity.ERROR, "「{0}」という結論はありません", "「{1}」のことでしょうか", "there is no conclusion {0}", "did you mean {1}?"),
    UNKNOWN_VERB(
            Severity.ERROR,
            "「{0}」という結論はありません",
            "このフォルダーで使えるのは {1} です",
            "there is no conclusion {0}",
            "this folder knows {1}"),
    VERB_ELSEWHERE(
            Severity.ERROR,
            "{0} は {1} の中では使えません",
            "{0} を書けるのは {2} です。このフォルダーで使えるのは {3} です",
            "{0} cannot be concluded in {1}",
            "{0} belongs in {2}; this folder knows {3}"),
    WORKING_MEMORY(
            Severity.ERROR,
            "{0} は使えません。ルールは事実を変えず、結論だけを述べます",
            "このフォルダーで使えるのは {1} です",
            "{0} is not available: a rule changes no facts, it only concludes",
            "this folder knows {1}"),
    JAVA_CODE(
            Severity.ERROR,
            "「{0}」のようなプログラムは書けません",
            "結論だけを書いてください（このフォルダーで使えるのは {1}）",
            "program code such as {0} is not available",
            "write conclusions only; this folder knows {1}"),
    CONSEQUENCE_NAMED(
            Severity.ERROR,
            "then に名前を付けることはできません",
            "ルールを分けてください",
            "a then cannot have a name",
            "write a rule of its own"),
    MISSING_SEMICOLON(
            Severity.NOTICE,
            "結論の後の「;」がないので、あるものとして読みました",
            "結論の後に「;」を書いてください",
            "there is no ; after this conclusion; it was read as if there were one",
            "write ; after each conclusion"),
    ARGUMENTS(Severity.ERROR, "{0} の書き方が正しくありません", "{1} のように書いてください", "{0} cannot be read like this", "write {1}"),
    MISSPELT_ACTION(
            Severity.ERROR,
            "アクション「{0}」は actions.yml にありません",
            "「{1}」のことでしょうか",
            "there is no action {0} in actions.yml",
            "did you mean {1}?"),
    UNKNOWN_ACTION(
            Severity.ERROR,
            "アクション「{0}」は actions.yml にありません",
            "actions.yml に加えるか、次のどれかにしてください: {1}",
            "there is no action {0} in actions.yml",
            "add it there, or use one of {1}"),
    MISSPELT_DIMENSION(
            Severity.ERROR,
            "ヘルスの観点「{0}」はありません",
            "「{1}」のことでしょうか",
            "there is no health dimension {0}",
            "did you mean {1}?"),
    UNKNOWN_DIMENSION(
            Severity.ERROR,
            "ヘルスの観点「{0}」はありません",
            "policies.yml の dimensions に加えるか、次のどれかにしてください: {1}",
            "there is no health dimension {0}",
            "add it to dimensions in policies.yml, or use one of {1}"),
    MISSPELT_CONCLUSION(
            Severity.ERROR,
            "「{0}」という結論の項目は {2} にありません",
            "「{1}」のことでしょうか",
            "{2} concludes no value {0}",
            "did you mean {1}?"),
    UNKNOWN_CONCLUSION(
            Severity.ERROR,
            "「{0}」という結論の項目は {1} にありません",
            "conclusions.yml に phase: {1} の項目として加えてください",
            "{1} concludes no value {0}",
            "declare it in conclusions.yml with phase: {1}"),
    MISSPELT_CONSTANT(
            Severity.ERROR, "「{0}」は {1} の選択肢にありません", "「{2}」のことでしょうか", "{1} has no name {0}", "did you mean {2}?"),
    UNKNOWN_CONSTANT(Severity.ERROR, "「{0}」は {1} の選択肢にありません", "使えるのは {2} です", "{1} has no name {0}", "use one of {2}"),
    CONSTANT_IN_QUOTES(
            Severity.ERROR,
            "選択肢の名前が \" で囲まれています",
            "\" を外して {0} と書いてください",
            "a name from a list stands between quotes",
            "write {0} without quotes"),
    CONCLUDED_TYPE(Severity.ERROR, "{0} には{1}を書いてください", "{2}", "{0} holds {1}", "{2}"),
    CONCLUDED_OUT_OF_RANGE(
            Severity.ERROR,
            "{0} に {1} は入りません",
            "{2}〜{3} の値にしてください",
            "{0} cannot be {1}",
            "use a value from {2} to {3}"),
    KEY_NOT_TEXT(
            Severity.ERROR,
            "propose の二つ目は文字列でなければなりません",
            "\"severity1\" のような文字列か、$t.cause のような文字列の項目にしてください",
            "the second part of propose is a text",
            "write a text such as \"severity1\", or a text field such as $t.cause"),
    KEY_FORM(
            Severity.ERROR,
            "理由のキー「{0}」は使えません",
            "文字、数字、「_」「-」「.」だけで80文字までで書いてください（例: \"severity1\"）",
            "\"{0}\" cannot be the key of a reason",
            "use letters, digits, _ - and . only, at most 80, such as \"severity1\""),
    EVIDENCE_LENGTH(
            Severity.ERROR,
            "evidence の名前は1〜{0}文字です",
            "短い名前にしてください（例: .evidence( \"inside-renewal\" )）",
            "the name of evidence has 1 to {0} characters",
            "choose a short one, such as .evidence( \"inside-renewal\" )"),
    CONTEXT_RANGE(
            Severity.ERROR,
            "context は -100〜100 の数値です",
            ".context( 40 ) のように書いてください",
            "context is a number from -100 to 100",
            "write it like .context( 40 )"),
    UNKNOWN_ADDITION(
            Severity.ERROR,
            "propose に .{0} は付けられません",
            "使えるのは .context( 数値 ) と .evidence( \"…\" ) です",
            "propose knows no .{0}",
            "use .context( number ) and .evidence( \"…\" )"),
    DUPLICATE_ADDITION(Severity.ERROR, ".{0} が二つあります", "一つにしてください", ".{0} stands here twice", "keep one"),
    REASON_MISSING(
            Severity.ERROR,
            "アクションを提案するルール「{0}」に理由がありません",
            "@reason_ja(\"…\") と @reason_en(\"…\") を書いてください",
            "the rule {0} proposes an action without a reason",
            "write @reason_ja(\"…\") and @reason_en(\"…\")"),
    REASON_IN_ONE_LANGUAGE(
            Severity.WARNING,
            "ルール「{0}」の理由が一つの言語にしかありません",
            "@{1}(\"…\") も書いてください",
            "the rule {0} gives its reason in one language only",
            "write @{1}(\"…\") too");

    private final Severity severity;
    private final String whatJa;
    private final String tryJa;
    private final String whatEn;
    private final String tryEn;

    DrlMessage(Severity severity, String whatJa, String tryJa, String whatEn, String tryEn) {
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
