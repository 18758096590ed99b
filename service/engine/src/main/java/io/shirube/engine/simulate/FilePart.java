package io.shirube.engine.simulate;

import java.util.Map;
import java.util.function.IntPredicate;

/** What two rule folders say differently in one file, or in files that belong together. Immutable. */
interface FilePart {

    /**
     * Puts the files together.
     *
     * @param applied whether an edit, by its number, is applied to the baseline
     * @param files takes them by path; one that is not there any more is not put
     */
    void compose(IntPredicate applied, Map<String, byte[]> files);
}
