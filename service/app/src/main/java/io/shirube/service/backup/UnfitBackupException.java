package io.shirube.service.backup;

import io.shirube.engine.model.Text;

/** A backup that cannot be made or used as it is; says why and what to try. */
public final class UnfitBackupException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    UnfitBackupException(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    /** Returns what to tell the operator. */
    public Text text() {
        return text;
    }
}
