package io.shirube.io.generate;

import io.shirube.io.PortfolioFormat;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a generated portfolio goes. The streams stay open, and whoever opened them closes them.
 *
 * @param portfolio gets the entries as of asOf
 * @param outcomes gets, as CSV, how the accounts decided within the months of history and how they will decide next; null
 *     when nobody asks
 * @param monthly gets, as NDJSON, the whole book as of so many months before asOf: the first as of asOf, the second a month
 *     before; may be empty
 */
public record PortfolioFiles(
        OutputStream portfolio,
        PortfolioFormat format,
        @Nullable OutputStream outcomes,
        List<OutputStream> monthly) {

    /** Copies the list. */
    public PortfolioFiles {
        monthly = List.copyOf(monthly);
    }
}
