package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.model.FactType;
import io.shirube.engine.names.NearestName;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where one pattern or accumulate begins and ends, without looking at its conditions. */
final class FactReader {

    private static final List<String> TYPES =
            Arrays.stream(FactType.values()).map(FactType::ruleName).toList();

    private final Names names;
    private final TokenReader reader;

    FactReader(Names names, TokenReader reader) {
        this.names = names;
        this.reader = reader;
    }

    /** Returns whether a pattern of a known type begins at the next token. */
    boolean startsHere() {
        int type = reader.peek(1).is(":") ? 2 : 0;
        return names.factType(reader.peek(type).text()).isPresent()
                && reader.peek(type + 1).is("(");
    }

    Lhs.Fact fact() {
        Token binding = null;
        if (reader.peek().is(Kind.NAME)
                && (reader.peek(1).is(":") || reader.peek(1).is(":="))) {
            binding = reader.next();
            if (!binding.text().startsWith("$")) {
                throw reader.refuse(ConditionMessage.FACT_BINDING_NEEDS_DOLLAR, binding, binding.text());
            }
            reader.next();
        }
        Token type = reader.peek();
        refuseUnlessType(type);
        reader.next();
        if (!reader.at("(")) {
            throw reader.refuse(ConditionMessage.PARENTHESIS_EXPECTED, type, type.text());
        }
        int open = reader.index();
        toPartner();
        Lhs.Fact fact = new Lhs.Fact(binding, type, open, reader.index() - 1, reader.last());
        refuseSource(binding);
        return fact;
    }

    private void refuseUnlessType(Token type) {
        if (!type.is(Kind.NAME)) {
            String shown = type.is(Kind.END) ? "end" : type.text();
            throw reader.refuse(ConditionMessage.FACT_TYPE_EXPECTED, type, shown);
        }
        if (names.factType(type.text()).isPresent()) {
            return;
        }
        if (type.text().equals("accumulate") || type.text().equals("acc")) {
            throw reader.refuse(ConditionMessage.ACCUMULATE_FORM, type);
        }
        throw NearestName.of(type.text(), TYPES)
                .map(near -> reader.refuse(ConditionMessage.MISSPELT_FACT_TYPE, type, type.text(), near))
                .orElseGet(
                        () -> reader.refuse(ConditionMessage.UNKNOWN_FACT_TYPE, type, type.text(), Names.all(TYPES)));
    }

    /** What DRL allows behind a pattern and this language does not. */
    private void refuseSource(@Nullable Token binding) {
        Token after = reader.peek();
        if (after.is("from")) {
            throw reader.refuse(ConditionMessage.FROM, after, after.text());
        }
        if (after.is("over")) {
            throw reader.refuse(ConditionMessage.WINDOW, after, after.text());
        }
        boolean alternativeType =
                binding != null && after.is("or") && reader.peek(1).is(":");
        if (alternativeType) {
            throw reader.refuse(ConditionMessage.STRAY_SIGN, after, after.text());
        }
    }

    /** Moves behind the parenthesis that closes the one at the next token. */
    private void toPartner() {
        int depth = 0;
        do {
            Token token = reader.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
        } while (depth > 0 && !reader.atEnd());
    }

    Lhs.Figures figures() {
        Token word = reader.next();
        if (!reader.accept("(")) {
            throw reader.refuse(ConditionMessage.ACCUMULATE_FORM, word);
        }
        if (!startsHere()) {
            boolean misspelt = reader.peek(1).is("(") || reader.peek(1).is(":");
            throw misspelt && !reader.at("not") && !reader.at("exists")
                    ? misspeltSource()
                    : reader.refuse(ConditionMessage.ACCUMULATE_SOURCE, reader.peek());
        }
        Lhs.Fact source = fact();
        boolean collection = names.factType(source.type().text())
                .filter(type -> !type.isSingleton())
                .isPresent();
        if (!collection || reader.at("and") || reader.at("or")) {
            throw reader.refuse(ConditionMessage.ACCUMULATE_SOURCE, collection ? reader.peek() : source.type());
        }
        if (!reader.accept(";")) {
            throw reader.refuse(ConditionMessage.ACCUMULATE_FORM, reader.peek());
        }
        int functions = reader.index();
        int conditions = toNextPart();
        while (!reader.at(")")) {
            toNextPart();
        }
        int close = reader.index();
        reader.next();
        return new Lhs.Figures(word, source, functions, conditions, close, reader.last());
    }

    private RuntimeException misspeltSource() {
        fact();
        return reader.refuse(ConditionMessage.ACCUMULATE_SOURCE, reader.last());
    }

    /** Moves behind the next semicolon, or to the parenthesis that closes the accumulate; returns that index. */
    private int toNextPart() {
        while (!reader.at(")") && !reader.accept(";")) {
            if (reader.at("(")) {
                toPartner();
            } else if (reader.atEnd()) {
                throw reader.refuse(ConditionMessage.ACCUMULATE_FORM, reader.peek());
            } else {
                reader.next();
            }
        }
        return reader.index();
    }
}
