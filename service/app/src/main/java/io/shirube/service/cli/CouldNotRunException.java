package io.shirube.service.cli;

import io.shirube.engine.model.Text;

/** A command that cannot run, with the sentence that says why and what to do. */
public final class CouldNotRunException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    public CouldNotRunException(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    public CouldNotRunException(Text text) {
        super(text.en());
        this.text = text;
    }

    public Text text() {
        return text;
    }
}
