package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One account that is used by 88 %, where one calls from 90 % and 50 seats on; it has 60 seats, which nobody changes. */
class WhatIfCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @BeforeEach
    void anAccountAndARule() throws Exception {
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.createDirectory(rules.resolve("5-actions"));
        Files.writeString(rules.resolve("signals.yml"), """
            signals:
              seats: {type: number, unit: seats, min: 0, step: 1, changeable: false, ja: 席数, en: Seats}
              rate: {type: number, unit: ratio, min: 0, max: 1, step: 0.001, ja: 利用率, en: Rate}
            """);
        Files.writeString(rules.resolve("actions.yml"), """
            actions:
              CALL: {ja: 電話, en: Call, class: S, driver: EXPANSION, purpose: {ja: 話す, en: Talk}, owner: CSM,
                     effortHours: [2, 2, 2], due: {workingDays: 10}, proof: {indicator: seats}}
            """);
        Files.writeString(rules.resolve("policies.yml"), "currency: JPY\n");
        Files.writeString(rules.resolve("calendar.yml"), "until: 2027-12-31\n");
        Files.writeString(rules.resolve("5-actions/call.drl"), """
            rule "Large and used"
              @reason_ja("席{seats}") @reason_en("seats {seats}")
            when
              Signals( seats >= 50, rate >= 0.9 )
            then
              propose(CALL);
            end
            """);
        Files.writeString(folder.resolve("account.json"), """
            {"account":{"id":"A-1"},"signals":{"seats":60,"rate":0.88}}
            """);
    }

    @Test
    void saysWhatBringsAnActionAboutInBothLanguages() {
        assertThat(run("--what-if", "action=CALL")).isZero();
        assertThat(out.toString(UTF_8))
                .contains("“Call” recommended [action=CALL]")
                .contains("  - If “Rate” went from 88 % to 90 %, “Call” would be recommended.")
                .contains("Every answer was confirmed by deciding again");
        out.reset();
        assertThat(run("--what-if", "action=CALL", "--lang", "ja")).isZero();
        assertThat(out.toString(UTF_8)).contains("  - 「利用率」が88%から90%になれば、「電話」が推奨されます。");
    }

    @Test
    void saysTheSameAsData() throws Exception {
        assertThat(run("--what-if", "action=CALL", "--format", "json")).isZero();
        JsonNode answer = new ObjectMapper().readTree(out.toString(UTF_8));
        assertThat(answer.at("/goals/0/goal").textValue()).isEqualTo("action=CALL");
        assertThat(answer.at("/goals/0/ways/0/changes/0/input").textValue()).isEqualTo("rate");
        assertThat(answer.at("/goals/0/ways/0/changes/0/to").doubleValue()).isEqualTo(0.9);
        assertThat(answer.at("/complete").booleanValue()).isTrue();
    }

    @Test
    void decidesWithAnotherValue() {
        assertThat(run("--what-if", "rate=0.95")).isZero();
        assertThat(out.toString(UTF_8)).contains("Rate: 88 % → 95 %").contains("  - “Call” is recommended.");
        out.reset();
        assertThat(run("--what-if", "rate=1.5")).isEqualTo(1);
        assertThat(out.toString(UTF_8)).contains("line 1: signals.rate (Rate) must be from 0 to 1, but is 1.5.");
    }

    @Test
    void showsEveryNeighbour() {
        assertThat(run("--what-if", "any")).isZero();
        assertThat(out.toString(UTF_8)).contains("[touch=HIGH]", "[touch=TECH]", "[band=GREEN]", "[action=CALL]");
    }

    @Test
    void namesWhatItCannotRead() {
        assertThat(run("--what-if", "action=CAL")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("There is no action \"CAL\". Did you mean CALL?");
        err.reset();
        assertThat(run("--what-if", "rte=0.95")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("There is no signal rte to change. Did you mean rate?");
        err.reset();
        assertThat(run("--what-if", "happy", "--lang", "ja")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--what-if happy は読めません。");
        err.reset();
        assertThat(run("--what-if", "any", "--explain", "full")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--explain and --what-if do not go together");
        err.reset();
        assertThat(run("--format", "json")).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("--format goes with --what-if");
    }

    private int run(String... options) {
        List<String> arguments = new ArrayList<>(List.of(
                "decide",
                "--rules",
                folder.resolve("rules").toString(),
                "--input",
                folder.resolve("account.json").toString(),
                "--as-of",
                "2026-11-20"));
        arguments.addAll(List.of(options));
        return ShirubeMain.run(
                arguments.toArray(String[]::new),
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8));
    }
}
