package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Brackets;
import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.TemplateParser;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.internal.drools.parse.DrlSyntax;
import io.shirube.engine.internal.drools.parse.Outline;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads one rule. */
final class RuleReader {

    private final Names names;
    private final RuleText text;
    private final Tokens tokens;
    private final Phase phase;
    private final FindingSink findings;
    private final Scope scope;
    private boolean failed;

    RuleReader(Names names, RuleText text, Phase phase, FindingSink findings) {
        this.names = names;
        this.text = text;
        this.tokens = text.tokens();
        this.phase = phase;
        this.scope = Scope.of(phase);
        this.findings = finding -> {
            failed |= finding.severity() == Severity.ERROR;
            findings.add(finding);
        };
    }

    /** Returns the rule, or empty when there was an error, which then is among the findings. */
    Optional<Rule> read(int number) {
        checkFrame();
        if (text.isBroken() || !text.hasName()) {
            return Optional.empty();
        }
        if (text.when() < 0) {
            return Optional.empty();
        }
        Header header = HeaderReader.read(tokens.reader(text.from() + 2, text.when()), findings);
        if (text.then() < 0) {
            return Optional.empty();
        }
        LeftSide left = leftSide();
        List<Consequence> consequences = rightSide();
        ReasonTemplate reasonJa = reason(header, HeaderReader.REASON_JA);
        ReasonTemplate reasonEn = reason(header, HeaderReader.REASON_EN);
        if (!header.broken()) {
            checkReasons(header, consequences);
        }
        if (failed || left == null || !agreesWithDrools(left.outline())) {
            return Optional.empty();
        }
        return Optional.of(rule(number, header, left, consequences, reasonJa, reasonEn));
    }

    private Rule rule(
            int number,
            Header header,
            LeftSide left,
            List<Consequence> consequences,
            @Nullable ReasonTemplate reasonJa,
            @Nullable ReasonTemplate reasonEn) {
        return new Rule(
                number,
                text.name(),
                phase,
                tokens.position(text.token(text.from())),
                header.from(),
                header.until(),
                left.condition(),
                left.variables(),
                left.results(),
                consequences,
                reasonJa,
                reasonEn,
                metadata(header));
    }

    private record LeftSide(Condition condition, int variables, int results, Outline outline) {}

    private void checkFrame() {
        Token last = text.token(text.to() - 1);
        String name = text.name();
        if (!text.hasName() && !text.isBroken()) {
            findings.add(RuleMessage.RULE_NAME_MISSING.at(tokens.position(text.token(text.from()))));
        }
        if (text.then() < 0) {
            Token expected = text.end() >= 0 ? text.token(text.end()) : last;
            int offset = text.end() >= 0 ? expected.start() : expected.end();
            findings.add(RuleMessage.MISSING_THEN.at(tokens.source().position(offset), name));
        }
        if (text.when() < 0 && text.then() >= 0) {
            findings.add(RuleMessage.MISSING_WHEN.at(tokens.position(text.token(text.then())), name));
        }
        if (text.end() < 0) {
            findings.add(RuleMessage.MISSING_END.at(tokens.source().position(last.end()), name));
        }
    }

    private @Nullable LeftSide leftSide() {
        TokenReader reader = tokens.reader(text.when() + 1, text.then());
        if (reader.atEnd()) {
            findings.add(RuleMessage.EMPTY_WHEN.at(tokens.position(text.token(text.when()))));
            return null;
        }
        Optional<Finding> wrong = Brackets.firstWrong(reader);
        if (wrong.isPresent()) {
            findings.add(wrong.get());
            scope.markIncomplete();
            return null;
        }
        Origin origin = tokens.origin(reader.peek(), text.token(text.then() - 1));
        LhsReader structure = new LhsReader(names, reader, findings);
        List<Lhs> parts = structure.read();
        if (structure.isBroken()) {
            scope.markIncomplete();
        }
        JoinLimits.firstWrong(names, tokens, parts).ifPresent(findings::add);
        ConditionBuilder builder =
                new ConditionBuilder(names, tokens, text.token(text.from()).start(), findings);
        Condition condition = builder.build(parts, origin, scope);
        return new LeftSide(condition, builder.variables(), builder.results(), builder.outline(parts));
    }

    private List<Consequence> rightSide() {
        int to = text.end() >= 0 ? text.end() : text.to();
        TokenReader reader = tokens.reader(text.then() + 1, to);
        Optional<Finding> wrong = Brackets.firstWrong(reader);
        if (wrong.isPresent()) {
            findings.add(wrong.get());
            return List.of();
        }
        return new ConsequenceReader(names, reader, scope, findings).read(tokens.position(text.token(text.then())));
    }

    private @Nullable ReasonTemplate reason(Header header, String annotation) {
        Token sentence = header.text(annotation);
        if (sentence == null) {
            return null;
        }
        return new TemplateParser(names, findings)
                .parse(tokens.inside(sentence), scope)
                .orElse(null);
    }

    private void checkReasons(Header header, List<Consequence> consequences) {
        Token ja = header.text(HeaderReader.REASON_JA);
        Token en = header.text(HeaderReader.REASON_EN);
        boolean proposes = consequences.stream().anyMatch(Consequence.Propose.class::isInstance);
        if (ja == null && en == null && proposes) {
            findings.add(RuleMessage.REASON_MISSING.at(tokens.position(text.nameToken()), text.name()));
        } else if ((ja == null) != (en == null)) {
            String missing = ja == null ? HeaderReader.REASON_JA : HeaderReader.REASON_EN;
            findings.add(
                    RuleMessage.REASON_IN_ONE_LANGUAGE.at(tokens.position(text.nameToken()), text.name(), missing));
        }
    }

    /** Drools must read the same patterns in the same text, or our reading of it would be a language of its own. */
    private boolean agreesWithDrools(Outline ours) {
        int start = text.token(text.from()).start();
        String plain = tokens.plain().substring(start, text.token(text.end()).end());
        boolean agrees = DrlSyntax.parse(plain).filter(ours::equals).isPresent();
        if (!agrees) {
            findings.add(RuleMessage.NOT_DRL.at(tokens.position(text.token(text.from())), text.name()));
        }
        return agrees;
    }

    private static Map<String, String> metadata(Header header) {
        Map<String, String> metadata = new TreeMap<>();
        header.texts().forEach((name, value) -> {
            if (!name.equals(HeaderReader.REASON_JA) && !name.equals(HeaderReader.REASON_EN)) {
                metadata.put(name, value.text());
            }
        });
        return metadata;
    }
}
