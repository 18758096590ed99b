package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Term;
import java.util.List;

/** An expression as written, before its names mean anything. */
sealed interface Expr {

    /** Returns its first token. */
    Token first();

    /** Returns its last token. */
    Token last();

    record Num(double value, Token first, Token last) implements Expr {}

    record Txt(Token first) implements Expr {
        @Override
        public Token last() {
            return first;
        }
    }

    record Bool(boolean value, Token first) implements Expr {
        @Override
        public Token last() {
            return first;
        }
    }

    record Null(Token first) implements Expr {
        @Override
        public Token last() {
            return first;
        }
    }

    /** Names joined by dots. */
    record Path(List<Token> parts) implements Expr {
        public Path {
            parts = List.copyOf(parts);
        }

        @Override
        public Token first() {
            return parts.get(0);
        }

        @Override
        public Token last() {
            return parts.get(parts.size() - 1);
        }

        String text() {
            return String.join(".", parts.stream().map(Token::text).toList());
        }
    }

    /** A function of a catalogue. */
    record Call(Token first, List<Expr> arguments, Token last) implements Expr {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Arithmetic(Term.Operator operator, Token sign, Expr left, Expr right) implements Expr {
        @Override
        public Token first() {
            return left.first();
        }

        @Override
        public Token last() {
            return right.last();
        }
    }

    record Not(Token first, Expr negated) implements Expr {
        @Override
        public Token last() {
            return negated.last();
        }
    }

    record Compare(Constraint.Comparison comparison, Token sign, Expr left, Expr right) implements Expr {
        @Override
        public Token first() {
            return left.first();
        }

        @Override
        public Token last() {
            return right.last();
        }
    }

    /** {@code in}, {@code matches}, {@code contains} and their negations; only {@code in} has several values. */
    record Word(String word, Token sign, boolean negated, Expr left, List<Expr> values, Token last) implements Expr {
        public Word {
            values = List.copyOf(values);
        }

        @Override
        public Token first() {
            return left.first();
        }
    }

    /** Parts joined by {@code &&} or {@code ||}. */
    record Junction(boolean all, List<Expr> parts) implements Expr {
        public Junction {
            parts = List.copyOf(parts);
        }

        @Override
        public Token first() {
            return parts.get(0).first();
        }

        @Override
        public Token last() {
            return parts.get(parts.size() - 1).last();
        }
    }
}
