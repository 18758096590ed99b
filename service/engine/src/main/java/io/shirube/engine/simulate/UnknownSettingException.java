package io.shirube.engine.simulate;

import io.shirube.engine.model.Text;

/** Says that a name is not that of a setting, and which one may have been meant. */
public final class UnknownSettingException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Text text;

    UnknownSettingException(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    /** Returns the sentence. */
    public Text text() {
        return text;
    }
}
