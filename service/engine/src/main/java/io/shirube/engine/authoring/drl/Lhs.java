package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Token;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The structure of a left side, before its names mean anything. */
sealed interface Lhs {

    Token first();

    Token last();

    /**
     * A pattern.
     *
     * @param open index of its opening parenthesis
     * @param close index of its closing parenthesis
     */
    record Fact(@Nullable Token binding, Token type, int open, int close, Token last) implements Lhs {
        @Override
        public Token first() {
            return binding == null ? type : binding;
        }
    }

    /** Parts joined by {@code and}, or written one after another. */
    record All(List<Lhs> parts, Token first, Token last) implements Lhs {
        public All {
            parts = List.copyOf(parts);
        }
    }

    /** Parts joined by {@code or}. */
    record Any(List<Lhs> parts, Token first, Token last) implements Lhs {
        public Any {
            parts = List.copyOf(parts);
        }
    }

    /** {@code not} or {@code exists}. */
    record Quantified(boolean exists, Token first, Lhs inner) implements Lhs {
        @Override
        public Token last() {
            return inner.last();
        }
    }

    /**
     * An accumulate.
     *
     * @param functions index of the first token of its functions
     * @param conditions index of the first token of its conditions
     * @param close index of its closing parenthesis
     */
    record Figures(Token first, Fact source, int functions, int conditions, int close, Token last) implements Lhs {}
}
