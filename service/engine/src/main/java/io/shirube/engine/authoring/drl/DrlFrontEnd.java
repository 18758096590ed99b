package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.SourceText;
import io.shirube.engine.authoring.expression.Tokenizer;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads the rule files of one ruleset. Rule names must differ across its files. Used by one thread. */
public final class DrlFrontEnd {

    /** The longest file, in UTF-16 units. */
    public static final int LONGEST_FILE = 200_000;

    /** How many findings one file may have before reading it stops. */
    static final int MOST_FINDINGS = 200;

    private static final int LONGEST_NAME = 200;

    private final Names names;
    private final FindingSink findings;
    private final Map<String, Position> ruleNames = new HashMap<>();

    public DrlFrontEnd(Names names, FindingSink findings) {
        this.names = names;
        this.findings = findings;
    }

    /**
     * Reads a rule file. Never throws on bad input: what cannot be read is among the findings.
     *
     * @param file path relative to the rule folder
     * @param text with or without byte order mark, with any kind of line end
     * @param phase of the folder the file lies in
     * @param firstNumber number of the first rule returned; the others follow
     * @return the rules without error, in the order written
     */
    public List<Rule> read(String file, String text, Phase phase, int firstNumber) {
        if (text.length() > LONGEST_FILE) {
            findings.add(RuleMessage.FILE_TOO_LONG.at(Position.inText(file, 1, 1), text.length(), LONGEST_FILE));
            return List.of();
        }
        FindingLimit limited = new FindingLimit(findings, MOST_FINDINGS);
        Tokens tokens = Tokenizer.read(SourceText.ofFile(file, text), limited);
        List<Rule> rules = new ArrayList<>();
        for (RuleText rule : RuleSplitter.split(tokens, limited)) {
            if (limited.isReached()) {
                break;
            }
            boolean named = checkName(rule, limited);
            new RuleReader(names, rule, phase, limited)
                    .read(firstNumber + rules.size())
                    .filter(read -> named)
                    .ifPresent(rules::add);
        }
        return List.copyOf(rules);
    }

    private boolean checkName(RuleText rule, FindingSink sink) {
        if (!rule.hasName()) {
            return false;
        }
        Position at = rule.tokens().position(rule.nameToken());
        if (rule.name().length() > LONGEST_NAME) {
            sink.add(RuleMessage.RULE_NAME_TOO_LONG.at(at, LONGEST_NAME));
            return false;
        }
        if (rule.name().isBlank()) {
            sink.add(RuleMessage.RULE_NAME_MISSING.at(at));
            return false;
        }
        Position first = ruleNames.putIfAbsent(rule.name(), at);
        if (first != null) {
            sink.add(RuleMessage.DUPLICATE_RULE.at(at, rule.name(), first));
        }
        return first == null;
    }
}
