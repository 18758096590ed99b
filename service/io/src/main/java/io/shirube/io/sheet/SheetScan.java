package io.shirube.io.sheet;

import io.shirube.io.sheet.SheetShape.Area;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamReader;

/**
 * Looks through a worksheet before its cells are read: whether it keeps the limits, and what is merged or hidden. For one
 * sheet.
 */
final class SheetScan implements SafeXml.Elements {

    private static final Pattern ADDRESS = Pattern.compile("([A-Z]{1,4})([1-9]\\d{0,7})");
    private static final int MOST_MERGES = 20_000;
    private static final int LONGEST_FORMULA = 8_192;
    private static final int MOST_ARRAYS = 1_000;
    private static final int LETTERS = 26;

    private final String sheet;
    private final SheetLimits limits;
    private final List<Area> merges = new ArrayList<>();
    private final List<Area> hidden = new ArrayList<>();
    private int rows;
    private int cells;
    private int arrays;
    private int formulaLength = -1;
    private boolean sharedText;
    private final StringBuilder sharedIndex = new StringBuilder();
    private int mostShared = -1;

    SheetScan(String sheet, SheetLimits limits) {
        this.sheet = sheet;
        this.limits = limits;
    }

    SheetShape shape() {
        return new SheetShape(merges, hidden);
    }

    /** Returns the largest number under which a cell asks for a shared text; -1 for none. */
    int mostShared() {
        return mostShared;
    }

    @Override
    public void start(String name, XMLStreamReader reader) throws IOException {
        switch (name) {
            case "row" -> row(reader.getAttributeValue(null, "r"));
            case "c" -> {
                sharedText = "s".equals(reader.getAttributeValue(null, "t"));
                sharedIndex.setLength(0);
                cell(reader.getAttributeValue(null, "r"));
            }
            case "f" -> formula(reader.getAttributeValue(null, "t"));
            case "mergeCell" -> merge(reader.getAttributeValue(null, "ref"));
            case "col" -> column(reader);
            default -> {
                // because the rest is look
            }
        }
    }

    private void row(String number) throws UnreadableFileException {
        cells = 0;
        if (++rows > limits.rows() || whole(number) > limits.rows()) {
            throw new UnreadableFileException(
                    "シート「" + sheet + "」の行が多すぎます（上限 " + limits.rows() + " 行）。分けて保存してください。",
                    "Sheet \"" + sheet + "\" has too many rows (at most " + limits.rows() + "). Split it.");
        }
    }

    private void cell(String address) throws UnreadableFileException {
        cells++;
        int column = cells;
        if (address != null) {
            Matcher matcher = ADDRESS.matcher(address);
            column = matcher.matches() ? column(matcher.group(1)) + 1 : Integer.MAX_VALUE;
        }
        if (cells > limits.columns() || column > limits.columns()) {
            throw new UnreadableFileException(
                    "シート「" + sheet + "」の列が多すぎます（上限 " + limits.columns() + " 列）。不要な列を消してください。",
                    "Sheet \"" + sheet + "\" has too many columns (at most " + limits.columns()
                            + "). Delete those not needed.");
        }
    }

    private void formula(String type) throws UnreadableFileException {
        formulaLength = 0;
        if ("array".equals(type) && ++arrays > MOST_ARRAYS) {
            throw formulas();
        }
    }

    @Override
    public void text(XMLStreamReader reader) throws IOException {
        if (sharedText && formulaLength < 0 && sharedIndex.length() < LONGEST_FORMULA) {
            sharedIndex.append(reader.getText());
        }
        if (formulaLength >= 0) {
            formulaLength += reader.getTextLength();
            if (formulaLength > LONGEST_FORMULA) {
                throw formulas();
            }
        }
    }

    @Override
    public void end(String name) {
        if (name.equals("f")) {
            formulaLength = -1;
        } else if (name.equals("c") && sharedText) {
            sharedText = false;
            String index = sharedIndex.toString().strip();
            mostShared = Math.max(mostShared, index.isEmpty() ? -1 : whole(index));
        }
    }

    private UnreadableFileException formulas() {
        return new UnreadableFileException(
                "シート「" + sheet + "」の数式が長すぎるか、配列数式が多すぎます。値として貼り付けてから保存してください。",
                "Sheet \"" + sheet + "\" has too long formulas or too many array formulas. Paste them as values.");
    }

    private void merge(String reference) throws UnreadableFileException {
        Optional<Area> area = area(reference);
        if (area.isPresent()) {
            merges.add(area.get());
        }
        if (merges.size() > MOST_MERGES) {
            throw new UnreadableFileException(
                    "シート「" + sheet + "」の結合セルが多すぎます（上限 " + MOST_MERGES + "）。結合を解除してください。",
                    "Sheet \"" + sheet + "\" has too many merged cells (at most " + MOST_MERGES + "). Unmerge them.");
        }
    }

    private void column(XMLStreamReader reader) {
        String shown = reader.getAttributeValue(null, "hidden");
        int first = whole(reader.getAttributeValue(null, "min"));
        int last = Math.min(whole(reader.getAttributeValue(null, "max")), limits.columns());
        if (("1".equals(shown) || "true".equals(shown))
                && first > 0
                && first <= last
                && hidden.size() < limits.columns()) {
            hidden.add(new Area(1, first - 1, limits.rows(), last - 1));
        }
    }

    private Optional<Area> area(String reference) {
        String[] ends = reference == null ? new String[0] : reference.split(":", -1);
        if (ends.length != 2) {
            return Optional.empty();
        }
        Matcher from = ADDRESS.matcher(ends[0]);
        Matcher to = ADDRESS.matcher(ends[1]);
        if (!from.matches() || !to.matches()) {
            return Optional.empty();
        }
        return Optional.of(new Area(
                whole(from.group(2)),
                column(from.group(1)),
                Math.min(whole(to.group(2)), limits.rows()),
                Math.min(column(to.group(1)), limits.columns() - 1)));
    }

    private static int column(String letters) {
        int column = 0;
        for (int i = 0; i < letters.length(); i++) {
            column = column * LETTERS + (letters.charAt(i) - 'A' + 1);
        }
        return column - 1;
    }

    private static int whole(String digits) {
        if (digits == null || !digits.matches("\\d{1,9}")) {
            return digits == null ? 0 : Integer.MAX_VALUE;
        }
        return Integer.parseInt(digits);
    }
}
