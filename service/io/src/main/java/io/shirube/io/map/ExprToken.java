package io.shirube.io.map;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A word, number, text or sign of an expression, with its offset. */
record ExprToken(String text, int offset) {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<number>\\d{1,18}(?:\\.\\d{1,18})?)|(?<text>'[^']*')|(?<name>[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)?)"
                    + "|(?<sign>==|!=|<=|>=|[-+*/()<>,]))");

    /** Tells that the rest of the expression means nothing any more; it has been reported. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;
    }

    static List<ExprToken> split(String text, Report report, Position at) throws Refused {
        List<ExprToken> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        int from = 0;
        while (!text.substring(from).isBlank()) {
            matcher.region(from, text.length());
            if (!matcher.lookingAt()) {
                int offset = from
                        + text.substring(from).length()
                        - text.substring(from).stripLeading().length();
                throw refuse(
                        report,
                        at,
                        offset,
                        say(
                                "式の「" + text.charAt(offset) + "」が読めません。",
                                "\"" + text.charAt(offset) + "\" means nothing in an expression."),
                        say("文字列は '…' で囲みます。", "Put texts in '…'."));
            }
            String token = matcher.group().strip();
            tokens.add(new ExprToken(token, matcher.end() - token.length()));
            from = matcher.end();
        }
        return tokens;
    }

    static Refused refuse(Report report, Position at, int offset, Text what, Text tryThis) {
        report.error("expression", Position.inText(at.file(), at.line(), at.column() + offset), what, tryThis);
        return new Refused();
    }
}
