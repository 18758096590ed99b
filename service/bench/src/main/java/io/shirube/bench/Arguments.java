package io.shirube.bench;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was asked for.
 *
 * @param quick rough figures in a few minutes
 * @param accounts how large the book of the whole run is
 * @param parts what is measured, in this order
 * @param out the file the tables go to, null for none
 */
record Arguments(
        boolean quick,
        long accounts,
        List<String> parts,
        @Nullable Path out) {

    /** The phases, the decisions and their twins. */
    static final String MICRO = "micro";

    /** Loading rules. */
    static final String LOAD = "load";

    /** Whole runs from file to file. */
    static final String BATCH = "batch";

    static final String HELP = """
            usage / 使い方: shirube bench [--quick] [--accounts N] [--only micro|load|batch] [--out FILE]
              --quick          rough figures in a few minutes / 数分で粗く測ります
              --accounts N     size of the book of the whole run (default 100000, quick 10000) / 一括判定の件数
              --only PART      one part only / 1つの部分だけ測ります
              --out FILE       writes the tables, into docs/performance.md between its marks / 表をファイルに書きます
            """;

    private static final long ACCOUNTS = 100_000;
    private static final long QUICK_ACCOUNTS = 10_000;
    private static final long MOST_ACCOUNTS = 10_000_000;

    Arguments {
        parts = List.copyOf(parts);
    }

    static Arguments read(List<String> arguments) throws UsageException {
        boolean quick = arguments.contains("--quick");
        long accounts = quick ? QUICK_ACCOUNTS : ACCOUNTS;
        List<String> parts = List.of(MICRO, LOAD, BATCH);
        Path out = null;
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String name = rest.next();
            switch (name) {
                case "--quick" -> {}
                case "--accounts" -> accounts = accounts(value(name, rest));
                case "--only" -> parts = List.of(part(value(name, rest)));
                case "--out" -> out = Path.of(value(name, rest));
                default -> throw new UsageException("'" + name + "' is not an option. / オプション '" + name + "' はありません。");
            }
        }
        return new Arguments(quick, accounts, parts, out);
    }

    private static String value(String name, Iterator<String> rest) throws UsageException {
        if (!rest.hasNext()) {
            throw new UsageException(name + " needs a value. / " + name + " の値がありません。");
        }
        return rest.next();
    }

    private static long accounts(String written) throws UsageException {
        if (written.matches("[0-9]{1,8}")) {
            long accounts = Long.parseLong(written);
            if (accounts >= 1 && accounts <= MOST_ACCOUNTS) {
                return accounts;
            }
        }
        throw new UsageException("--accounts must be 1 to " + MOST_ACCOUNTS + ", not " + written
                + ". / --accounts は 1 から " + MOST_ACCOUNTS + " の数にしてください: " + written);
    }

    private static String part(String written) throws UsageException {
        if (!List.of(MICRO, LOAD, BATCH).contains(written)) {
            throw new UsageException("--only must be micro, load or batch, not " + written
                    + ". / --only は micro、load、batch のどれかです: " + written);
        }
        return written;
    }

    /** Says what is wrong with the arguments, in both languages. */
    static final class UsageException extends Exception {
        private static final long serialVersionUID = 1L;

        UsageException(String message) {
            super(message);
        }
    }
}
