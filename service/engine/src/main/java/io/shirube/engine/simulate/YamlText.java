package io.shirube.engine.simulate;

import io.shirube.engine.authoring.catalogue.Yaml;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Writes a piece of YAML so that it reads as the same piece, without its comments. */
final class YamlText {

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final int LONGEST = 80;

    private YamlText() {}

    /** Returns a whole document. */
    static String of(Yaml yaml) {
        StringBuilder text = new StringBuilder();
        block(yaml, 0, text);
        return text.toString();
    }

    /** Returns a piece in a line, for people. */
    static String shown(Yaml yaml) {
        String text = line(yaml);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }

    private static void block(Yaml yaml, int depth, StringBuilder text) {
        if (yaml instanceof Yaml.Mapping mapping && !mapping.entries().isEmpty()) {
            for (Yaml.Entry entry : mapping.entries()) {
                String key = entry.key();
                indent(depth, text).append(PLAIN_KEY.matcher(key).matches() ? key : quoted(key));
                child(entry.value(), depth, ":", text);
            }
        } else if (yaml instanceof Yaml.Sequence sequence && !sequence.items().isEmpty()) {
            for (Yaml item : sequence.items()) {
                indent(depth, text);
                child(item, depth, "-", text);
            }
        } else {
            indent(depth, text).append(leaf(yaml)).append('\n');
        }
    }

    private static void child(Yaml value, int depth, String sign, StringBuilder text) {
        if (isLeaf(value)) {
            text.append(sign).append(' ').append(leaf(value)).append('\n');
        } else {
            text.append(sign).append('\n');
            block(value, depth + 1, text);
        }
    }

    private static boolean isLeaf(Yaml yaml) {
        return yaml instanceof Yaml.Scalar
                || (yaml instanceof Yaml.Mapping mapping && mapping.entries().isEmpty())
                || (yaml instanceof Yaml.Sequence sequence && sequence.items().isEmpty());
    }

    private static String leaf(Yaml yaml) {
        if (yaml instanceof Yaml.Scalar scalar) {
            boolean plain = !scalar.quoted() && scalar.text().indexOf('\n') < 0;
            return plain ? (scalar.text().isEmpty() ? "~" : scalar.text()) : quoted(scalar.text());
        }
        return yaml instanceof Yaml.Mapping ? "{}" : "[]";
    }

    private static String line(Yaml yaml) {
        if (yaml instanceof Yaml.Mapping mapping) {
            List<String> entries = mapping.entries().stream()
                    .map(entry -> entry.key() + ": " + line(entry.value()))
                    .toList();
            return "{" + String.join(", ", entries) + "}";
        }
        if (yaml instanceof Yaml.Sequence sequence) {
            List<String> items = sequence.items().stream().map(YamlText::line).toList();
            return "[" + String.join(", ", items) + "]";
        }
        return leaf(yaml);
    }

    private static StringBuilder indent(int depth, StringBuilder text) {
        return text.append("  ".repeat(depth));
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c == '\n') {
                quoted.append("\\n");
            } else if (c < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
