package io.shirube.io;

import io.shirube.engine.model.Text;
import java.io.IOException;

/** A portfolio that cannot be read at all, said in both languages. */
public final class PortfolioException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** Takes the sentence that people see, in both languages. */
    public PortfolioException(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    /** Returns what is wrong and what to try. */
    public Text text() {
        return text;
    }
}
