package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shirube.service.cli.CouldNotRunException;
import io.shirube.service.config.RetentionConfiguration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetentionSettingsTest {

    @TempDir
    Path folder;

    @Test
    void changesDecisionsAndClosedActionsHaveTimesOfTheirOwn() throws Exception {
        for (String text : List.of(
                "database: {folder: data}", Files.readString(RunningService.HOME.resolve("config.yml"), UTF_8))) {
            assertThat(read(text).changeDays()).isEqualTo(90);
            assertThat(read(text).decisionDays()).isEqualTo(730);
            assertThat(read(text).actionDays()).isEqualTo(1095);
            assertThat(read(text).auditDays()).isEqualTo(730);
            assertThat(read(text).readingDays()).isEqualTo(730);
        }
        RetentionConfiguration set =
                read("database: {retention: {changes: 1d, decisions: 2d, actions: 3d, audit: 4d, readings: 5d}}");
        assertThat(set.changeDays()).isEqualTo(1);
        assertThat(set.decisionDays()).isEqualTo(2);
        assertThat(set.actionDays()).isEqualTo(3);
        assertThat(set.auditDays()).isEqualTo(4);
        assertThat(set.readingDays()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"changes", "decisions", "actions", "audit", "readings"})
    void noneOfThemIsShorterThanADay(String key) {
        assertThatThrownBy(() -> read("database: {retention: {" + key + ": 0d}}"))
                .hasMessageContaining("database.retention." + key + " must be greater than or equal to 1 DAYS");
    }

    @Test
    void theSetTimeCountsInDays() throws Exception {
        assertThat(changes("90d").changeDays()).isEqualTo(90);
        assertThat(changes("1d").changeDays()).isEqualTo(1);
        assertThat(changes("36500d").changeDays()).isEqualTo(36_500);
        assertThat(changes("48h").changeDays()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-3d", "5", "3 fortnights"})
    void saysWhichKeyHoldsNoLengthOfTime(String written) {
        assertThatThrownBy(() -> changes(written))
                .asInstanceOf(InstanceOfAssertFactories.type(CouldNotRunException.class))
                .satisfies(e -> {
                    assertThat(e.text().en())
                            .endsWith("\ndatabase.retention.changes must be a number with its unit,"
                                    + " such as 730d or 500ms.");
                    assertThat(e.text().ja()).endsWith("\ndatabase.retention.changes は、730d や 500ms のように数と単位で書いてください。");
                });
    }

    @Test
    void saysTheRangeToATimeOutsideOfIt() {
        assertThatThrownBy(() -> changes("0d"))
                .hasMessageContaining("database.retention.changes must be greater than or equal to 1 DAYS");
        assertThatThrownBy(() -> changes("36501d"))
                .hasMessageContaining("database.retention.changes must be less than or equal to 36500 DAYS");
    }

    @Test
    void refusesAMisspeltKey() {
        assertThatThrownBy(() -> read("database: {retention: {change: 90d}}"))
                .isInstanceOf(CouldNotRunException.class)
                .hasMessageContaining("Unrecognized field at: database.retention.change")
                .hasMessageContaining("changes");
    }

    private RetentionConfiguration changes(String written) throws CouldNotRunException, IOException {
        return read("database: {retention: {changes: " + written + "}}");
    }

    private RetentionConfiguration read(String text) throws CouldNotRunException, IOException {
        Path file = Files.writeString(folder.resolve("config.yml"), text + "\n", UTF_8);
        return ConfigurationFile.at(file).read().database().retention();
    }
}
