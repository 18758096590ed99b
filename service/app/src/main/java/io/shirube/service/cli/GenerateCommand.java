package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.generate.PortfolioFiles;
import io.shirube.io.generate.PortfolioGenerator;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a synthetic portfolio, and on request its history and what became of its accounts. */
final class GenerateCommand implements Command {

    private static final Option ACCOUNTS = Option.required("--accounts", "N", "顧客企業の数", "how many accounts");
    private static final Option SEED =
            Option.required("--seed", "S", "乱数の種（同じ引数なら同じ内容）", "what they are drawn from: same arguments, same bytes");
    private static final Option OUT = Option.required(
            "--out", "FILE", "書き出すファイル（.ndjson .json .csv .xlsx）", "file to write (.ndjson .json .csv .xlsx)");
    private static final Option AS_OF = Option.optional(
            "--as-of", "DATE", "最新とする日（既定: 2026-01-01）", "the day they are up to date (default: 2026-01-01)");
    private static final Option HISTORY = Option.optional(
            "--history",
            "MONTHS",
            "さかのぼって書く月次の測定値の月数（既定: 0）",
            "months before that day whose measurements are written too (default: 0)");
    private static final Option OUTCOMES = Option.optional(
            "--outcomes",
            "FILE",
            "更新・増減・解約の結果を書くファイル（.csv）",
            "file for how the accounts decided and will decide (.csv)");
    private static final Option MONTHLY = Option.optional(
            "--monthly",
            "DIR",
            "月ごとの顧客企業を DIR/2025-12/portfolio.ndjson の形で書くフォルダー（--history の月数と最新の月）",
            "folder for the book of each month of --history, as DIR/2025-12/portfolio.ndjson");
    private static final LocalDate DEFAULT_DAY = LocalDate.of(2026, 1, 1);
    private static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2090, 12, 31);

    @Override
    public String name() {
        return "generate";
    }

    @Override
    public Text summary() {
        return new Text("架空の顧客企業のファイルを作ります。", "Writes a portfolio of invented accounts.");
    }

    @Override
    public List<Option> options() {
        return List.of(ACCOUNTS, SEED, OUT, AS_OF, HISTORY, OUTCOMES, MONTHLY);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        long accounts =
                arguments.number(ACCOUNTS, 0, PortfolioGenerator.MOST_ACCOUNTS).orElseThrow();
        long seed = arguments.number(SEED, Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow();
        int history = arguments
                .number(HISTORY, 0, PortfolioGenerator.MOST_MONTHS)
                .orElse(0L)
                .intValue();
        LocalDate asOf = arguments.date(AS_OF).orElse(DEFAULT_DAY);
        if (asOf.isBefore(FIRST_DAY) || asOf.isAfter(LAST_DAY)) {
            throw new CouldNotRunException(
                    "--as-of は " + FIRST_DAY + " から " + LAST_DAY + " までで指定してください: " + asOf,
                    "--as-of must be a day from " + FIRST_DAY + " to " + LAST_DAY + ", not " + asOf + ".");
        }
        Path out = arguments.path(OUT);
        PortfolioFormat format = PortfolioFormat.of(out.toString());
        Map<Path, Path> others = others(arguments, out, asOf, history);
        PortfolioGenerator generator = new PortfolioGenerator(accounts, seed, asOf, history);
        try (OutputFiles files = new OutputFiles()) {
            OutputStream portfolio = files.open(out);
            @Nullable Path outcomes = outcomes(arguments);
            PortfolioFiles targets = new PortfolioFiles(
                    portfolio, format, outcomes == null ? null : files.open(outcomes), months(files, others));
            generator.write(targets, new CountingLine(console.err(), language, accounts));
            files.finish();
        }
        return ExitCode.FINE;
    }

    private static @Nullable Path outcomes(Arguments arguments) throws CouldNotRunException {
        return arguments.has(OUTCOMES) ? arguments.path(OUTCOMES) : null;
    }

    /** Returns the month folders, newest first, by the files in them, after having looked at what is asked for. */
    private static Map<Path, Path> others(Arguments arguments, Path out, LocalDate asOf, int history)
            throws CouldNotRunException {
        @Nullable Path outcomes = outcomes(arguments);
        if (outcomes != null && !outcomes.toString().endsWith(".csv")) {
            throw new CouldNotRunException(
                    "--outcomes は .csv のファイルにしてください: " + outcomes,
                    "--outcomes must be a .csv file, not " + outcomes + ".");
        }
        if (outcomes != null
                && outcomes.toAbsolutePath()
                        .normalize()
                        .equals(out.toAbsolutePath().normalize())) {
            throw new CouldNotRunException(
                    "--outcomes と --out には別のファイルを指定してください: " + out,
                    "--outcomes and --out must be two files, not both " + out + ".");
        }
        Map<Path, Path> months = new LinkedHashMap<>();
        if (arguments.has(MONTHLY)) {
            for (int ago = 0; ago <= history; ago++) {
                Path folder = arguments
                        .path(MONTHLY)
                        .resolve(YearMonth.from(asOf.minusMonths(ago)).toString());
                months.put(folder.resolve("portfolio.ndjson"), folder);
            }
        }
        return months;
    }

    private static List<OutputStream> months(OutputFiles files, Map<Path, Path> months) throws IOException {
        List<OutputStream> opened = new ArrayList<>();
        for (Map.Entry<Path, Path> month : months.entrySet()) {
            Files.createDirectories(month.getValue());
            opened.add(files.open(month.getKey()));
        }
        return opened;
    }
}
