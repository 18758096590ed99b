package io.shirube.engine.model;

import java.util.List;

/** What a caller told cannot be decided on. Carries every problem that was found, the first in the caller's order first. */
public final class InputException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<InputProblem> problems;

    /** @param problems at least one */
    public InputException(List<InputProblem> problems) {
        super(problems.get(0).code() + " " + problems.get(0).field());
        this.problems = List.copyOf(problems);
    }

    /** Returns the problems, at least one. */
    public List<InputProblem> problems() {
        return problems;
    }
}
