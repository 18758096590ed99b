package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Tokens;
import java.util.Set;

/**
 * The tokens of one rule, by index.
 *
 * @param from the word {@code rule}
 * @param when the word {@code when}, or -1
 * @param then the word {@code then}, or -1
 * @param end the word {@code end}, or -1
 * @param to index after the rule's last token
 */
record RuleText(Tokens tokens, int from, int when, int then, int end, int to) {

    private static final Set<String> FRAME = Set.of("when", "then", "end");

    Token token(int index) {
        return tokens.list().get(index);
    }

    /** Returns the token that holds the rule's name, which may be something else when the name is missing. */
    Token nameToken() {
        return token(Math.min(from + 1, to - 1));
    }

    boolean hasName() {
        return from + 1 < to
                && (nameToken().is(Token.Kind.TEXT)
                        || (nameToken().is(Token.Kind.NAME)
                                && !FRAME.contains(nameToken().text())));
    }

    String name() {
        return hasName() ? nameToken().text() : "";
    }

    /** Returns whether some of it was already reported when it was cut into tokens. */
    boolean isBroken() {
        return tokens.list().subList(from, to).stream().anyMatch(token -> token.is(Token.Kind.BROKEN));
    }
}
