package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.ValueType;
import org.jspecify.annotations.Nullable;

/** What messages call the kinds of value. */
final class TypeNames {

    private TypeNames() {}

    static Text of(@Nullable Typed typed) {
        if (typed == null) {
            return new Text("値", "a value");
        }
        EnumType enumType = typed.enumType();
        return enumType == null ? of(typed.type()) : new Text("選択肢 " + enumType.name(), "a name of " + enumType.name());
    }

    static Text of(ValueType type) {
        return switch (type) {
            case NUMBER -> new Text("数値", "a number");
            case BOOLEAN -> new Text("真偽値", "true or false");
            case DATE -> new Text("日付", "a date");
            case TEXT -> new Text("文字列", "a text");
            case ENUM -> new Text("選択肢", "one of a list of names");
            case TEXT_SET -> new Text("文字列の集合", "a set of texts");
        };
    }
}
