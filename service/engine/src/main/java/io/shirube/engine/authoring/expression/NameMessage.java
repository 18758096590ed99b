package io.shirube.engine.authoring.expression;

import static io.shirube.engine.authoring.expression.Wording.error;

/** What the expression parsers say about names: bindings, fields, facts and functions. Japanese first, then English; what is wrong, then what to try. */
enum NameMessage implements Message {
    BINDING_NEEDS_DOLLAR(error(
            "付けた名前「{0}」が $ で始まっていません。",
            "「${0}」と書いてください。", "The name \"{0}\" does not begin with $.", "Write \"${0}\".")),
    BINDING_FORM(error(
            "名前を付けられるのは項目1つだけです。",
            "$u : seatUtilisation のように書き、条件は「,」で区切ってください。",
            "Only a single field can be given a name.",
            "Write $u : seatUtilisation and put conditions after a comma.")),
    DUPLICATE_BINDING(
            error("名前「{0}」は既に使われています。", "別の名前にしてください。", "The name \"{0}\" is already taken.", "Choose another name.")),
    UNKNOWN_BINDING(error(
            "名前「{0}」はどこにも付けられていません。",
            "when の中で {0} : 項目名 と書いてから使ってください。",
            "Nothing is named \"{0}\".",
            "Name it under when, such as {0} : field, before you use it.")),
    MISSPELT_BINDING(
            error("名前「{0}」はどこにも付けられていません。", "「{1}」のことですか。", "Nothing is named \"{0}\".", "Did you mean \"{1}\"?")),
    HIDDEN_BINDING(error(
            "名前「{0}」は not・exists・or・accumulate の中だけのものです。",
            "外で使うには、その条件を when の直下に書いてください。",
            "\"{0}\" is named inside not, exists, or, accumulate and unknown outside.",
            "To use it here, write its condition directly under when.")),
    RESULT_USED_LATER(error(
            "集計の結果「{0}」はここでは使えません。",
            "結果の条件は accumulate の最後の部分に書き、文中では理由の { } でだけ引用できます。",
            "The figure \"{0}\" cannot be used here.",
            "Put its condition into the last part of its accumulate; elsewhere it can only be quoted in a reason.")),
    RESULT_CONDITION(error(
            "集計の結果の条件は「結果 比較 数値」の形に限ります。",
            "$n >= 2, $m > 14 のように「,」で区切って書いてください。",
            "A condition on a figure compares it with a number, nothing else.",
            "Write $n >= 2, $m > 14, separated by commas.")),
    ITEM_WITHOUT_FIELD(error(
            "「{0}」だけでは、どの項目のことか分かりません。",
            "{0}.{1} のように項目名を付けてください。",
            "\"{0}\" alone does not say which field.",
            "Name a field of it, such as {0}.{1}.")),
    NOT_AN_ITEM(error(
            "「{0}」は項目の値なので、.{1} は付けられません。",
            "「{0}」とだけ書いてください。", "\"{0}\" is a value and has no field \"{1}\".", "Write \"{0}\" alone.")),
    TOO_MANY_DOTS(error(
            "「{0}」は長すぎます。「.」は1つまでです。",
            "$t.severity のように書いてください。", "\"{0}\" has too many dots.", "Write it as $t.severity.")),
    FOREIGN_FIELD(error(
            "ここでは「{0}」を読めません。",
            "その項目の条件で名前を付けてから使ってください（例: Contract( $a : arr )）。",
            "\"{0}\" cannot be read here.",
            "Give it a name in a condition first, such as Contract( $a : arr ).")),
    BIND_FIRST(error(
            "ここでは項目「{0}」を直接読めません。",
            "when で $x : {0} と名前を付け、$x と書いてください。",
            "The field \"{0}\" cannot be read here by itself.",
            "Name it under when with $x : {0}, and write $x here.")),
    MISSPELT_FIELD(
            error("{1} に「{0}」という項目はありません。", "「{2}」のことですか。", "{1} has no field \"{0}\".", "Did you mean \"{2}\"?")),
    FIELD_ELSEWHERE(error(
            "{1} に「{0}」という項目はありません。",
            "{0} は {2} の項目です。{2}( {0} … ) と書いてください。",
            "{1} has no field \"{0}\".",
            "It is a field of {2}: write {2}( {0} … ).")),
    UNKNOWN_FIELD(
            error("{1} に「{0}」という項目はありません。", "使える項目は {2} です。", "{1} has no field \"{0}\".", "Its fields are {2}.")),
    MISSPELT_NAME(
            error("「{0}」という名前は知られていません。", "「{1}」のことですか。", "There is nothing called \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_NAME(error(
            "「{0}」という名前は知られていません。",
            "シグナル名、contract.arr のような項目名、付けた名前（$ なし）のどれかを書いてください。",
            "There is nothing called \"{0}\".",
            "Write a signal, a field such as contract.arr, or a name given in the rule without its $.")),
    UNKNOWN_OWNER(error(
            "「{0}」という種類の事実はありません。",
            "account、contract、signals、stage、segment、renewal、health、success、values のどれかにしてください。",
            "There is no kind of fact \"{0}\".",
            "Use account, contract, signals, stage, segment, renewal, health, success or values.")),
    AMBIGUOUS_FIELD(error(
            "「{0}」という項目は複数あります。",
            "「{1}」のように種類を付けてください。", "Several kinds of facts have a field \"{0}\".", "Say which one, such as {1}.")),
    LATER_PHASE(error(
            "{0} は {1} で決まるので、{2} のルールでは読めません。",
            "先に決まる項目を使うか、ルールを後のフォルダーに移してください。",
            "{0} is concluded in {1}, so a rule in {2} cannot read it.",
            "Use a field that is settled earlier, or move the rule to a later folder.")),
    CONCLUSION_IN_CATALOGUE(error(
            "{0} は {1} で決まるので、この式では読めません。",
            "account、contract、シグナルの項目だけを使ってください。",
            "{0} is concluded in {1}, so this expression cannot read it.",
            "Use fields of account, contract and signals only.")),
    UNKNOWN_FUNCTION(error(
            "関数「{0}」はここでは使えません。",
            "使えるのは min(a, b) と max(a, b)、式全体としては previous、change、count、lowest、highest です。",
            "The function \"{0}\" is not available here.",
            "Use min(a, b) or max(a, b); previous, change, count, lowest and highest only as the whole expression.")),
    TWO_ARGUMENTS(error("{0} には値が2つ要ります。", "{0}(a, b) のように書いてください。", "\"{0}\" needs two values.", "Write {0}(a, b).")),
    DAYS_EXPECTED(error(
            "日数があるはずのところに「{0}」があります。",
            "30d のように書いてください（1〜3650日）。",
            "A number of days is needed here, but \"{0}\" stands here.",
            "Write it as 30d, from 1 to 3650 days.")),
    COLLECTION_EXPECTED(error(
            "ここには {0} の条件が要ります。",
            "Ticket( severity == 1 ) のように書いてください。",
            "A condition on {0} is needed here.",
            "Write it as Ticket( severity == 1 ).")),
    SIGNAL_EXPECTED(error(
            "previous と change で使えるのは数値のシグナルだけです。",
            "signals.yml にある数値のシグナルを書いてください。",
            "\"previous\" and \"change\" read a numeric signal only.",
            "Name a signal of signals.yml that is a number."));

    private final Wording wording;

    NameMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
