package io.shirube.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.engine.model.InputException;
import io.shirube.engine.model.InputProblem;
import io.shirube.engine.model.Measurement;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ValueType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CsvSourceTest {

    private static final Charset CP932 = Charset.forName("windows-31j");
    private static final SnapshotReader READER = new SnapshotReader(ZoneId.of("Asia/Tokyo"));
    private static final Map<String, ValueType> TYPES = Map.of(
            "nps", ValueType.NUMBER,
            "roiVerified", ValueType.BOOLEAN,
            "csMetricName", ValueType.TEXT,
            "lastLoginAt", ValueType.DATE,
            "requestThemes", ValueType.TEXT_SET,
            "strategic", ValueType.BOOLEAN);
    private static final SignalTypes SIGNALS = name -> Optional.ofNullable(TYPES.get(name));
    private static final String SAMPLE = """
            account.id,account.name,account.employees,account.attributes.strategic,contract.start,contract.noticeRule.kind,contract.noticeRule.n,contract.products,nps,nps.at,roiVerified,csMetricName,lastLoginAt,requestThemes
            0012,霧島計測㈱,"1,820",○,2026/4/1,MONTHS_BEFORE_END,3,BASE|SSO,－２０,2026年10月1日,いいえ,100,2026/11/5,帳票|権限
            0013,,,,,,,,,2026-10-01,,,,
            """;

    @Test
    void readsStructureSignalsAndTheirDaysByTheirTypes() throws Exception {
        AccountSnapshot read =
                entries(SAMPLE.getBytes(StandardCharsets.UTF_8), null).get(0).orThrow();
        assertThat(read.account().id()).isEqualTo("0012");
        assertThat(read.account().employees()).isEqualTo(1820);
        assertThat(read.account().attributes()).containsEntry("strategic", true);
        assertThat(read.contract()).isNotNull().satisfies(contract -> {
            assertThat(contract.start()).isEqualTo(LocalDate.of(2026, 4, 1));
            assertThat(contract.noticeRule())
                    .isEqualTo(new AccountSnapshot.NoticeRule("MONTHS_BEFORE_END", 3, null, null, null));
            assertThat(contract.products()).containsExactly("BASE", "SSO");
        });
        assertThat(read.signals())
                .containsEntry("nps", List.of(new Measurement(-20.0, LocalDate.of(2026, 10, 1))))
                .containsEntry("roiVerified", List.of(new Measurement(false, null)))
                .containsEntry("csMetricName", List.of(new Measurement("100", null)))
                .containsEntry("lastLoginAt", List.of(new Measurement("2026-11-05", null)))
                .containsEntry("requestThemes", List.of(new Measurement(List.of("帳票", "権限"), null)));
    }

    @Test
    void leavesBlankCellsOutAndStillTellsTheContract() throws Exception {
        AccountSnapshot read =
                entries(SAMPLE.getBytes(StandardCharsets.UTF_8), null).get(1).orThrow();
        assertThat(read.signals()).isEmpty();
        assertThat(read.account().employees()).isNull();
        assertThat(read.contract()).isNotNull();
        assertThat(read.tickets()).isNull();
    }

    @Test
    void readsCp932BySayingSoOrByItself() throws Exception {
        try (CsvSource detected = open(SAMPLE.getBytes(CP932), null)) {
            assertThat(detected.said())
                    .contains(new Text(
                            "CSVを CP932（Shift_JIS）として読みました。違う場合は --encoding で指定してください。",
                            "The CSV was read as CP932 (Shift_JIS). Say --encoding if it is another."));
            assertThat(all(detected).get(0).orThrow().account().name()).isEqualTo("霧島計測㈱");
        }
        try (CsvSource told = open(SAMPLE.getBytes(CP932), "Shift_JIS")) {
            assertThat(told.said()).isEmpty();
        }
    }

    @Test
    void readsAByteOrderMark() throws Exception {
        assertThat(entries(("\uFEFF" + SAMPLE).getBytes(StandardCharsets.UTF_8), null))
                .hasSize(2);
    }

    @Test
    void refusesHeadingsItDoesNotKnow() {
        assertRefused("account.id,contract.edn\n", "The heading contract.edn is not known. Did you mean contract.end?");
        assertRefused(
                "account.id,a.b.c\n",
                "The heading a.b.c is not known. Use account.*, contract.*, signal names and NAME.at.");
        assertRefused("account.id,nps,nps\n", "The heading nps stands twice. Keep one.");
        assertRefused("account.id,nps.at\n", "The heading nps.at has no column nps beside it.");
        assertRefused("account.name\n", "The first row has no heading account.id.");
        assertRefused(
                "account.id\taccount.name\n",
                "The first row has no heading account.id. Separate the columns with commas.");
        assertRefused("", "The first row has no heading account.id.");
        assertThatThrownBy(() -> open("account.id\n".getBytes(StandardCharsets.UTF_16), null))
                .hasMessage("The CSV is UTF-16. Save it again as \"CSV UTF-8\".");
        assertThatThrownBy(() -> open("account.id\n".getBytes(StandardCharsets.UTF_8), "latin1"))
                .hasMessage("--encoding must be utf-8 or cp932, but is latin1.");
    }

    @Test
    void tellsEachRowsProblemsAtItsLine() throws Exception {
        String csv = "account.id,account.employees\nA,多い\n,\n\nB,5,x\n,7\n";
        List<EntrySource.Entry> entries = new ArrayList<>();
        try (CsvSource source = open(csv.getBytes(StandardCharsets.UTF_8), null)) {
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                entries.add(entry);
            }
        }
        assertThat(entries).extracting(EntrySource.Entry::line).containsExactly(2L, 5L, 6L);
        assertThat(entries.get(0).read().problems())
                .extracting(InputProblem::field)
                .containsExactly("account.employees");
        assertThat(entries.get(1).read().problems())
                .extracting(InputProblem::code)
                .containsExactly("INVALID_CSV");
        assertThat(entries.get(2).read().problems())
                .extracting(InputProblem::code)
                .containsExactly("REQUIRED");
    }

    @Test
    void endsWithAnErrorWhereTheEncodingChanges() throws Exception {
        byte[] good = ("account.id,account.name\n" + ("A," + "x".repeat(5_000) + "\n").repeat(250))
                .getBytes(StandardCharsets.UTF_8);
        byte[] bad = "B,霧島\n".getBytes(CP932);
        byte[] both = Arrays.copyOf(good, good.length + bad.length);
        System.arraycopy(bad, 0, both, good.length, bad.length);
        List<Assembled> read = entries(both, null);
        assertThat(read.get(read.size() - 1).problems())
                .extracting(InputProblem::code)
                .containsExactly("INVALID_ENCODING");
    }

    @Test
    void tellsTheFormatByTheEndOfTheName() throws Exception {
        assertThat(PortfolioFormat.of("a.NDJSON")).isEqualTo(PortfolioFormat.NDJSON);
        assertThat(PortfolioFormat.of("a.b.csv")).isEqualTo(PortfolioFormat.CSV);
        assertThat(PortfolioFormat.of("a.XLSX")).isEqualTo(PortfolioFormat.XLSX);
        assertThatThrownBy(() -> PortfolioFormat.of("a"))
                .hasMessage("The format of a is not known. Use .ndjson, .json, .csv or .xlsx.");
    }

    private static void assertRefused(String csv, String message) {
        assertThatThrownBy(() -> open(csv.getBytes(StandardCharsets.UTF_8), null))
                .isInstanceOf(PortfolioException.class)
                .hasMessage(message);
    }

    private static CsvSource open(byte[] bytes, @Nullable String encoding) throws IOException {
        return new CsvSource(new ByteArrayInputStream(bytes), READER, SIGNALS, encoding);
    }

    private static List<Assembled> entries(byte[] bytes, @Nullable String encoding) throws IOException, InputException {
        try (CsvSource source = open(bytes, encoding)) {
            return all(source);
        }
    }

    private static List<Assembled> all(EntrySource source) throws IOException {
        List<Assembled> read = new ArrayList<>();
        for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
            read.add(entry.read());
        }
        return read;
    }
}
