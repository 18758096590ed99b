package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;

/** Reads tokens from left to right. Used by one thread. */
public final class TokenReader {

    private final Tokens tokens;
    private final int limit;
    private int index;

    TokenReader(Tokens tokens, int from, int limit) {
        this.tokens = tokens;
        this.index = from;
        this.limit = limit;
    }

    public Tokens tokens() {
        return tokens;
    }

    /** Returns the index of the next token. */
    public int index() {
        return index;
    }

    /** Returns the index after the last token that may be read. */
    public int limit() {
        return limit;
    }

    /** Goes back or on, so that the token of this index is the next one. */
    public void moveTo(int newIndex) {
        index = newIndex;
    }

    public boolean atEnd() {
        return index >= limit;
    }

    /** Returns the next token without reading it, an END behind the last. */
    public Token peek() {
        return peek(0);
    }

    /** Returns the token {@code ahead} of the next one; behind the last stands an END. */
    public Token peek(int ahead) {
        if (index + ahead < limit) {
            return tokens.list().get(index + ahead);
        }
        int offset = limit > 0 ? tokens.list().get(limit - 1).end() : 0;
        return new Token(Token.Kind.END, "", offset, offset);
    }

    /** Reads the next token, an END behind the last. */
    public Token next() {
        Token token = peek();
        index = Math.min(index + 1, limit);
        return token;
    }

    /** Returns the token read last. */
    public Token last() {
        return tokens.list().get(Math.max(0, index - 1));
    }

    /** Returns whether the next token is this sign or word. */
    public boolean at(String spelling) {
        return peek().is(spelling);
    }

    /** Reads the next token when it is this sign or word. */
    public boolean accept(String spelling) {
        if (!at(spelling)) {
            return false;
        }
        index++;
        return true;
    }

    /** Returns the place of the next token. */
    public Position position() {
        return tokens.position(peek());
    }

    /** Returns a finding about a token, to be thrown. */
    public Refusal refuse(Message message, Token at, Object... details) {
        return new Refusal(message.at(tokens.position(at), details));
    }

    /** Reads this sign or refuses what stands there instead. */
    public Token expect(String sign) {
        Token token = peek();
        if (!accept(sign)) {
            throw new Refusal(expected(token, sign));
        }
        return token;
    }

    private Finding expected(Token found, String sign) {
        return found.is(Token.Kind.END)
                ? SyntaxMessage.ENDS_TOO_EARLY.at(tokens.position(found), sign)
                : SyntaxMessage.SIGN_EXPECTED.at(tokens.position(found), sign, found.text());
    }
}
