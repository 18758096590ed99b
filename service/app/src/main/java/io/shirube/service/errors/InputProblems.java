package io.shirube.service.errors;

import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import java.util.List;

/** Turns what is wrong with an account into the answer its caller gets. */
public final class InputProblems {

    private InputProblems() {}

    public static Problem of(List<InputProblem> problems) {
        ErrorCode code = code(problems);
        if (problems.size() == 1) {
            return Problem.of(code, problems);
        }
        int count = problems.size();
        Text detail = new Text(
                code.detail().ja() + count + " 件の内容は errors にあります。",
                code.detail().en() + " errors names all " + count + ".");
        return new Problem(code, detail, problems);
    }

    private static ErrorCode code(List<InputProblem> problems) {
        if (any(problems, InputCode.INVALID_JSON) || any(problems, InputCode.INVALID_ENCODING)) {
            return ErrorCode.MALFORMED_JSON;
        }
        return any(problems, InputCode.TOO_LARGE) ? ErrorCode.TOO_LARGE : ErrorCode.INVALID_ACCOUNT;
    }

    private static boolean any(List<InputProblem> problems, InputCode code) {
        return problems.stream().anyMatch(problem -> problem.code().equals(code.name()));
    }
}
