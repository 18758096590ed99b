package io.shirube.engine.authoring.drl;

import static io.shirube.engine.authoring.expression.Wording.error;
import static io.shirube.engine.authoring.expression.Wording.notice;

import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.Wording;

/** What the reader of rule files says about the conclusions under {@code then}. Japanese first, then English; what is wrong, then what to try. */
enum ConclusionMessage implements Message {
    MISSPELT_VERB(
            error("「{0}」という結論はありません。", "「{1}」のことですか。", "There is no conclusion \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_VERB(error(
            "「{0}」という結論はありません。", "このフォルダーで使えるのは {1} です。", "There is no conclusion \"{0}\".", "This folder knows {1}.")),
    VERB_ELSEWHERE(error(
            "{0} は {1} の中では使えません。",
            "{0} を書けるのは {2} です。このフォルダーで使えるのは {3} です。",
            "\"{0}\" cannot be concluded in {1}.",
            "It belongs in {2}; this folder knows {3}.")),
    WORKING_MEMORY(error(
            "{0} は使えません。ルールは事実を変えず、結論だけを述べます。",
            "このフォルダーで使えるのは {1} です。",
            "\"{0}\" is not available: a rule changes no facts, it only concludes.",
            "This folder knows {1}.")),
    JAVA_CODE(error(
            "「{0}」のようなプログラムは書けません。",
            "結論だけを書いてください（このフォルダーで使えるのは {1}）。",
            "Program code such as \"{0}\" is not available.",
            "Write conclusions only; this folder knows {1}.")),
    CONSEQUENCE_NAMED(
            error("then に名前を付けることはできません。", "ルールを分けてください。", "A then cannot have a name.", "Write a rule of its own.")),
    MISSING_SEMICOLON(notice(
            "結論の後の「;」がないので、あるものとして読みました。",
            "結論の後に「;」を書いてください。",
            "There is no \";\" after this conclusion; it was read as if there were one.",
            "Write \";\" after each conclusion.")),
    ARGUMENTS(error("{0} の書き方が正しくありません。", "{1} のように書いてください。", "\"{0}\" cannot be read like this.", "Write {1}.")),
    MISSPELT_ACTION(error(
            "アクション「{0}」は actions.yml にありません。",
            "「{1}」のことですか。", "There is no action \"{0}\" in actions.yml.", "Did you mean \"{1}\"?")),
    UNKNOWN_ACTION(error(
            "アクション「{0}」は actions.yml にありません。",
            "actions.yml に加えるか、次のどれかにしてください: {1}。",
            "There is no action \"{0}\" in actions.yml.",
            "Add it there, or use one of {1}.")),
    MISSPELT_DIMENSION(error(
            "ヘルスの観点「{0}」はありません。", "「{1}」のことですか。", "There is no health dimension \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_DIMENSION(error(
            "ヘルスの観点「{0}」はありません。",
            "policies.yml の dimensions に加えるか、次のどれかにしてください: {1}。",
            "There is no health dimension \"{0}\".",
            "Add it to dimensions in policies.yml, or use one of {1}.")),
    MISSPELT_CONCLUSION(error(
            "「{0}」という結論の項目は {2} にありません。",
            "「{1}」のことですか。", "The folder {2} concludes no value \"{0}\".", "Did you mean \"{1}\"?")),
    UNKNOWN_CONCLUSION(error(
            "「{0}」という結論の項目は {1} にありません。",
            "conclusions.yml に phase: {1} の項目として加えてください。",
            "The folder {1} concludes no value \"{0}\".",
            "Declare it in conclusions.yml with phase: {1}.")),
    MISSPELT_CONSTANT(error(
            "「{0}」は {1} の選択肢にありません。", "「{2}」のことですか。", "\"{0}\" is not in the list {1}.", "Did you mean \"{2}\"?")),
    UNKNOWN_CONSTANT(
            error("「{0}」は {1} の選択肢にありません。", "使えるのは {2} です。", "\"{0}\" is not in the list {1}.", "Use one of {2}.")),
    CONSTANT_IN_QUOTES(error(
            "選択肢の名前が \" で囲まれています。",
            "\" を外して {0} と書いてください。",
            "A name from a list stands between quotes.",
            "Write {0} without quotes.")),
    CONCLUDED_TYPE(error("{0} には{1}を書いてください。", "{2}", "\"{0}\" holds {1}.", "{2}")),
    CONCLUDED_OUT_OF_RANGE(
            error("{0} に {1} は入りません。", "{2}〜{3} の値にしてください。", "\"{0}\" cannot be {1}.", "Use a value from {2} to {3}.")),
    KEY_NOT_TEXT(error(
            "propose の2つ目は文字列でなければなりません。",
            "\"severity1\" のような文字列か、$t.cause のような文字列の項目にしてください。",
            "The second part of propose must be a text.",
            "Write a text such as \"severity1\", or a text field such as $t.cause.")),
    KEY_FORM(error(
            "理由のキー「{0}」は使えません。",
            "文字、数字、「_」「-」「.」だけで80文字までで書いてください（例: \"severity1\"）。",
            "\"{0}\" cannot be the key of a reason.",
            "Use letters, digits and the signs _ - . only, at most 80, such as \"severity1\".")),
    EVIDENCE_LENGTH(error(
            "evidence の名前は1〜{0}文字です。",
            "短い名前にしてください（例: .evidence( \"inside-renewal\" )）。",
            "The name of evidence has 1 to {0} characters.",
            "Choose a short one, such as .evidence( \"inside-renewal\" ).")),
    CONTEXT_RANGE(error(
            "context は -100〜100 の数値です。",
            ".context( 40 ) のように書いてください。",
            "The context is a number from -100 to 100.",
            "Write it as .context( 40 ).")),
    DUE_RANGE(error(
            "due は 0〜{0} の整数（営業日数）です。",
            ".due( 5 ) のように書いてください。",
            "The due time is a whole number of working days from 0 to {0}.",
            "Write it as .due( 5 ).")),
    UNKNOWN_ADDITION(error(
            "propose に .{0} は付けられません。",
            "使えるのは .context( 数値 )、.due( 営業日数 )、.evidence( \"…\" ) です。",
            "\"propose\" has no \".{0}\".",
            "Use .context( number ), .due( working days ) and .evidence( \"…\" ).")),
    DUPLICATE_ADDITION(error(".{0} が2つあります。", "1つにしてください。", "There are two \".{0}\".", "Keep one."));

    private final Wording wording;

    ConclusionMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
