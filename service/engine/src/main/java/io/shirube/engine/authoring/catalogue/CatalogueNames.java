package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What catalogue entries may be called, and that no two things a rule names by one word are called the same. */
final class CatalogueNames {

    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,59}");
    private static final Pattern VALUE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
    private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z0-9]{0,59}");
    private static final Set<String> RESERVED = Set.of(
            "true",
            "false",
            "null",
            "and",
            "or",
            "not",
            "in",
            "matches",
            "contains",
            "exists",
            "accumulate",
            "count",
            "sum",
            "min",
            "max",
            "average",
            "previous",
            "change",
            "changePerWorkingDay",
            "lowest",
            "highest",
            "stage",
            "touch",
            "success",
            "account",
            "contract",
            "signals",
            "segment",
            "renewal",
            "health",
            "values",
            "unknown",
            "known",
            "note",
            "source",
            "grade",
            "propose",
            "hold",
            "context",
            "when",
            "then",
            "end",
            "rule");

    private final Report report;
    private final Set<String> reserved;
    private final Map<String, Position> taken = new HashMap<>();

    CatalogueNames(Report report) {
        this(report, RESERVED);
    }

    /** @param reserved words of the rule language that may not be names */
    CatalogueNames(Report report, Set<String> reserved) {
        this.report = report;
        this.reserved = reserved;
    }

    /** Returns whether a field may have this name; reports why not. */
    boolean field(String name, Position at) {
        return well(
                        FIELD,
                        name,
                        at,
                        say(
                                "小文字で始まる英数字（例: seatUtilisation）にしてください。",
                                "Use letters and digits, beginning with a small letter, such as seatUtilisation."))
                && free(name, at);
    }

    /** Returns whether an enum may have this name; reports why not. */
    boolean type(String name, Position at) {
        return well(
                TYPE,
                name,
                at,
                say(
                        "大文字で始まる英数字（例: Sentiment）にしてください。",
                        "Use letters and digits, beginning with a capital letter, such as Sentiment."));
    }

    /** Returns whether a name in capitals, of an action type or of an enum, may be written so; reports why not. */
    boolean value(String name, Position at) {
        return well(
                VALUE,
                name,
                at,
                say(
                        "大文字の英数字と「_」（例: UPSELL_PROMPT）にしてください。",
                        "Use capital letters, digits and \"_\", such as UPSELL_PROMPT."));
    }

    /** Notes a name that the program itself uses. */
    void builtIn(String name) {
        taken.putIfAbsent(name, Position.inText("", 1, 1));
    }

    private boolean well(Pattern pattern, String name, Position at, Text tryThis) {
        if (pattern.matcher(name).matches()) {
            return true;
        }
        report.error(
                "bad-name", at, say("「" + name + "」という名前は使えません。", "\"" + name + "\" cannot be a name here."), tryThis);
        return false;
    }

    private boolean free(String name, Position at) {
        Position first = reserved.contains(name) ? Position.inText("", 1, 1) : taken.putIfAbsent(name, at);
        if (first == null) {
            return true;
        }
        if (first.file().isEmpty()) {
            report.error(
                    "name-taken",
                    at,
                    say("「" + name + "」は最初から用意されている名前です。", "\"" + name + "\" is a name the program already uses."),
                    say("別の名前にしてください。", "Choose another name."));
        } else {
            report.error(
                    "duplicate-name",
                    at,
                    say(
                            "「" + name + "」は " + first + " でも定義されています。",
                            "\"" + name + "\" is also declared at " + first + "."),
                    say("どちらかの名前を変えてください。", "Rename one of the two."));
        }
        return false;
    }
}
