package io.shirube.io.map;

import io.shirube.engine.authoring.words.Widths;
import io.shirube.io.sheet.SheetCell;
import io.shirube.io.sheet.SheetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The headings of a table, from one row or two. */
final class Headings {

    private final List<String> whole = new ArrayList<>();
    private final List<String> upper = new ArrayList<>();
    private final List<String> lower = new ArrayList<>();

    /** @param above the upper one of two rows, whose headings reach to the next, or null */
    Headings(@Nullable SheetRow above, SheetRow row) {
        int columns =
                Math.max(row.cells().size(), above == null ? 0 : above.cells().size());
        String last = "";
        for (int column = 0; column < columns; column++) {
            String over = above == null ? "" : fold(text(above.cell(column)));
            String under = fold(text(row.cell(column)));
            last = over.isEmpty() ? last : over;
            String reach = under.isEmpty() ? over : last;
            upper.add(reach);
            lower.add(under.equals(reach) ? "" : under);
            whole.add(
                    reach.isEmpty() || under.isEmpty() || under.equals(reach)
                            ? (under.isEmpty() ? reach : under)
                            : reach + "/" + under);
        }
    }

    private static String text(SheetCell cell) {
        return cell.kind() == SheetCell.Kind.DATE ? cell.text().substring(0, "2026-04".length()) : cell.text();
    }

    /** Returns a heading as headings are compared: narrow, without white space. */
    static String fold(String text) {
        return Widths.narrow(text).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    int size() {
        return whole.size();
    }

    /** Returns the heading of a column, {@code above/below} when there are two. */
    String whole(int column) {
        return whole.get(column);
    }

    String upper(int column) {
        return upper.get(column);
    }

    /** Returns the lower heading, or the only one. */
    String lower(int column) {
        return lower.get(column).isEmpty() ? upper.get(column) : lower.get(column);
    }

    /** Returns the columns with that heading, whole or else the lower part. */
    List<Integer> find(String heading) {
        List<Integer> found = new ArrayList<>();
        for (int column = 0; column < size(); column++) {
            if (whole(column).equals(heading)) {
                found.add(column);
            }
        }
        for (int column = 0; found.isEmpty() && column < size(); column++) {
            if (lower(column).equals(heading)) {
                found.add(column);
            }
        }
        return found;
    }
}
