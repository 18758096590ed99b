package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.map.MapProgress;
import io.shirube.io.map.MapReport;
import io.shirube.io.map.MapReportText;
import io.shirube.io.map.MapRun;
import io.shirube.io.map.Mapping;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Makes a portfolio of foreign tables. */
final class MapCommand implements Command {

    private static final Option MAPPING = Option.required("--mapping", "FILE", "対応表（.yml）", "the mapping (.yml)");
    private static final Option IN = Option.required(
            "--in", "DIR|FILE", "元の表のフォルダーかファイル（.csv .xlsx）", "folder of tables, or one file (.csv .xlsx)");
    private static final Option OUT = Option.required(
            "--out",
            "FILE",
            "書き出すファイル（.ndjson .json .csv .xlsx、ルール表は .csv）",
            "file to write (.ndjson .json .csv .xlsx; .csv for a rule table)");
    private static final Option REPORT = Option.optional(
            "--report", "FILE", "すべてのセルの記録を書くファイル（.txt か .json）", "file that names every cell (.txt or .json)");
    private static final int LARGEST_MAPPING = 200_000;

    @Override
    public String name() {
        return "map";
    }

    @Override
    public Text summary() {
        return new Text(
                "手元の表を、対応表に従って顧客企業のファイルに変換します。", "Makes a portfolio of foreign tables, by a mapping and no code.");
    }

    @Override
    public List<Option> options() {
        return List.of(MAPPING, IN, OUT, Option.AS_OF, REPORT);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        LocalDate asOf = arguments.date(Option.AS_OF).isPresent()
                ? arguments.date(Option.AS_OF).get()
                : LocalDate.now(BookClock.of(console));
        Mapping mapping = mapping(arguments.path(MAPPING), console, language);
        Path in = arguments.path(IN);
        if (!Files.exists(in)) {
            throw new NoSuchFileException(in.toString());
        }
        Path out = arguments.path(OUT);
        PortfolioFormat format = PortfolioFormat.of(out.toString());
        if (mapping.makesRuleTable() && format != PortfolioFormat.CSV) {
            throw new CouldNotRunException(
                    "この対応表はルール表を作ります。--out は .csv にしてください。", "This mapping makes a rule table: --out must be a .csv.");
        }
        MapProgress progress = (table, rows) ->
                console.err().println(language.of(new Text(table + ": " + rows + " 行", table + ": " + rows + " rows")));
        MapReport report;
        try (OutputFile file = new OutputFile(out);
                ReportFile written = ReportFile.open(arguments, language)) {
            report = new MapReport(written);
            new MapRun(mapping, in, asOf, report, progress).write(file.stream(), format);
            written.finish(report);
            file.finish();
        }
        console.out().print(MapReportText.summary(report, language.code()));
        console.out().flush();
        return report.hasRefused() ? ExitCode.FINDINGS : ExitCode.FINE;
    }

    private static Mapping mapping(Path file, Console console, Language language)
            throws CouldNotRunException, IOException {
        if (Files.size(file) > LARGEST_MAPPING) {
            throw new CouldNotRunException("対応表が大きすぎます: " + file, "the mapping is too large: " + file);
        }
        Mapping.Result read = Mapping.read(file.toString().replace('\\', '/'), Files.readAllBytes(file));
        FindingText text = new FindingText(language);
        for (Finding finding : read.findings()) {
            console.err().println(text.line(finding));
        }
        Mapping mapping = read.mapping();
        if (mapping == null) {
            throw new CouldNotRunException(
                    "対応表に誤りがあるため変換できません。上の指摘を直してください。", "the mapping has errors, so nothing was written; see above");
        }
        return mapping;
    }

    /** The file of every cell, if there shall be one. */
    private record ReportFile(
            @Nullable OutputFile file, @Nullable MapReportText text) implements MapReport.Listener, AutoCloseable {

        static ReportFile open(Arguments arguments, Language language) throws CouldNotRunException, IOException {
            String written = arguments.value(REPORT).orElse(null);
            if (written == null) {
                return new ReportFile(null, null);
            }
            OutputFile file = new OutputFile(Arguments.path(written));
            boolean json = written.toLowerCase(Locale.ROOT).endsWith(".json");
            return new ReportFile(file, new MapReportText(file.stream(), json, language.code()));
        }

        @Override
        public void reported(MapReport.Kind kind, String code, String place, Text what) {
            if (text != null) {
                text.reported(kind, code, place, what);
            }
        }

        void finish(MapReport report) throws IOException {
            if (text != null && file != null) {
                text.finish(report);
                text.close();
                file.finish();
            }
        }

        @Override
        public void close() throws IOException {
            if (file != null) {
                file.close();
            }
        }
    }
}
