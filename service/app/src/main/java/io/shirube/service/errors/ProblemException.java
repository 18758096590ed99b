package io.shirube.service.errors;

import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import java.util.List;
import java.util.Map;

/** Ends a request with a problem the caller can do something about. Carries no stack trace: it is an answer, not a fault. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;
    private final transient Map<String, String> headers;

    public ProblemException(Problem problem) {
        this(problem, Map.of());
    }

    /** @param headers what the answer says beside its body */
    public ProblemException(Problem problem, Map<String, String> headers) {
        super(problem.code().name(), null, false, false);
        this.problem = problem;
        this.headers = Map.copyOf(headers);
    }

    /** Returns the exception for one query parameter with a value it cannot have. */
    public static ProblemException parameter(String name, Text detail) {
        return new ProblemException(Problem.of(
                ErrorCode.INVALID_PARAMETER,
                List.of(new InputProblem(ErrorCode.INVALID_PARAMETER.name(), name, detail))));
    }

    public Problem problem() {
        return problem;
    }

    Map<String, String> headers() {
        return headers;
    }
}
