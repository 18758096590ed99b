package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {

    private static final String MAPPINGS = "../../fixtures/mappings/";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void writesWhatItCouldReadAndExitsOneWhenCellsWereRefused() throws Exception {
        int exit = map(MAPPINGS + "customers.yml", "c.ndjson", "--report", folder + "/r.txt", "--lang", "ja");
        assertThat(exit).isEqualTo(1);
        assertThat(Files.readAllLines(folder.resolve("c.ndjson"))).hasSize(5);
        assertThat(out.toString(UTF_8)).contains("顧客企業 5 社を書きました。", "使えなかったセル", "customers.csv!G6");
        assertThat(Files.readString(folder.resolve("r.txt")))
                .contains("customers.csv!C6: 使えなかったセル code: 「1.01E+12」は13桁のコードではありません。");
    }

    @Test
    void writesTheReportAsJsonInEnglish() throws Exception {
        map(MAPPINGS + "customers.yml", "c.csv", "--report", folder + "/r.json");
        assertThat(Files.readString(folder.resolve("r.json")))
                .startsWith("{\"entries\":[")
                .contains(
                        "{\"kind\":\"REFUSED\",\"code\":\"unclear-mark\",\"at\":\"customers.csv!G6\",\"text\":\"\\\"△\\\""
                                + " means different things",
                        "{\"kind\":\"DROPPED\",\"code\":\"after-as-of\",\"count\":3}");
        assertThat(Files.readString(folder.resolve("c.csv"))).startsWith("\uFEFFaccount.id,account.name,");
    }

    @Test
    void writesNothingForABrokenMappingAndSaysWhereItIsBroken() throws Exception {
        Path broken = Files.writeString(folder.resolve("m.yml"), "tabels: {}\n");
        assertThat(map(broken.toString(), "c.ndjson")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("m.yml:1:1: error unknown-key", "Did you mean \"tables\"?");
        assertThat(folder.resolve("c.ndjson")).doesNotExist();
    }

    @Test
    void writesNothingWhenATableIsMissing() {
        int exit = run(
                "map",
                "--mapping",
                MAPPINGS + "ravenstack.yml",
                "--in",
                MAPPINGS + "sheets",
                "--out",
                folder + "/c.ndjson");
        assertThat(exit).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("There is no ravenstack_subscriptions.csv");
        assertThat(folder.resolve("c.ndjson")).doesNotExist();
    }

    private int map(String mapping, String written, String... more) {
        List<String> arguments = new ArrayList<>(List.of("map", "--mapping", mapping, "--in", MAPPINGS + "sheets"));
        arguments.addAll(List.of("--as-of", "2026-11-20", "--out", folder + "/" + written));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        return ShirubeMain.run(
                arguments,
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
