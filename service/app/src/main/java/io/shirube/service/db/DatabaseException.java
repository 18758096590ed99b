package io.shirube.service.db;

import io.shirube.engine.model.Text;

/** The database cannot be used as it is; says why and what to try. */
public class DatabaseException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    DatabaseException(Text text, Throwable cause) {
        super(text.en(), cause);
        this.text = text;
    }

    DatabaseException(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    /** Returns what to tell the operator. */
    public Text text() {
        return text;
    }
}
