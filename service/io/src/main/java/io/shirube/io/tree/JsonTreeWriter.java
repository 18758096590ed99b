package io.shirube.io.tree;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes entries as lines, or as an array with an entry a line. */
final class JsonTreeWriter implements TreeWriter {

    private static final int MOST_DIGITS = 6;

    private final JsonGenerator out;
    private final boolean array;
    private boolean any;

    JsonTreeWriter(OutputStream out, boolean array) throws IOException {
        this.out = JsonFactory.builder()
                .build()
                .createGenerator(out, JsonEncoding.UTF8)
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .setPrettyPrinter(new MinimalPrettyPrinter(""));
        this.array = array;
        if (array) {
            this.out.writeRaw("[\n");
        }
    }

    @Override
    public void write(Map<String, @Nullable Object> entry) throws IOException {
        if (array && any) {
            out.writeRaw(",\n");
        }
        any = true;
        value(entry);
        if (!array) {
            out.writeRaw('\n');
        }
    }

    private void value(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            for (Map.Entry<?, ?> member : map.entrySet()) {
                out.writeFieldName(String.valueOf(member.getKey()));
                value(member.getValue());
            }
            out.writeEndObject();
        } else if (value instanceof List<?> list) {
            out.writeStartArray();
            for (Object item : list) {
                value(item);
            }
            out.writeEndArray();
        } else if (value instanceof Double number) {
            out.writeNumber(plain(number));
        } else if (value instanceof Boolean bool) {
            out.writeBoolean(bool);
        } else if (value == null) {
            out.writeNull();
        } else {
            out.writeString(value.toString());
        }
    }

    /** Returns the number with at most six digits after the point, because JDKs differ in how they print a double. */
    static String plain(double number) {
        BigDecimal rounded = BigDecimal.valueOf(number).setScale(MOST_DIGITS, RoundingMode.HALF_UP);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }

    @Override
    public void close() throws IOException {
        if (array) {
            out.writeRaw(any ? "\n]\n" : "]\n");
        }
        out.close();
    }
}
