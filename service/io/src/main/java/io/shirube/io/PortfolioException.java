package io.shirube.io;

import io.shirube.io.sheet.UnreadableFileException;

/** A portfolio that cannot be read at all, said in both languages. */
public final class PortfolioException extends UnreadableFileException {

    private static final long serialVersionUID = 1L;

    /** Takes the sentence that people see, in both languages. */
    public PortfolioException(String ja, String en) {
        super(ja, en);
    }
}
