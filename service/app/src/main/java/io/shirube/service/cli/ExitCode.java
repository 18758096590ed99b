package io.shirube.service.cli;

/** What a command ends with. */
public final class ExitCode {

    public static final int FINE = 0;

    /** The command ran and found something, or some entry failed. */
    public static final int FINDINGS = 1;

    public static final int COULD_NOT_RUN = 2;

    private ExitCode() {}
}
