package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.Finding;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** Looks whether parentheses pair up and do not nest too deeply, so that the parsers behind it may recurse. */
public final class Brackets {

    private static final String OPENING = "([{";
    private static final String CLOSING = ")]}";

    private Brackets() {}

    /** Returns the first bracket that has no partner or lies too deep, if there is one. Does not move the reader. */
    public static Optional<Finding> firstWrong(TokenReader reader) {
        Tokens tokens = reader.tokens();
        Deque<Token> open = new ArrayDeque<>();
        for (Token token : tokens.list().subList(reader.index(), reader.limit())) {
            if (!token.is(Token.Kind.SIGN) || token.text().length() != 1) {
                continue;
            }
            int closing = CLOSING.indexOf(token.text());
            if (OPENING.contains(token.text())) {
                open.push(token);
                if (open.size() > ExprReader.DEEPEST) {
                    return Optional.of(SyntaxMessage.TOO_DEEP.at(tokens.position(token), ExprReader.DEEPEST));
                }
            } else if (closing >= 0) {
                Token opened = open.poll();
                if (opened == null) {
                    return Optional.of(SyntaxMessage.EXTRA_BRACKET.at(tokens.position(token), token.text()));
                }
                if (OPENING.indexOf(opened.text()) != closing) {
                    return Optional.of(unclosed(tokens, opened));
                }
            }
        }
        return Optional.ofNullable(open.peek()).map(token -> unclosed(tokens, token));
    }

    private static Finding unclosed(Tokens tokens, Token opened) {
        String partner = CLOSING.substring(OPENING.indexOf(opened.text())).substring(0, 1);
        return SyntaxMessage.UNCLOSED_BRACKET.at(tokens.position(opened), opened.text(), partner);
    }
}
