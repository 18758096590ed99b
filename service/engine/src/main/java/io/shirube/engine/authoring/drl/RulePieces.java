package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.SourceText;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Tokenizer;
import io.shirube.engine.authoring.expression.Tokens;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Cuts a rule file into the texts of its rules, for whoever compares two files or puts one together. */
public final class RulePieces {

    /** Annotations that people read and the engine does not. */
    private static final Set<String> FOR_PEOPLE =
            Set.of("owner", "review", "source", "grade", "purpose", HeaderReader.REASON_JA, HeaderReader.REASON_EN);

    private RulePieces() {}

    /**
     * The text of one rule.
     *
     * @param text from its word {@code rule} to its word {@code end}
     * @param words the spelling of every token: two texts with the same words differ in blanks and comments only
     * @param meaning the words without those of annotations that are there for people
     */
    public record Piece(String name, String text, List<String> words, List<String> meaning, Position at) {
        public Piece {
            words = List.copyOf(words);
            meaning = List.copyOf(meaning);
        }
    }

    /**
     * Returns the rules of a file in the order written; empty when it cannot be cut without doubt.
     *
     * @param text with line feeds only
     */
    public static Optional<List<Piece>> of(String file, String text) {
        List<Finding> findings = new ArrayList<>();
        Tokens tokens = Tokenizer.read(SourceText.ofFile(file, text), findings::add);
        List<RuleText> rules = RuleSplitter.split(tokens, findings::add);
        boolean doubtful = findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                || rules.stream().anyMatch(rule -> rule.isBroken() || !rule.hasName() || rule.end() < 0);
        if (doubtful) {
            return Optional.empty();
        }
        List<Piece> pieces = rules.stream().map(RulePieces::piece).toList();
        Set<String> names = new HashSet<>();
        return pieces.stream().allMatch(piece -> names.add(piece.name())) ? Optional.of(pieces) : Optional.empty();
    }

    private static Piece piece(RuleText rule) {
        Tokens tokens = rule.tokens();
        Token first = rule.token(rule.from());
        String text = tokens.source()
                .text()
                .substring(first.start(), rule.token(rule.to() - 1).end());
        List<String> words = new ArrayList<>();
        List<String> meaning = new ArrayList<>();
        int head = rule.when() < 0 ? rule.to() : rule.when();
        int meantFrom = rule.from();
        for (int i = rule.from(); i < rule.to(); i++) {
            if (i >= meantFrom && i < head) {
                meantFrom = afterAnnotation(rule, i);
            }
            words.add(word(rule.token(i)));
            if (i >= meantFrom) {
                meaning.add(word(rule.token(i)));
            }
        }
        return new Piece(rule.name(), text, words, meaning, tokens.position(first));
    }

    /** Returns the index after an annotation for people that begins at {@code i}, or {@code i} when none does. */
    private static int afterAnnotation(RuleText rule, int i) {
        boolean begins = rule.token(i).is("@")
                && i + 2 < rule.to()
                && FOR_PEOPLE.contains(rule.token(i + 1).text())
                && rule.token(i + 2).is("(");
        if (!begins) {
            return i;
        }
        int close = i + 3;
        while (close < rule.to() && !rule.token(close).is(")")) {
            close++;
        }
        return close + 1;
    }

    private static String word(Token token) {
        return token.is(Token.Kind.TEXT) ? '"' + token.text() + '"' : token.text();
    }
}
