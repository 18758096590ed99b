package io.shirube.engine.authoring.table;

import io.shirube.engine.rules.Field;

/** What a column of a table is for. */
sealed interface Heading {

    /** A condition on a field. */
    record Test(Field field) implements Heading {}

    /** A value for a field of the table's own phase. */
    record Conclude(Field field) implements Heading {}

    /** A proposed or held action, the context weight, a reason, or words for people only. */
    enum Special implements Heading {
        PROPOSE,
        HOLD,
        CONTEXT,
        REASON_JA,
        REASON_EN,
        COMMENT
    }
}
