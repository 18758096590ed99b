package io.shirube.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.shirube.engine.input.InputCode;
import io.shirube.engine.input.Paths;
import io.shirube.engine.input.ProblemList;
import io.shirube.engine.input.Unreadable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads JSON into a plain tree, value by value, and says what is no JSON. Immutable, safe for use by many threads. */
final class JsonTree {

    /** Levels of an entry that are named when reading ends early; below them lies nothing an entry has. */
    private static final int NAMED_DEPTH = 4;

    private final ReadLimits limits;

    JsonTree(ReadLimits limits) {
        this.limits = limits;
    }

    /** Returns a factory whose parsers keep the limits; a document longer than {@code documentBytes} is refused. */
    JsonFactory factory(long documentBytes) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                .maxNestingDepth(limits.depth())
                .maxStringLength(limits.stringLength())
                .maxNumberLength(limits.numberLength())
                .maxDocumentLength(documentBytes)
                .build();
        return new JsonFactoryBuilder()
                .streamReadConstraints(constraints)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS) // because only a token that is read can be named
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES) // because callers choose names
                .build();
    }

    /** Reads the value at the parser's current token. */
    @Nullable
    Object value(JsonParser parser, ProblemList problems) throws IOException {
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(parser, problems);
            case START_ARRAY -> list(parser, problems);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, problems);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException("no value at " + token);
        };
    }

    private Map<String, @Nullable Object> object(JsonParser parser, ProblemList problems) throws IOException {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean twice = members.containsKey(name);
            if (twice) {
                problems.addDuplicate(path(parser.getParsingContext()));
            }
            parser.nextToken();
            Object value = value(parser, problems);
            if (!twice) {
                members.put(name, value);
            }
        }
        return members;
    }

    private List<@Nullable Object> list(JsonParser parser, ProblemList problems) throws IOException {
        List<@Nullable Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser, problems));
        }
        return items;
    }

    private static Object number(JsonParser parser, ProblemList problems) throws IOException {
        if (!parser.isNaN()) {
            return parser.getDoubleValue();
        }
        String field = path(parser.getParsingContext());
        problems.add(
                InputCode.NOT_A_NUMBER,
                field,
                field + " に NaN や Infinity は指定できません。不明な値は null にしてください。",
                field + " must be a finite number; write null for an unknown value.");
        return Unreadable.VALUE;
    }

    /** Returns a context's place as {@code signals.nps[1].at}. */
    static String path(@Nullable JsonStreamContext context) {
        if (context == null || context.inRoot()) {
            return "";
        }
        String parent = path(context.getParent());
        if (context.inArray()) {
            return context.getParent() == null || context.getParent().inRoot()
                    ? "[" + context.getCurrentIndex() + "]"
                    : Paths.item(parent, context.getCurrentIndex());
        }
        return context.getCurrentName() == null ? parent : Paths.member(parent, context.getCurrentName());
    }

    /** Says why reading ended before the end. */
    void explain(IOException failure, JsonParser parser, ProblemList problems) {
        JsonStreamContext place = parser.getParsingContext();
        while (place.getParent() != null && place.getNestingDepth() > NAMED_DEPTH) {
            place = place.getParent();
        }
        String field = path(place);
        if (failure instanceof StreamConstraintsException) {
            explainLimit(String.valueOf(failure.getMessage()), field, problems);
            return;
        }
        String at = parser.currentLocation().getLineNr() + ":"
                + parser.currentLocation().getColumnNr();
        if (failure instanceof JsonEOFException) {
            problems.add(
                    InputCode.INVALID_JSON,
                    field,
                    "JSON が途中で終わっています（" + at + "）。",
                    "The JSON ends too early, at " + at + ".");
        } else {
            problems.add(
                    InputCode.INVALID_JSON,
                    field,
                    "JSON として読めません（" + at + "）。UTF-8 の正しい JSON にしてください。",
                    "This is not valid JSON in UTF-8, at " + at + ".");
        }
    }

    private void explainLimit(String message, String field, ProblemList problems) {
        String name = field.isEmpty() ? "entry" : field;
        if (message.startsWith("String value length") || message.startsWith("Name length")) {
            problems.add(
                    InputCode.TEXT_TOO_LONG,
                    field,
                    name + " の文字列が長すぎます。" + limits.stringLength() + "文字以内にしてください。",
                    name + " has a string that is too long; at most " + limits.stringLength()
                            + " characters are read.");
        } else if (message.startsWith("Number value length")) {
            problems.add(
                    InputCode.NUMBER_TOO_LONG,
                    field,
                    name + " の数値の桁数が多すぎます。" + limits.numberLength() + "文字以内にしてください。",
                    name + " has a number that is too long; at most " + limits.numberLength()
                            + " characters are read.");
        } else if (message.startsWith("Document nesting depth")) {
            problems.add(
                    InputCode.TOO_DEEP,
                    field,
                    name + " の入れ子が深すぎます。" + limits.depth() + "段以内にしてください。",
                    name + " is nested too deep; at most " + limits.depth() + " levels are read.");
        } else {
            addTooLarge(limits.entryBytes(), problems);
        }
    }

    /** Says that an entry has too many bytes. */
    static void addTooLarge(long most, ProblemList problems) {
        problems.add(
                InputCode.TOO_LARGE,
                "",
                "1件のデータが大きすぎます。" + most + "バイト以内にしてください。",
                "The entry is too large; at most " + most + " bytes are read.");
    }
}
