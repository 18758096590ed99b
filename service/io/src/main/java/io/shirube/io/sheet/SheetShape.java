package io.shirube.io.sheet;

import java.util.List;

/**
 * What a worksheet says apart from its cells.
 *
 * @param merges its merged cells
 * @param hiddenColumns ranges of columns that are not shown
 */
record SheetShape(List<Area> merges, List<Area> hiddenColumns) {

    SheetShape {
        merges = List.copyOf(merges);
        hiddenColumns = List.copyOf(hiddenColumns);
    }

    /** A rectangle of cells; rows and columns start at 1 and 0, the ends are inside. */
    record Area(int top, int left, int bottom, int right) {}
}
