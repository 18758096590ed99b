package io.shirube.io.sheet;

import io.shirube.engine.model.Text;
import java.io.IOException;

/** A file that cannot be used at all, said in both languages. */
public class UnreadableFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Text text;

    /** Takes the sentence that people see, in both languages. */
    public UnreadableFileException(String ja, String en) {
        super(en);
        this.text = new Text(ja, en);
    }

    /** Takes the sentence that people see. */
    public UnreadableFileException(Text text) {
        super(text.en());
        this.text = text;
    }

    /** Returns what is wrong and what to try. */
    public final Text text() {
        return text;
    }
}
