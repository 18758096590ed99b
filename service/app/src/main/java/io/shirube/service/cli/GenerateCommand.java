package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.generate.PortfolioGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** Writes a synthetic portfolio. */
final class GenerateCommand implements Command {

    private static final Option ACCOUNTS = Option.required("--accounts", "N", "顧客企業の数", "how many accounts");
    private static final Option SEED =
            Option.required("--seed", "S", "乱数の種（同じ引数なら同じ内容）", "what they are drawn from: same arguments, same bytes");
    private static final Option OUT = Option.required(
            "--out", "FILE", "書き出すファイル（.ndjson .json .csv .xlsx）", "file to write (.ndjson .json .csv .xlsx)");
    private static final Option AS_OF = Option.optional(
            "--as-of", "DATE", "最新とする日（既定: 2026-01-01）", "the day they are up to date (default: 2026-01-01)");
    private static final LocalDate DEFAULT_DAY = LocalDate.of(2026, 1, 1);

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
        return List.of(ACCOUNTS, SEED, OUT, AS_OF);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        arguments.language();
        long accounts =
                arguments.number(ACCOUNTS, 0, PortfolioGenerator.MOST_ACCOUNTS).orElseThrow();
        long seed = arguments.number(SEED, Long.MIN_VALUE, Long.MAX_VALUE).orElseThrow();
        LocalDate asOf = arguments.date(AS_OF).orElse(DEFAULT_DAY);
        Path out = arguments.path(OUT);
        PortfolioFormat format = PortfolioFormat.of(out.toString());
        try (OutputFile file = new OutputFile(out)) {
            new PortfolioGenerator(accounts, seed, asOf).write(file.stream(), format);
            file.finish();
        }
        return ExitCode.FINE;
    }
}
