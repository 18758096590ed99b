package io.shirube.engine.authoring.expression;

import io.shirube.engine.rules.Finding;

/** Leaves a parser at the first thing that makes no sense; caught where reading can go on. Never leaves a front end. */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public Refusal(Finding finding) {
        super(finding.code(), null, false, false);
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
