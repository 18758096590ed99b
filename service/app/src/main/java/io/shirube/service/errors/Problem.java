package io.shirube.service.errors;

import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import java.util.List;
import java.util.Objects;

/**
 * One error answer, not yet in a language.
 *
 * @param detail what is wrong this time and what to do
 * @param errors every field that is wrong, may be empty
 */
public record Problem(ErrorCode code, Text detail, List<InputProblem> errors) {

    public Problem {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(detail, "detail");
        errors = List.copyOf(errors);
    }

    /** Returns a problem of which nothing more is known than its code. */
    public static Problem of(ErrorCode code) {
        return new Problem(code, code.detail(), List.of());
    }

    /** Returns a problem that the given fields make; the first one's detail is the answer's. */
    public static Problem of(ErrorCode code, List<InputProblem> errors) {
        return new Problem(code, errors.get(0).detail(), errors);
    }
}
