package io.shirube.service.decisions;

import io.shirube.engine.input.InputCode;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Text;
import io.shirube.service.errors.ErrorCode;
import io.shirube.service.errors.Problem;
import java.util.List;

/** Turns what is wrong with an account into the answer its caller gets. */
final class InputProblems {

    private InputProblems() {}

    static Problem of(List<InputProblem> problems) {
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
        if (problems.stream().anyMatch(problem -> problem.code().equals(InputCode.INVALID_JSON.name()))) {
            return ErrorCode.MALFORMED_JSON;
        }
        if (problems.stream().anyMatch(problem -> problem.code().equals(InputCode.TOO_LARGE.name()))) {
            return ErrorCode.TOO_LARGE;
        }
        return ErrorCode.INVALID_ACCOUNT;
    }
}
