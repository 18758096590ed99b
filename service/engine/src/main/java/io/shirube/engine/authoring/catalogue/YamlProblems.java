package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;

/** Says in our words what a YAML parser found; its own text never reaches an author. */
final class YamlProblems {

    private YamlProblems() {}

    static void report(String problem, Position at, Report report) {
        if (problem.contains("could not find expected ':'") || problem.contains("mapping values are not allowed")) {
            report.error(
                    "yaml-syntax",
                    at,
                    say("「キー: 値」の形になっていません。", "This is not of the form \"key: value\"."),
                    say(
                            "コロンのあとに半角スペースがあるか、字下げが上の行とそろっているか確かめてください。",
                            "Look for a space behind the colon, and that the line is indented like the one above."));
        } else if (problem.contains("expected ',' or")) {
            report.error("yaml-syntax", at, closing(), say("「}」「]」「,」を確かめてください。", "Look at \"}\", \"]\" and \",\"."));
        } else if (problem.contains("unexpected end of stream") || problem.contains("quoted scalar")) {
            report.error(
                    "yaml-syntax",
                    at,
                    say("引用符が閉じていません。", "A quotation mark is not closed."),
                    say("文字の終わりに同じ引用符を書いてください。", "Close the text with the same quotation mark."));
        } else if (problem.contains("cannot start any token")) {
            report.error(
                    "yaml-syntax",
                    at,
                    say("この文字から値を始めることはできません。", "A value cannot begin with this character."),
                    say("値を\"…\"で囲んでください。", "Put the value in \"…\"."));
        } else {
            report.error(
                    "yaml-syntax",
                    at,
                    say("YAMLとして読めません。", "This cannot be read as YAML."),
                    say("字下げ、コロン、かっこを上の行と見比べてください。", "Compare indentation, colons and brackets with the lines above."));
        }
    }

    private static Text closing() {
        return say("かっこが閉じていないか、区切りのカンマがありません。", "A bracket is not closed, or a comma is missing.");
    }
}
