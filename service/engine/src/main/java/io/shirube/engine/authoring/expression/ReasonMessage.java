package io.shirube.engine.authoring.expression;

import static io.shirube.engine.authoring.expression.Wording.error;

/** What the reader of reasons says about their braces and percent signs. Japanese first, then English; what is wrong, then what to try. */
enum ReasonMessage implements Message {
    UNCLOSED_PLACE(error(
            "理由の文の「{」が閉じられていません。",
            "{項目名} のように「}」で閉じてください。",
            "A \"{\" in the reason is never closed.",
            "Close it, as in {field}.")),
    EXTRA_BRACE(
            error("理由の文に対応する「{」のない「}」があります。", "「}」を消してください。", "A \"}\" in the reason closes nothing.", "Delete it.")),
    EMPTY_PLACE(error(
            "理由の文の { } の中が空です。",
            "項目名を入れてください。",
            "The { } in the reason is empty.",
            "Put the name of a field between the braces.")),
    RATIO_WITHOUT_SIGN(error(
            "{0} は比率で、100倍の数で示されますが、後に % がありません。",
            "{0} の } のすぐ後に % か ％ を付けてください。",
            "{0} is a ratio shown times 100, but no % sign follows it.",
            "Put a % right after its closing brace.")),
    SIGN_WITHOUT_RATIO(error(
            "{0} は比率ではありませんが、後に % が付いています。",
            "% を消してください。", "{0} is no ratio, but a % sign follows it.", "Delete the % sign."));

    private final Wording wording;

    ReasonMessage(Wording wording) {
        this.wording = wording;
    }

    @Override
    public Wording wording() {
        return wording;
    }
}
