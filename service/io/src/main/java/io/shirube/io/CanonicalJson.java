package io.shirube.io;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes JSON one way only: UTF-8, no white space, members in the order written, no number with a needless digit. */
final class CanonicalJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    /** Digits after which a sum's own error lies; it is rounded away before a number is rounded for showing. */
    private static final int NOISE_DIGITS = 9;

    private CanonicalJson() {}

    /** Writes one value. */
    interface Body {
        void write(JsonGenerator out) throws IOException;
    }

    /** Writes one item of a list. */
    interface Item<T> {
        void write(JsonGenerator out, T item) throws IOException;
    }

    static byte[] bytes(Body body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);
        try (JsonGenerator out = FACTORY.createGenerator(bytes, JsonEncoding.UTF8)) {
            body.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot break", e);
        }
        return bytes.toByteArray();
    }

    static void text(JsonGenerator out, String name, @Nullable Object value) throws IOException {
        out.writeFieldName(name);
        if (value == null) {
            out.writeNull();
        } else {
            out.writeString(wellFormed(value.toString()));
        }
    }

    static void texts(JsonGenerator out, String name, Iterable<String> values) throws IOException {
        out.writeArrayFieldStart(name);
        for (String value : values) {
            out.writeString(wellFormed(value));
        }
        out.writeEndArray();
    }

    static <T> void list(JsonGenerator out, String name, List<T> items, Item<T> item) throws IOException {
        out.writeArrayFieldStart(name);
        for (T each : items) {
            item.write(out, each);
        }
        out.writeEndArray();
    }

    /** Writes a number rounded half up to some digits after the point, 64 rather than 64.0. */
    static void number(JsonGenerator out, String name, @Nullable Double value, int digits) throws IOException {
        out.writeFieldName(name);
        if (value == null || !Double.isFinite(value)) {
            out.writeNull();
        } else {
            out.writeNumber(rounded(value, digits));
        }
    }

    static String rounded(double value, int digits) {
        BigDecimal rounded = BigDecimal.valueOf(value)
                .setScale(NOISE_DIGITS, RoundingMode.HALF_UP)
                .setScale(digits, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    /** Returns the text with every unpaired surrogate replaced, because UTF-8 cannot hold one. */
    static String wellFormed(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text)
                ? text
                : text.codePoints()
                        .map(point ->
                                point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 0xFFFD : point)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }
}
