package io.shirube.engine.internal.drools;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fact classes an author's rules speak of, as Java source: a bean for each fact type with boxed properties, null for
 * absent or unknown, and the names of its enums as properties too, because authors write them bare.
 */
final class AuthorVocabulary {

    static final String PACKAGE = "author";

    private final Vocabulary vocabulary;

    AuthorVocabulary(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Returns the class of a fact type; its constructor takes the values in the order of the fields. */
    String source(FactType type) {
        StringBuilder java =
                new StringBuilder("package " + PACKAGE + ";\npublic final class " + type.ruleName() + " {\n"
                        + "  private final Object[] values;\n  public " + type.ruleName()
                        + "(Object[] values) { this.values = values; }\n");
        List<Field> fields = vocabulary.fields(type);
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < fields.size(); i++) {
            Field field = fields.get(i);
            getter(java, javaType(field), field.name(), "(" + javaType(field) + ") values[" + i + "]");
            EnumType enumType = field.enumType();
            if (enumType != null) {
                names.addAll(enumType.values());
            }
        }
        for (String name : names) {
            getter(java, AuthorName.class.getName(), name, AuthorName.class.getName() + ".constant(\"" + name + "\")");
        }
        return java.append("}\n").toString();
    }

    private static void getter(StringBuilder java, String type, String name, String value) {
        java.append("  @SuppressWarnings(\"unchecked\") public ").append(type).append(" get");
        java.append(Character.toUpperCase(name.charAt(0))).append(name.substring(1));
        java.append("() { return ").append(value).append("; }\n");
    }

    private static String javaType(Field field) {
        return switch (field.type()) {
            case NUMBER, DATE -> "Double";
            case BOOLEAN -> "Boolean";
            case TEXT -> "String";
            case ENUM -> AuthorName.class.getName();
            case TEXT_SET -> "java.util.Set<String>";
        };
    }

    /** Returns the values of one fact in the order of its fields. */
    @Nullable
    Object[] values(FactType type, Slots slots) {
        List<Field> fields = vocabulary.fields(type);
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = slots.isKnown(fields.get(i).slot()) ? value(fields.get(i), slots) : null;
        }
        return values;
    }

    private static @Nullable Object value(Field field, Slots slots) {
        double number = slots.number(field.slot());
        EnumType enumType = field.enumType();
        if (enumType != null) {
            return AuthorName.of(enumType.values().get((int) number), enumType.values());
        }
        return switch (field.type()) {
            case NUMBER, DATE, ENUM -> number;
            case BOOLEAN -> number != 0;
            case TEXT -> slots.text(field.slot());
            case TEXT_SET -> slots.members(field.slot());
        };
    }
}
