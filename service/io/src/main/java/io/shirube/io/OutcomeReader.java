package io.shirube.io;

import io.shirube.engine.model.Text;
import io.shirube.engine.portfolio.report.ContractOutcome;
import io.shirube.io.sheet.CsvRows;
import io.shirube.io.sheet.SheetLimits;
import io.shirube.io.sheet.SheetRow;
import io.shirube.io.sheet.UnreadableFileException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads how customers decided: a CSV with the columns {@code accountId}, {@code decisionDate}, {@code arrBefore} and
 * {@code arrAfter} in any order, others beside them. Money a year in whole units; {@code arrAfter} 0 means that the customer left.
 */
public final class OutcomeReader {

    private static final List<String> COLUMNS = List.of("accountId", "decisionDate", "arrBefore", "arrAfter");
    private static final int MOST_PROBLEMS = 10;

    private final String name;
    private final List<ContractOutcome> outcomes = new ArrayList<>();
    private final List<Text> problems = new ArrayList<>();

    private OutcomeReader(Path file) {
        this.name = String.valueOf(file.getFileName());
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableFileException when a column is missing or a cell cannot be understood, naming the first ten
     * @throws IOException when reading breaks
     */
    public static List<ContractOutcome> read(Path file) throws IOException {
        OutcomeReader reader = new OutcomeReader(file);
        try (CsvRows rows = CsvRows.open(file, null, SheetLimits.DEFAULT)) {
            int[] places = reader.places(rows.next());
            for (SheetRow row = rows.next(); row != null; row = rows.next()) {
                if (!row.isBlank()) {
                    reader.take(row, places);
                }
            }
        }
        reader.throwIfAny();
        return List.copyOf(reader.outcomes);
    }

    private int[] places(@Nullable SheetRow headings) throws UnreadableFileException {
        int[] places = new int[COLUMNS.size()];
        for (int i = 0; i < places.length; i++) {
            places[i] = -1;
            for (int column = 0; headings != null && column < headings.cells().size(); column++) {
                if (headings.cell(column).text().strip().equals(COLUMNS.get(i))) {
                    places[i] = column;
                }
            }
            if (places[i] < 0) {
                problems.add(new Text(
                        name + " に見出し " + COLUMNS.get(i) + " の列がありません。",
                        name + " has no column " + COLUMNS.get(i) + "."));
            }
        }
        throwIfAny();
        return places;
    }

    private void take(SheetRow row, int[] places) throws UnreadableFileException {
        String id = row.cell(places[0]).text().strip();
        LocalDate on = day(row, places[1]);
        Long before = money(row, places[2]);
        Long after = money(row, places[3]);
        if (id.isEmpty()) {
            wrong(row, places[0], "顧客企業の ID がありません。", "there is no account id.");
        } else if (on != null && before != null && after != null) {
            outcomes.add(new ContractOutcome(id, on, before, after));
        }
        if (problems.size() >= MOST_PROBLEMS) {
            throwIfAny();
        }
    }

    private @Nullable LocalDate day(SheetRow row, int column) {
        try {
            return LocalDate.parse(row.cell(column).text().strip());
        } catch (DateTimeParseException e) {
            wrong(row, column, "2026-11-20 の形の日付にしてください。", "a day such as 2026-11-20 is needed.");
            return null;
        }
    }

    private @Nullable Long money(SheetRow row, int column) {
        try {
            BigDecimal amount = new BigDecimal(row.cell(column).text().strip());
            if (amount.signum() >= 0) {
                return amount.longValueExact();
            }
        } catch (NumberFormatException | ArithmeticException e) {
            // said below, together with what is below 0
        }
        wrong(row, column, "0 以上の整数の金額にしてください。", "a whole amount of 0 or more is needed.");
        return null;
    }

    private void wrong(SheetRow row, int column, String ja, String en) {
        String cell = name + "!" + SheetRow.cellName(row.number(), column);
        String text = row.cell(column).text();
        String told = text.isEmpty() ? "" : " (" + text + ")";
        problems.add(new Text(cell + told + ": " + ja, cell + told + ": " + en));
    }

    private void throwIfAny() throws UnreadableFileException {
        if (!problems.isEmpty()) {
            throw new UnreadableFileException(
                    String.join("\n", problems.stream().map(Text::ja).toList()),
                    String.join("\n", problems.stream().map(Text::en).toList()));
        }
    }
}
