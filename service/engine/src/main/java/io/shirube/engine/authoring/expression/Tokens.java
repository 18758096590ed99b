package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Origin;
import java.util.List;

/**
 * The tokens of a source.
 *
 * @param plain the source with full-width signs replaced by plain ones, offset by offset
 */
public record Tokens(SourceText source, String plain, List<Token> list) {

    public Tokens {
        list = List.copyOf(list);
    }

    /** Returns the place of a token. */
    public Position position(Token token) {
        return source.position(token.start());
    }

    /** Returns what the author wrote from one token to another, both included. */
    public Origin origin(Token first, Token last) {
        return source.origin(first.start(), last.end());
    }

    /** Returns a reader over the tokens from index {@code from} up to but without {@code to}. */
    public TokenReader reader(int from, int to) {
        return new TokenReader(this, from, to);
    }

    /** Returns a reader over all tokens. */
    public TokenReader reader() {
        return reader(0, list.size());
    }

    /** Returns the characters of a text token, each with its own place. */
    public SourceText inside(Token token) {
        return TextLiteral.read(source.text(), token.start()).within(source);
    }
}
