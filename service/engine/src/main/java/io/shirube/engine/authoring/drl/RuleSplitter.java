package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.names.NearestName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Cuts a file into rules. A rule ends at its {@code end}, or where the next one begins, so that a rule without end,
 * without closing quote or with unbalanced parentheses hides no other.
 */
final class RuleSplitter {

    private static final Map<String, Message> NOT_AVAILABLE = Map.of(
            "import", RuleMessage.IMPORT,
            "global", RuleMessage.GLOBAL,
            "function", RuleMessage.FUNCTION,
            "query", RuleMessage.QUERY,
            "declare", RuleMessage.DECLARE,
            "unit", RuleMessage.UNIT,
            "dialect", RuleMessage.DIALECT,
            "salience", RuleMessage.SALIENCE);

    private final Tokens tokens;
    private final List<Token> list;
    private final FindingSink findings;
    private final List<RuleText> rules = new ArrayList<>();

    private RuleSplitter(Tokens tokens, FindingSink findings) {
        this.tokens = tokens;
        this.list = tokens.list();
        this.findings = findings;
    }

    static List<RuleText> split(Tokens tokens, FindingSink findings) {
        RuleSplitter splitter = new RuleSplitter(tokens, findings);
        int i = splitter.skipPackage();
        while (i < tokens.list().size()) {
            i = splitter.startsRule(i) ? splitter.rule(i) : splitter.other(i);
        }
        return splitter.rules;
    }

    private int skipPackage() {
        if (list.isEmpty() || !list.get(0).is("package")) {
            return 0;
        }
        int i = 1;
        while (i < list.size() && !firstOnLine(i) && !list.get(i).is(";")) {
            i++;
        }
        return i < list.size() && list.get(i).is(";") ? i + 1 : i;
    }

    /** The word {@code rule} before a quoted name, or before anything when it is the first word of a line. */
    private boolean startsRule(int i) {
        if (!list.get(i).is("rule")) {
            return false;
        }
        boolean named = i + 1 < list.size() && (is(i + 1, Kind.TEXT) || brokenText(i + 1));
        return named || firstOnLine(i);
    }

    private boolean brokenText(int i) {
        return is(i, Kind.BROKEN) && !firstOnLine(i);
    }

    private boolean is(int i, Kind kind) {
        return list.get(i).is(kind);
    }

    private boolean firstOnLine(int i) {
        return i == 0
                || tokens.position(list.get(i)).line()
                        > tokens.position(list.get(i - 1)).line();
    }

    private int rule(int from) {
        int when = -1;
        int then = -1;
        int depth = 0;
        int i = from + 1;
        while (i < list.size() && !(startsRule(i) && i > from + 1)) {
            Token token = list.get(i);
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            boolean word = token.is(Kind.NAME) && (firstOnLine(i) || (i > from + 1 && depth <= 0));
            if (word && when < 0 && then < 0 && token.is("when")) {
                when = i;
                depth = 0;
            } else if (word && then < 0 && token.is("then")) {
                then = i;
                depth = 0;
            } else if (word && token.is("end") && endsRule(i, then)) {
                rules.add(new RuleText(tokens, from, when, then, i, i + 1));
                return afterEnd(i);
            }
            i++;
        }
        rules.add(new RuleText(tokens, from, when, then, -1, i));
        return i;
    }

    /** After {@code then} a bare {@code end} ends the rule; before it only one that no field could be. */
    private boolean endsRule(int i, int then) {
        boolean partOfName = list.get(i - 1).is(".");
        boolean followed =
                i + 1 < list.size() && !firstOnLine(i + 1) && !list.get(i + 1).is(";");
        return !partOfName && (then >= 0 || (firstOnLine(i) && !followed));
    }

    private int afterEnd(int end) {
        return end + 1 < list.size() && list.get(end + 1).is(";") ? end + 2 : end + 1;
    }

    /** Something outside of every rule; all of it up to the next rule is one finding, unless it is known. */
    private int other(int from) {
        Token token = list.get(from);
        Message known = token.is(Kind.NAME) ? NOT_AVAILABLE.get(token.text()) : null;
        if (known != null) {
            findings.add(known.at(tokens.position(token), token.text()));
        } else if (token.is(Kind.NAME)
                && NearestName.of(token.text(), List.of("rule")).isPresent()) {
            findings.add(RuleMessage.MISSPELT_RULE.at(tokens.position(token), token.text(), "rule"));
        } else if (!token.is(Kind.BROKEN)) {
            findings.add(RuleMessage.TEXT_BETWEEN_RULES.at(
                    tokens.position(token), token.is(Kind.TEXT) ? "\"" + token.text() + "\"" : token.text()));
        }
        int i = from + 1;
        while (i < list.size() && !startsRule(i) && !startsOther(i)) {
            i++;
        }
        return i;
    }

    private boolean startsOther(int i) {
        return firstOnLine(i)
                && is(i, Kind.NAME)
                && NOT_AVAILABLE.containsKey(list.get(i).text());
    }
}
