package io.shirube.io.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.io.PortfolioFormat;
import io.shirube.io.sheet.UnreadableFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    @TempDir
    Path folder;

    @Test
    void saysAllThatIsWrongAtOnceWithPlaceAndWhatToTry() {
        List<String> findings = Mapping.read("m.yml", """
            tabels: {}
            tables:
              a:
                columns:
                  id: ID
                  n: {type: nummber}
                  seats: {type: number, unit: 万園}
                derive: {x: sets + 1, y: id + 1, z: roundd(1)}
                account: idd
            portfolio:
              from: a
              account: {id: id, employes: seats}
            """.getBytes(StandardCharsets.UTF_8)).findings().stream()
                .map(finding -> finding.at() + " " + finding.code() + " " + finding.tryEn())
                .toList();
        assertThat(findings)
                .containsExactly(
                        "m.yml:1:1 unknown-key Did you mean \"tables\"?",
                        "m.yml:3:3 missing-key Write account: COLUMN.",
                        "m.yml:3:3 undated Write at: COLUMN, or undated: true when its rows hold at any time.",
                        "m.yml:6:17 unknown-word Did you mean \"number\"?",
                        "m.yml:7:35 unknown-unit Use one of: %, 万, 万円, 億, 億円, 割, 千, 千円, 百万, 百万円.",
                        "m.yml:8:17 expression Did you mean \"seats\"?",
                        "m.yml:8:33 expression Look at the type of the columns.",
                        "m.yml:8:41 expression Did you mean \"round\"?",
                        "m.yml:9:14 unknown-column Did you mean \"id\"?",
                        "m.yml:12:21 unknown-field Did you mean \"employees\"?");
    }

    @Test
    void namesMissingHeadingsAndUnitsLeftOpen() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "顧客コード,MRR（千円）\n1,2\n");
        assertThatThrownBy(() -> run("""
            tables:
              a:
                file: a.csv
                undated: true
                account: id
                columns:
                  id: 顧客コ一ド
                  mrr: {heading: MRR（千円）, type: number}
            portfolio: {from: a, account: {id: id}, contract: {mrr: mrr}}
            """))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("Did you mean \"顧客コード\"?")
                .hasMessageContaining("unit: 千円");
    }

    @Test
    void gathersOverWindowsWhoseLastDayIsInside() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id\nA\nB\n");
        Files.writeString(folder.resolve("u.csv"), """
            id,day,n,f
            A,2026-11-20,1,x
            A,2026-10-22,2,y
            A,2026-10-21,4,x
            A,2026-09-21,8,z
            A,2026-11-21,100,q
            C,2026-11-20,5,x
            """);
        String written = run("""
            tables:
              u:
                file: u.csv
                at: day
                account: id
                columns:
                  id: id
                  day: {heading: day, type: date}
                  n: {heading: n, type: number}
                  f: f
                aggregates:
                  count30: {count: true, over: 30d}
                  sum30: {sum: n, over: 30d}
                  before30: {sum: n, over: 30d, before: 30d}
                  avg: {avg: n}
                  last: {last: n}
                  kinds: {distinct: f}
              a: {file: a.csv, undated: true, account: id, columns: {id: id}}
            portfolio:
              from: a
              account: {id: id}
              signals: {a: u.count30, b: u.sum30, c: u.before30, d: u.avg, e: u.last, f: u.kinds}
            """);
        // 30 days to 11-20 begin on 10-22; the 30 days before end on 10-21 and begin on 09-22
        assertThat(written.lines())
                .containsExactly(
                        "{\"account\":{\"id\":\"A\"},\"signals\":{\"a\":2,\"b\":3,\"c\":4,\"d\":3.75,\"e\":1,\"f\":3}}",
                        "{\"account\":{\"id\":\"B\"},\"signals\":{\"a\":0,\"b\":0,\"c\":0,\"f\":0}}");
    }

    @Test
    void putsTheMonthsOfAFiscalYearIntoTheirCalendarYears() throws Exception {
        Files.writeString(folder.resolve("w.csv"), "id,12月,1月,3月,4月\nA,1,2,3,4\n");
        String mapping = """
            fiscalYearStartMonth: 4
            tables:
              w:
                file: w.csv
                at: month
                account: id
                columns: {id: id}
                unpivot: {month: month, value: {n: {type: number}}, fiscalYear: 2025}
                aggregates: {newest: {max: month}, oldest: {min: month}, all: {sum: n}}
              a: {file: w.csv, undated: true, account: id, columns: {id: id}}
            portfolio:
              from: a
              account: {id: id}
              signals: {x: w.oldest, y: w.newest, z: w.all}
            """;
        assertThat(run(mapping))
                .isEqualTo(
                        "{\"account\":{\"id\":\"A\"},\"signals\":{\"x\":\"2025-04-30\",\"y\":\"2026-03-31\",\"z\":10}}\n");
        assertThatThrownBy(() -> run(mapping.replace(", fiscalYear: 2025", "")))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("fiscalYear");
    }

    @Test
    void staysInItsFolder() {
        assertThatThrownBy(() -> run("""
            tables:
              a: {file: ../../secret.csv, undated: true, account: id, columns: {id: id}}
            portfolio: {from: a, account: {id: id}}
            """))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("must lie in the folder");
    }

    @Test
    void refusesAMillionColumns() throws Exception {
        Files.writeString(folder.resolve("a.csv"), "id" + ",".repeat(1_000_000) + "\n");
        assertThatThrownBy(() -> run("""
            tables:
              a: {file: a.csv, undated: true, account: id, columns: {id: id}}
            portfolio: {from: a, account: {id: id}}
            """))
                .isInstanceOf(UnreadableFileException.class)
                .hasMessageContaining("5000 columns");
    }

    private String run(String yaml) throws IOException {
        Mapping.Result read = Mapping.read("m.yml", yaml.getBytes(StandardCharsets.UTF_8));
        assertThat(read.findings()).isEmpty();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MapReport report = new MapReport((kind, code, place, what) -> {});
        new MapRun(Objects.requireNonNull(read.mapping()), folder, DAY, report, MapProgress.NONE)
                .write(out, PortfolioFormat.NDJSON);
        return out.toString(StandardCharsets.UTF_8);
    }
}
