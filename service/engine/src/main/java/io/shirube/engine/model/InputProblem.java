package io.shirube.engine.model;

import java.util.Objects;

/**
 * Something in what a caller told that cannot be decided on.
 *
 * @param code stable name in capitals, such as {@code WRONG_TYPE}
 * @param field path of the field, such as {@code contract.end} or {@code signals.nps[1].at}; empty for the whole entry
 * @param detail what is wrong with which value, and what is expected
 */
public record InputProblem(String code, String field, Text detail) {

    public InputProblem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(field, "field");
        Objects.requireNonNull(detail, "detail");
    }
}
