package io.shirube.io.map;

import io.shirube.engine.model.Text;

/** What a column or expression holds. */
enum Type {
    TEXT("文字列", "text"),
    NUMBER("数値", "number"),
    BOOLEAN("真偽", "boolean"),
    DATE("日付", "date"),
    /** The literal {@code null}, which fits everywhere. */
    NOTHING("空", "null");

    private final Text label;

    Type(String ja, String en) {
        this.label = new Text(ja, en);
    }

    Text label() {
        return label;
    }

    boolean fits(Type other) {
        return this == other || this == NOTHING || other == NOTHING;
    }
}
