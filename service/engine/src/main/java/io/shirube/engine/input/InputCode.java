package io.shirube.engine.input;

/** What can be wrong with an entry. The names are stable: callers see them as {@code code}. */
public enum InputCode {
    /** The text is not the format it should be. */
    INVALID_JSON,
    /** A YAML text that cannot be read. */
    INVALID_YAML,
    /** A row or heading of a CSV file that cannot be read. */
    INVALID_CSV,
    /** A row, cell or heading of an Excel workbook that cannot be read. */
    INVALID_XLSX,
    /** Bytes that are not the encoding they should be. */
    INVALID_ENCODING,
    /** The entry is longer than allowed. */
    TOO_LARGE,
    /** Objects or lists lie deeper in each other than allowed. */
    TOO_DEEP,
    /** A field that an entry does not have. */
    UNKNOWN_FIELD,
    /** A field that is given twice. */
    DUPLICATE_FIELD,
    /** A field that must be given is not. */
    REQUIRED,
    /** A value of another type than the field's. */
    WRONG_TYPE,
    /** A number that is not in the field's range, or that cannot be held exactly. */
    OUT_OF_RANGE,
    /** A number written with more characters than allowed. */
    NUMBER_TOO_LONG,
    /** NaN or an infinity. */
    NOT_A_NUMBER,
    /** A text that is not a day. */
    INVALID_DATE,
    /** A text with characters that no text may have. */
    INVALID_TEXT,
    /** A text with more characters than allowed. */
    TEXT_TOO_LONG,
    /** A list with more items than allowed. */
    TOO_MANY_ITEMS,
    /** A name that is none of the names the field may have. */
    UNKNOWN_VALUE
}
