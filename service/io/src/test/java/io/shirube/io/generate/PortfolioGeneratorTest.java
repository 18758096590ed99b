package io.shirube.io.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.engine.input.Assembled;
import io.shirube.engine.model.AccountSnapshot;
import io.shirube.io.CsvSource;
import io.shirube.io.EntrySource;
import io.shirube.io.PortfolioFormat;
import io.shirube.io.SignalTypes;
import io.shirube.io.SnapshotReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortfolioGeneratorTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
    private static final SnapshotReader READER = new SnapshotReader(ZoneId.of("Asia/Tokyo"));

    @Test
    void givesTheSameBytesForTheSameArgumentsOnEveryMachine() throws Exception {
        assertThat(hash(generated(300, 1, PortfolioFormat.NDJSON)))
                .isEqualTo("d4086bde487d496fa7a7d9f6eb6c547b884687f64f16b616696bd8be1b97d924");
        assertThat(hash(generated(300, 1, PortfolioFormat.CSV)))
                .isEqualTo("faab389fbd4fafe1b75cad94a05a017b9fb5a9281c175286bc31e820de5a6747");
        assertThat(generated(300, 1, PortfolioFormat.NDJSON)).isNotEqualTo(generated(300, 2, PortfolioFormat.NDJSON));
    }

    @Test
    void beginsALargerPortfolioWithTheSmallerOne() throws IOException {
        String small = text(generated(50, 7, PortfolioFormat.NDJSON));
        assertThat(text(generated(60, 7, PortfolioFormat.NDJSON))).startsWith(small);
        assertThat(small.lines()).hasSize(50);
    }

    @Test
    void generatesEntriesThatReadWithoutAProblemInEveryFormat() throws IOException {
        for (PortfolioFormat format : PortfolioFormat.values()) {
            List<Assembled> read = read(format, generated(1_000, 42, format));
            assertThat(read)
                    .hasSize(1_000)
                    .allSatisfy(entry -> assertThat(entry.problems()).isEmpty());
        }
    }

    @Test
    void saysTheSameInJsonAndInCsvAsFarAsCellsCan() throws IOException {
        List<Assembled> json = read(PortfolioFormat.NDJSON, generated(300, 3, PortfolioFormat.NDJSON));
        List<Assembled> csv = read(PortfolioFormat.CSV, generated(300, 3, PortfolioFormat.CSV));
        for (int i = 0; i < json.size(); i++) {
            AccountSnapshot left = json.get(i).draft();
            AccountSnapshot right = csv.get(i).draft();
            assertThat(right.account()).isEqualTo(left.account());
            if (left.contract() != null) {
                assertThat(right.contract()).isEqualTo(left.contract());
            }
            Map<String, Object> told = newest(left);
            assertThat(newest(right)).containsAllEntriesOf(told);
        }
    }

    /** Returns the newest value of every signal that has one, as text because a cell does not tell a type. */
    private static Map<String, Object> newest(AccountSnapshot account) {
        Map<String, Object> newest = new TreeMap<>();
        account.signals().forEach((name, readings) -> {
            Object value = readings.get(readings.size() - 1).value();
            if (value != null) {
                newest.put(name, value.toString().replaceAll("[\\[\\]]", ""));
            }
        });
        return newest;
    }

    @Test
    void usesOnlySignalsOfTheShippedCatalogueAndHasAColumnForEach() throws IOException {
        String catalogue = Files.readString(Path.of("../../rules/signals.yml"), StandardCharsets.UTF_8);
        Set<String> names = new TreeSet<>();
        for (Assembled entry : read(PortfolioFormat.NDJSON, generated(1_500, 5, PortfolioFormat.NDJSON))) {
            names.addAll(entry.draft().signals().keySet());
        }
        assertThat(names).hasSizeGreaterThan(70);
        assertThat(names).allSatisfy(name -> assertThat(catalogue).contains("\n  " + name + ": "));
        assertThat(GeneratedColumns.headings()).containsAll(names);
    }

    @Test
    void leavesGapsAndTellsEveryKindOfContract() throws IOException {
        List<AccountSnapshot> accounts =
                read(PortfolioFormat.NDJSON, generated(1_000, 11, PortfolioFormat.NDJSON)).stream()
                        .map(Assembled::draft)
                        .toList();
        assertThat(accounts).anyMatch(account -> account.account().employees() == null);
        assertThat(accounts).anyMatch(account -> account.contract() == null);
        assertThat(accounts).anyMatch(account -> account.tickets() == null);
        assertThat(accounts).anyMatch(account -> account.pin() != null);
        Set<String> kinds = new TreeSet<>();
        for (AccountSnapshot account : accounts) {
            AccountSnapshot.Contract contract = account.contract();
            if (contract != null && contract.noticeRule() != null) {
                kinds.add(contract.noticeRule().kind());
            }
        }
        assertThat(kinds).hasSize(5);
    }

    @Test
    void tellsTheMeasurementsOfEachMonthWhenHistoryIsAskedFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PortfolioGenerator(400, 9, AS_OF, 12).write(out, PortfolioFormat.NDJSON);
        List<Assembled> with = read(PortfolioFormat.NDJSON, out.toByteArray());
        List<Assembled> without = read(PortfolioFormat.NDJSON, generated(400, 9, PortfolioFormat.NDJSON));
        int whole = 0;
        for (int i = 0; i < with.size(); i++) {
            assertThat(with.get(i).problems()).isEmpty();
            AccountSnapshot account = with.get(i).draft();
            assertThat(account.account()).isEqualTo(without.get(i).draft().account());
            assertThat(newest(account)).isEqualTo(newest(without.get(i).draft()));
            whole += account.signals().getOrDefault("activeUsers30d", List.of()).size() >= 13 ? 1 : 0;
        }
        // because about two thirds of the slots are older than a year and a month, and some of those have a younger
        // customer
        assertThat(whole).isGreaterThan(400 / 3);
    }

    @Test
    void refusesMoreHistoryThanThereIs() {
        assertThatThrownBy(() -> new PortfolioGenerator(1, 1, AS_OF, 61)).hasMessage("history: 0 to 60 months, was 61");
        assertThatThrownBy(() -> new PortfolioGenerator(1, 1, AS_OF, -1)).hasMessage("history: 0 to 60 months, was -1");
    }

    @Test
    void refusesANegativeOrExcessiveNumberOfAccounts() {
        assertThatThrownBy(() -> new PortfolioGenerator(-1, 1, AS_OF)).hasMessage("accounts: 0 to 100000000, was -1");
        assertThatThrownBy(() -> new PortfolioGenerator(100_000_001L, 1, AS_OF))
                .hasMessage("accounts: 0 to 100000000, was 100000001");
    }

    private static byte[] generated(int accounts, long seed, PortfolioFormat format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new PortfolioGenerator(accounts, seed, AS_OF).write(out, format);
        return out.toByteArray();
    }

    private static List<Assembled> read(PortfolioFormat format, byte[] bytes) throws IOException {
        List<Assembled> read = new ArrayList<>();
        try (EntrySource source = format.open(new ByteArrayInputStream(bytes), READER, SignalTypes.UNKNOWN, null)) {
            if (source instanceof CsvSource csv) {
                assertThat(csv.said()).isEmpty();
            }
            for (EntrySource.Entry entry = source.next(); entry != null; entry = source.next()) {
                read.add(entry.read());
            }
        }
        return read;
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
