package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FigureReader;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Refusal;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.NumberText;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the arguments of every verb that concludes a field. Throws {@link Refusal}. */
final class ConclusionReader {

    private final Names names;
    private final TokenReader reader;
    private final Scope scope;

    ConclusionReader(Names names, TokenReader reader, Scope scope) {
        this.names = names;
        this.reader = reader;
        this.scope = scope;
    }

    /** Reads from behind the opening parenthesis to behind the closing one. */
    List<Consequence> read(Verb verb, Token word) {
        List<Field> targets = new ArrayList<>();
        List<Term> values = new ArrayList<>();
        switch (verb) {
            case STAGE -> add(targets, values, field(FactType.STAGE, "value"));
            case SIZE_BAND -> add(targets, values, field(FactType.SEGMENT, "sizeBand"));
            case CAP -> add(targets, values, field(FactType.HEALTH, "cap"));
            case SUCCESS -> add(targets, values, field(FactType.SUCCESS, "level"));
            case CLASSIFY -> {
                add(targets, values, field(FactType.SEGMENT, "touch"));
                if (reader.accept(",")) {
                    add(targets, values, field(FactType.SEGMENT, "programme"));
                }
            }
            case SCORE -> add(targets, values, dimension("", verb));
            case SCORE_AT_LEAST -> add(targets, values, dimension("AtLeast", verb));
            case SCORE_AT_MOST -> add(targets, values, dimension("AtMost", verb));
            case WEIGHT -> add(targets, values, dimension("Weight", verb));
            case SET -> add(targets, values, conclusion(verb));
            case PROPOSE, HOLD -> throw new IllegalArgumentException("verb: concludes no field, was " + verb);
        }
        if (!reader.at(")")) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, reader.peek(), verb.word(), verb.example());
        }
        Origin origin = reader.tokens().origin(word, reader.next());
        List<Consequence> read = new ArrayList<>();
        for (int i = 0; i < targets.size(); i++) {
            read.add(new Consequence.Assign(targets.get(i), values.get(i), origin));
        }
        return read;
    }

    private void add(List<Field> targets, List<Term> values, Field target) {
        targets.add(target);
        values.add(value(target));
    }

    private Field field(FactType owner, String name) {
        return names.vocabulary().required(owner, name);
    }

    private Field dimension(String suffix, Verb verb) {
        Token name = word(verb);
        List<Field> dimensions = names.dimensions();
        List<String> known = dimensions.stream().map(Field::name).toList();
        if (!known.contains(name.text())) {
            Optional<Field> near = names.nearestField(dimensions, name.text());
            throw near.isPresent()
                    ? reader.refuse(
                            ConclusionMessage.MISSPELT_DIMENSION,
                            name,
                            name.text(),
                            near.get().name())
                    : reader.refuse(ConclusionMessage.UNKNOWN_DIMENSION, name, name.text(), Names.all(known));
        }
        comma(verb);
        return field(FactType.HEALTH, name.text() + suffix);
    }

    private Field conclusion(Verb verb) {
        Token name = word(verb);
        List<Field> known = names.vocabulary().fields(FactType.VALUES).stream()
                .filter(field -> field.assignable() && field.concludedIn() == scope.phase())
                .toList();
        Optional<Field> found =
                known.stream().filter(field -> field.name().equals(name.text())).findFirst();
        if (found.isEmpty()) {
            String folder = scope.phase().folder();
            throw names.nearestField(known, name.text())
                    .map(near -> reader.refuse(
                            ConclusionMessage.MISSPELT_CONCLUSION, name, name.text(), near.name(), folder))
                    .orElseGet(() -> reader.refuse(ConclusionMessage.UNKNOWN_CONCLUSION, name, name.text(), folder));
        }
        comma(verb);
        return found.get();
    }

    private Token word(Verb verb) {
        Token name = reader.peek();
        if (!name.is(Kind.NAME)) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, name, verb.word(), verb.example());
        }
        return reader.next();
    }

    private void comma(Verb verb) {
        if (!reader.accept(",")) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, reader.peek(), verb.word(), verb.example());
        }
    }

    private Term value(Field target) {
        EnumType enumType = target.enumType();
        if (enumType != null) {
            return constant(enumType);
        }
        return switch (target.type()) {
            case NUMBER -> number(target);
            case BOOLEAN -> flag(target);
            case TEXT -> text(target);
            case DATE, ENUM, TEXT_SET -> throw wrongType(target, new Text("値", "a value"), new Text("", ""));
        };
    }

    private Term constant(EnumType type) {
        Token name = reader.next();
        int ordinal = type.ordinal(name.text());
        if (ordinal >= 0 && name.is(Kind.NAME)) {
            return new Term.Literal(ordinal, ValueType.ENUM, reader.tokens().origin(name, name));
        }
        Optional<String> near = names.nearestValue(type, name.text());
        if (name.is(Kind.TEXT)) {
            String meant = near.orElse(type.values().get(0));
            throw reader.refuse(ConclusionMessage.CONSTANT_IN_QUOTES, name, meant);
        }
        throw near.map(value ->
                        reader.refuse(ConclusionMessage.MISSPELT_CONSTANT, name, name.text(), type.name(), value))
                .orElseGet(() -> reader.refuse(
                        ConclusionMessage.UNKNOWN_CONSTANT, name, name.text(), type.name(), Names.some(type.values())));
    }

    private Term number(Field target) {
        Token first = reader.peek();
        if (first.is(Kind.TEXT) || first.is("true") || first.is("false")) {
            throw wrongType(target, new Text("数値", "a number"), new Text("80 のように書いてください。", "Write it as 80."));
        }
        Term term = new FigureReader(names, scope, reader).number();
        if (term instanceof Term.Literal literal) {
            double value = literal.value();
            double min = target.min() == null ? Double.NEGATIVE_INFINITY : target.min();
            double max = target.max() == null ? Double.POSITIVE_INFINITY : target.max();
            if (value < min || value > max) {
                throw reader.refuse(
                        ConclusionMessage.CONCLUDED_OUT_OF_RANGE,
                        first,
                        target.name(),
                        NumberText.of(value),
                        NumberText.of(min),
                        NumberText.of(max));
            }
        }
        return term;
    }

    private Term flag(Field target) {
        if (!reader.at("true") && !reader.at("false")) {
            throw wrongType(
                    target,
                    new Text("真偽値", "true or false"),
                    new Text("true か false と書いてください。", "Write true or false."));
        }
        Token word = reader.next();
        return new Term.Literal(
                word.is("true") ? 1 : 0, ValueType.BOOLEAN, reader.tokens().origin(word, word));
    }

    private Term text(Field target) {
        if (!reader.peek().is(Kind.TEXT)) {
            throw wrongType(target, new Text("文字列", "a text"), new Text("\" で囲んで書いてください。", "Write it between quotes."));
        }
        Token text = reader.next();
        int number = names.texts().intern(text.text());
        return new Term.Literal(number, ValueType.TEXT, reader.tokens().origin(text, text));
    }

    private Refusal wrongType(Field target, Text type, Text attempt) {
        return reader.refuse(ConclusionMessage.CONCLUDED_TYPE, reader.peek(), target.name(), type, attempt);
    }

    /** Returns the spelling nearest to what is written, for a closed list of words. */
    static Optional<String> nearest(Token word, List<String> known) {
        return NearestName.of(word.text(), known);
    }
}
