package io.shirube.engine.authoring.drl;

import static io.shirube.engine.authoring.expression.Wording.error;

import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.Wording;

/** What the reader of rule files says about the conditions under {@code when}. Japanese first, then English; what is wrong, then what to try. */
enum ConditionMessage implements Message {
    FACT_TYPE_EXPECTED(error(
            "条件があるはずのところに「{0}」があります。",
            "Stage( value == RENEWAL ) のように、事実の名前と括弧で書いてください。",
            "A condition is needed here, but \"{0}\" stands here.",
            "Write a kind of fact and parentheses, such as Stage( value == RENEWAL ).")),
    MISSPELT_FACT_TYPE(error(
            "「{0}」という種類の事実はありません。", "「{1}」のことですか。", "There is no kind of fact \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_FACT_TYPE(
            error("「{0}」という種類の事実はありません。", "使えるのは {1} です。", "There is no kind of fact \"{0}\".", "Use one of {1}.")),
    PARENTHESIS_EXPECTED(error(
            "{0} の後に ( がありません。",
            "{0}( … ) のように条件を括弧で囲んでください。",
            "There is no ( after \"{0}\".",
            "Put its conditions in parentheses: {0}( … ).")),
    STRAY_SIGN(error(
            "条件と条件の間に「{0}」があります。",
            "消してください。並べて書いた条件はすべて満たす必要があります。",
            "\"{0}\" stands between two conditions.",
            "Delete it: conditions one after another must all hold.")),
    PATTERN_WORD(error(
            "条件どうしを「{0}」でつなぐことはできません。", "「{1}」と書いてください。", "\"{0}\" does not join whole conditions.", "Write \"{1}\".")),
    PREFIX_JUNCTION(error(
            "({0} …) の形は使えません。",
            "( A( ) {0} B( ) ) のように間に書いてください。", "The form ({0} …) is not available.", "Write ( A( ) {0} B( ) ).")),
    FORALL(error(
            "forall は使えません。",
            "not Ticket( 満たさない条件 ) と書いてください。",
            "\"forall\" is not available.",
            "Write not Ticket( the opposite condition ).")),
    FROM(error(
            "from は使えません。",
            "集計は accumulate( Ticket( … ); $n : count(); $n >= 2 )、それ以外は事実を直接書いてください。",
            "\"from\" is not available.",
            "Write accumulate( Ticket( … ); $n : count(); $n >= 2 ) for figures, else the kind of fact itself.")),
    WINDOW(error(
            "over による期間の指定は使えません。",
            "日数の条件で書いてください（例: openedDaysAgo <= 30）。",
            "Windows with \"over\" are not available.",
            "Use a condition on days, such as openedDaysAgo <= 30.")),
    COLLECT(error(
            "{0} は使えません。",
            "accumulate( Ticket( … ); $n : count(); $n >= 2 ) と書いてください。",
            "\"{0}\" is not available.",
            "Write accumulate( Ticket( … ); $n : count(); $n >= 2 ).")),
    NAMED_CONSEQUENCE(error(
            "条件の途中の「{0}」は使えません。",
            "ルールを分けてください。", "\"{0}\" is not available among conditions.", "Write a rule of its own.")),
    QUERY_CALL(error(
            "「?」による呼び出しは使えません。",
            "条件を直接書いてください。",
            "Calls with \"?\" are not available.",
            "Write the condition itself.")),
    EVAL_CONDITION(error(
            "eval は使えません。",
            "条件を事実の項目の比較として書いてください（例: Signals( nps < 0 )）。",
            "\"eval\" is not available.",
            "Write the condition as comparisons of fields, such as Signals( nps < 0 ).")),
    NESTED_QUANTIFIER(error(
            "not・exists の中に「{0}」は書けません。",
            "中には条件1つか ( A( ) and B( ) ) を書き、残りは外に出してください。",
            "\"{0}\" cannot stand inside not or exists.",
            "Put one condition or ( A( ) and B( ) ) inside, and the rest outside.")),
    FACT_BINDING_NEEDS_DOLLAR(error(
            "付けた名前「{0}」が $ で始まっていません。",
            "「${0}」と書いてください。", "The name \"{0}\" does not begin with $.", "Write \"${0}\".")),
    TAKEN_NAME(
            error("名前「{0}」は既に使われています。", "別の名前にしてください。", "The name \"{0}\" is already taken.", "Choose another name.")),
    TOO_MANY_JOINS(error(
            "Ticket・Contact・Action・Outcome の条件が{0}個を超えています。",
            "exists や accumulate を使うか、ルールを分けてください。",
            "More than {0} conditions on Ticket, Contact, Action or Outcome are joined.",
            "Use exists or accumulate, or split the rule.")),
    TOO_MANY_BRANCHES(error(
            "or の組み合わせが{0}通りを超えています。",
            "ルールを分けるか、判断表（.table.csv）にしてください。",
            "The or's of this rule make more than {0} combinations.",
            "Split the rule, or use a decision table (.table.csv).")),
    TOO_MANY_CONDITIONS(error(
            "when に並べられる条件は{0}個までです。",
            "ルールを分けてください。", "There are more than {0} conditions under when.", "Split the rule.")),
    ACCUMULATE_FORM(error(
            "accumulate の書き方が正しくありません。",
            "accumulate( Ticket( … ); $n : count(); $n >= 2 ) のように3つの部分を「;」で区切ってください。",
            "The accumulate cannot be read.",
            "Write accumulate( Ticket( … ); $n : count(); $n >= 2 ), its three parts separated by \";\".")),
    ACCUMULATE_SOURCE(error(
            "accumulate で集計できるのは Ticket・Contact・Action・Outcome の条件1つだけです。",
            "accumulate( Ticket( … ); … ) のように書いてください。",
            "An accumulate counts one condition on Ticket, Contact, Action or Outcome.",
            "Write accumulate( Ticket( … ); … ).")),
    MISSPELT_FIGURE(error("集計の関数「{0}」はありません。", "「{1}」のことですか。", "There is no figure \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_FIGURE(error(
            "集計の関数「{0}」はありません。",
            "使えるのは count、sum、min、max、average です。",
            "There is no figure \"{0}\".",
            "Use count, sum, min, max or average.")),
    FIGURE_NAME(error(
            "集計の結果に名前がありません。",
            "$n : count() のように $ で始まる名前を付けてください。",
            "The figure has no name.",
            "Name it, such as $n : count().")),
    FIGURE_ARGUMENT(error(
            "{0} には集計する値が1つ要ります。",
            "条件の中で $d : openedDaysAgo と名前を付け、{0}( $d ) と書いてください。",
            "The figure \"{0}\" needs one value.",
            "Name it in the condition, such as $d : openedDaysAgo, and write {0}( $d ).")),
    COUNT_ARGUMENT(error(
            "count の括弧の中には何も書きません。", "count() と書いてください。", "The figure \"count\" takes no value.", "Write count()."));

    private final Wording wording;

    ConditionMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
