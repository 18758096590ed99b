package io.shirube.io.sheet;

/**
 * How much of a table is read before it is refused.
 *
 * @param fileBytes bytes of a workbook as it lies on the disk
 * @param sheetBytes bytes of one sheet's XML, unpacked
 * @param partBytes bytes of any other part of a workbook, unpacked; shared texts are held in memory
 * @param rows rows of one table, with its headings
 * @param columns columns of one table
 */
public record SheetLimits(long fileBytes, long sheetBytes, long partBytes, int rows, int columns) {

    /** 100 MiB a workbook, 2 GiB a sheet and 64 MiB any other part unpacked, Excel's 1,048,576 rows, 5,000 columns. */
    public static final SheetLimits DEFAULT = new SheetLimits(100L << 20, 2L << 30, 64L << 20, 1_048_576, 5_000);

    public SheetLimits {
        if (fileBytes < 1 || sheetBytes < 1 || partBytes < 1 || rows < 1 || columns < 1) {
            throw new IllegalArgumentException("at least 1 each");
        }
    }
}
