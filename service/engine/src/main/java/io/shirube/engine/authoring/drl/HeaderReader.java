package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Message;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.names.NearestName;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the annotations of a rule; everything else DRL allows there is refused, each with its own words. */
final class HeaderReader {

    static final String REASON_JA = "reason_ja";
    static final String REASON_EN = "reason_en";

    private static final List<String> ANNOTATIONS =
            List.of("owner", "review", "source", "grade", "purpose", "from", "until", REASON_JA, REASON_EN);
    private static final Map<String, Message> ATTRIBUTES = Map.ofEntries(
            Map.entry("salience", RuleMessage.SALIENCE),
            Map.entry("date-effective", RuleMessage.DATE_EFFECTIVE),
            Map.entry("date-expires", RuleMessage.DATE_EXPIRES),
            Map.entry("enabled", RuleMessage.ENABLED),
            Map.entry("timer", RuleMessage.TIMER),
            Map.entry("duration", RuleMessage.TIMER),
            Map.entry("calendars", RuleMessage.TIMER),
            Map.entry("dialect", RuleMessage.DIALECT),
            Map.entry("extends", RuleMessage.EXTENDS),
            Map.entry("no-loop", RuleMessage.ATTRIBUTE),
            Map.entry("lock-on-active", RuleMessage.ATTRIBUTE),
            Map.entry("auto-focus", RuleMessage.ATTRIBUTE),
            Map.entry("agenda-group", RuleMessage.ATTRIBUTE),
            Map.entry("activation-group", RuleMessage.ATTRIBUTE),
            Map.entry("ruleflow-group", RuleMessage.ATTRIBUTE),
            Map.entry("refract", RuleMessage.ATTRIBUTE),
            Map.entry("attributes", RuleMessage.ATTRIBUTE));

    private final TokenReader reader;
    private final FindingSink findings;
    private final Map<String, Token> texts = new LinkedHashMap<>();

    private boolean broken;

    private HeaderReader(TokenReader reader, FindingSink findings) {
        this.reader = reader;
        this.findings = finding -> {
            broken = true;
            findings.add(finding);
        };
    }

    static Header read(TokenReader reader, FindingSink findings) {
        HeaderReader header = new HeaderReader(reader, findings);
        while (!reader.atEnd()) {
            if (reader.at("@")) {
                header.annotation();
            } else {
                header.attribute();
            }
        }
        LocalDate from = header.date("from");
        LocalDate until = header.date("until");
        Token untilText = header.texts.get("until");
        if (from != null && until != null && untilText != null && until.isBefore(from)) {
            header.findings.add(RuleMessage.DATES_REVERSED.at(reader.tokens().position(untilText)));
        }
        return new Header(header.texts, from, until, header.broken);
    }

    private void annotation() {
        Token at = reader.next();
        Token name = reader.next();
        Token text = reader.peek(1);
        boolean wellFormed =
                reader.at("(") && text.is(Kind.TEXT) && reader.peek(2).is(")");
        if (!ANNOTATIONS.contains(name.text())) {
            unknown(at, name);
        } else if (!wellFormed) {
            findings.add(RuleMessage.ANNOTATION_FORM.at(reader.tokens().position(at), name.text()));
        } else if (texts.putIfAbsent(name.text(), text) != null) {
            findings.add(RuleMessage.DUPLICATE_ANNOTATION.at(reader.tokens().position(at), name.text()));
        }
        if (wellFormed) {
            reader.moveTo(reader.index() + 3);
        } else {
            skip();
        }
    }

    private void unknown(Token at, Token name) {
        findings.add(NearestName.of(name.text(), ANNOTATIONS)
                .map(near -> RuleMessage.MISSPELT_ANNOTATION.at(reader.tokens().position(at), name.text(), near))
                .orElseGet(() -> RuleMessage.UNKNOWN_ANNOTATION.at(
                        reader.tokens().position(at), name.text(), Names.all(ANNOTATIONS))));
    }

    private void attribute() {
        Token first = reader.peek();
        String word = hyphenated();
        Message known = ATTRIBUTES.get(word);
        Message message = known == null ? RuleMessage.UNKNOWN_HEADER : known;
        findings.add(message.at(reader.tokens().position(first), word));
        skip();
    }

    /** Joins the words of {@code date-effective}. */
    private String hyphenated() {
        StringBuilder word = new StringBuilder(reader.next().text());
        while (reader.at("-") && reader.peek(1).is(Kind.NAME)) {
            reader.next();
            word.append('-').append(reader.next().text());
        }
        return word.toString();
    }

    /** Moves to the next annotation or attribute. */
    private void skip() {
        while (!reader.atEnd() && !reader.at("@")) {
            int index = reader.index();
            boolean attribute = reader.peek().is(Kind.NAME) && ATTRIBUTES.containsKey(hyphenated());
            reader.moveTo(attribute ? index : Math.max(index + 1, reader.index()));
            if (attribute) {
                return;
            }
        }
    }

    private @Nullable LocalDate date(String annotation) {
        Token text = texts.get(annotation);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text.text());
        } catch (DateTimeParseException wrong) {
            findings.add(RuleMessage.BAD_DATE.at(reader.tokens().position(text), annotation, text.text()));
            return null;
        }
    }
}
