package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shirube.service.config.DatabaseConfiguration;
import io.shirube.service.testing.Backups;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataBackupTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    @TempDir
    Path folder;

    @Test
    void savesEverythingThatAKilledProgramWasToldIsWritten() throws Exception {
        Path backup = folder.resolve("backup.zip");
        int told = writeUntilKilled(folder.resolve("first"));
        assertThat(ServerFiles.areSettled(folder.resolve("first/postgresql"))).isFalse();

        try (OutputStream out = Files.newOutputStream(backup)) {
            DataBackup.write(configuration("first"), folder, backup, out, NOW);
        }
        DataRestore.run(configuration("second"), folder, backup, NOW);

        assertThat(ServerFiles.areSettled(folder.resolve("second/postgresql")))
                .as("nothing is left to recover")
                .isTrue();
        try (EmbeddedServer server = EmbeddedServer.start(folder.resolve("second"));
                Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet most = statement.executeQuery("SELECT max(n) FROM written")) {
            most.next();
            assertThat(most.getInt(1)).isGreaterThanOrEqualTo(told);
        }
    }

    @Test
    void overwritesNothingThatIsWhereTheOldDataWouldGo() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Backups.folder(folder.resolve("data"));
        try (OutputStream out = Files.newOutputStream(backup)) {
            DataBackup.write(configuration("data"), folder, backup, out, NOW);
        }
        Files.createFile(folder.resolve("data.before-20261120T030000Z"));
        Map<String, String> before = Backups.look(folder);

        assertThatThrownBy(() -> DataRestore.run(configuration("data"), folder, backup, NOW))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("data.before-20261120T030000Z is there already");

        assertThat(Backups.look(folder)).isEqualTo(before);
    }

    @Test
    void undoesWhenTheNewFolderCannotTakeThePlace() throws Exception {
        Backups.folder(folder.resolve("data"));
        Map<String, String> before = Backups.look(folder);

        assertThatThrownBy(() -> DataRestore.swap(
                        folder.resolve("data"), folder.resolve("nothing"), folder.resolve("data.before")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("the data folder (" + folder.resolve("data") + ") could not be replaced");

        assertThat(Backups.look(folder)).isEqualTo(before);
    }

    private static DatabaseConfiguration configuration(String data) throws IOException {
        return new ObjectMapper().readValue("{\"folder\":\"" + data + "\"}", DatabaseConfiguration.class);
    }

    /** Returns the last number that was acknowledged and read. */
    private static int writeUntilKilled(Path data) throws Exception {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedServerTest.WritingProgram.class.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = program.inputReader()) {
            int last = -1;
            while (last < 50) {
                last = Integer.parseInt(String.valueOf(out.readLine()));
            }
            return last;
        } finally {
            program.destroyForcibly().waitFor();
        }
    }
}
