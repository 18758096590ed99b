package io.shirube.io.sheet;

import io.shirube.io.sheet.SheetShape.Area;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The rows of a worksheet. What is merged is seen in each of its cells, as a reader of the sheet sees it. */
public final class ExcelRows implements SheetRows {

    private final Stream<Row> stream;
    private final Iterator<Row> rows;
    private final ExcelCells reader;
    private final SheetShape shape;
    private final Deque<Area> ahead = new ArrayDeque<>();
    private final Map<Area, SheetCell> open = new HashMap<>();
    private long filled;

    ExcelRows(Stream<Row> stream, ExcelCells reader, SheetShape shape) {
        this.stream = stream;
        this.rows = stream.iterator();
        this.reader = reader;
        this.shape = shape;
        shape.merges().stream().sorted(Comparator.comparingInt(Area::top)).forEach(ahead::add);
    }

    @Override
    public @Nullable SheetRow next() throws IOException {
        try {
            if (!rows.hasNext()) {
                return null;
            }
            Row row = rows.next();
            List<SheetCell> cells = new ArrayList<>();
            for (int column = 0; column < row.getCellCount(); column++) {
                cells.add(reader.read(row.getCell(column)));
            }
            int number = Math.max(1, row.getRowNum());
            fill(number, cells);
            return new SheetRow(number, cells);
        } catch (RuntimeException e) {
            // because the library's own exceptions tell that the sheet contradicts itself
            throw Workbook.damaged();
        }
    }

    private void fill(int row, List<SheetCell> cells) {
        while (!ahead.isEmpty() && ahead.element().top() <= row) {
            Area area = ahead.remove();
            SheetCell first =
                    area.top() == row && area.left() < cells.size() ? cells.get(area.left()) : SheetCell.BLANK;
            if (!first.text().isEmpty()) {
                open.put(area, first);
            }
        }
        open.keySet().removeIf(area -> area.bottom() < row);
        open.forEach((area, first) -> fill(area, first, cells));
    }

    private void fill(Area area, SheetCell first, List<SheetCell> cells) {
        while (cells.size() <= area.right()) {
            cells.add(SheetCell.BLANK);
        }
        for (int column = area.left(); column <= area.right(); column++) {
            if (cells.get(column).text().isEmpty()) {
                cells.set(column, first);
                filled++;
            }
        }
    }

    /** Returns how many cells so far got their value from the merged cell they belong to. */
    public long filled() {
        return filled;
    }

    /** Returns whether a column, first is 0, is hidden. */
    public boolean isHidden(int column) {
        return shape.hiddenColumns().stream().anyMatch(area -> area.left() <= column && column <= area.right());
    }

    @Override
    public void close() {
        stream.close();
    }
}
