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
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PortfolioGeneratorTest {

    private static final LocalDate AS_OF = LocalDate.of(2026, 1, 1);
    private static final SnapshotReader READER = new SnapshotReader(ZoneId.of("Asia/Tokyo"));

    @Test
    void givesTheSameBytesForTheSameArgumentsOnEveryMachine() throws Exception {
        assertThat(hash(generated(300, 1, PortfolioFormat.NDJSON)))
                .isEqualTo("d02a37e980a266919c88ea507328f4e48063da41fe7ff3d061df810389665ede");
        assertThat(hash(generated(300, 1, PortfolioFormat.CSV)))
                .isEqualTo("ed046ca5d4d52067145f1335ff99f56e9a9d0d8a6bc497fce5b37225b5bfbfd3");
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
        }
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
