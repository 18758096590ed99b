package io.shirube.io;

/**
 * How much of a caller's JSON is read before it is refused.
 *
 * @param entryBytes bytes of one entry, which is one line of NDJSON
 * @param depth objects and lists in each other
 * @param stringLength characters of one string, read before the shorter limit of a text value speaks
 * @param numberLength characters of one number
 */
public record ReadLimits(int entryBytes, int depth, int stringLength, int numberLength) {

    /** 16 MiB an entry, 100 levels, strings of 1,000,000 and numbers of 100 characters. */
    public static final ReadLimits DEFAULT = new ReadLimits(16 * 1024 * 1024, 100, 1_000_000, 100);

    public ReadLimits {
        if (entryBytes < 1 || depth < 1 || stringLength < 1 || numberLength < 1) {
            throw new IllegalArgumentException("entryBytes, depth, stringLength, numberLength: at least 1 each");
        }
    }

    /** Returns these limits with another size of an entry. */
    public ReadLimits withEntryBytes(int bytes) {
        return new ReadLimits(bytes, depth, stringLength, numberLength);
    }
}
