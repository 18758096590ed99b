package io.shirube.service.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class EmbeddedServerTest {

    @TempDir
    Path folder;

    private final List<Process> programs = new ArrayList<>();

    @AfterEach
    void endPrograms() throws InterruptedException {
        for (Process program : programs) {
            program.destroyForcibly().waitFor();
        }
    }

    @Test
    void keepsWhatWasWrittenAndIsDurable() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(setting(server, "fsync")).isEqualTo("on");
            assertThat(setting(server, "synchronous_commit")).isEqualTo("on");
            assertThat(setting(server, "full_page_writes")).isEqualTo("on");
            assertThat(setting(server, "server_encoding")).isEqualTo("UTF8");
            execute(server, "CREATE TABLE kept (n int)");
            execute(server, "INSERT INTO kept VALUES (7)");
        }
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(one(server, "SELECT n FROM kept")).isEqualTo("7");
        }
    }

    @Test
    void letsNobodyInWithoutThePassword() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            PGSimpleDataSource stranger = server.source();
            stranger.setPassword("guessed");

            assertThatThrownBy(stranger::getConnection).hasMessageContaining("password authentication failed");
            assertThat(Files.getPosixFilePermissions(folder.resolve("password")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void asksForThePasswordFromItsFirstMomentOn() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(one(server, "SELECT count(*) FROM pg_hba_file_rules")).isEqualTo("2");
            assertThat(one(server, "SELECT count(*) FROM pg_hba_file_rules WHERE auth_method = 'scram-sha-256'"))
                    .isEqualTo("2");
            assertThat(one(server, "SELECT pg_conf_load_time() <= pg_postmaster_start_time()"))
                    .as("nothing was set once it ran")
                    .isEqualTo("t");
        }
    }

    @Test
    void servesTheLastRequestsOfAProgramThatEnds() throws Exception {
        Process program = programOf(EndingProgram.class, folder);

        assertThat(program.inputReader().lines().toList()).containsExactly("wrote until the end", "closed");
        assertThat(program.waitFor()).isZero();
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void stopsWithAProgramThatEndsWithoutClosingIt() throws Exception {
        Process program = programOf(WritingProgram.class, folder);
        lastLine(program);

        program.toHandle().destroy();

        // because what nobody reads would hold it up
        program.inputReader().lines().forEach(line -> {});
        program.waitFor();
        assertThat(folder.resolve("postgresql/postmaster.pid")).doesNotExist();
    }

    @Test
    void takesOverFromAProgramThatWasKilled() throws Exception {
        Process program = programOf(WritingProgram.class, folder);
        String written = lastLine(program);
        long orphan = Long.parseLong(
                Files.readAllLines(folder.resolve("postgresql/postmaster.pid")).get(0));
        program.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(orphan)).as("the server lives on").isPresent();

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(ProcessHandle.of(orphan)).isEmpty();
            assertThat(Integer.parseInt(one(server, "SELECT max(n) FROM written")))
                    .as("what was acknowledged before the kill")
                    .isGreaterThanOrEqualTo(Integer.parseInt(written));
        }
    }

    @Test
    void makesAnewWhatAFirstStartLeftHalfMade() throws Exception {
        Files.createDirectories(folder.resolve("postgresql/base"));
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), "18\n");

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
    }

    @Test
    void leavesAServerAloneThatOnlyHasANumberFromTheFile() throws Exception {
        EmbeddedServer.start(folder).close();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        programs.add(stranger);
        Files.writeString(folder.resolve("postgresql/postmaster.pid"), stranger.pid() + "\n");

        try (EmbeddedServer server = EmbeddedServer.start(folder)) {
            assertThat(one(server, "SELECT 1")).isEqualTo("1");
        }
        assertThat(stranger.isAlive()).isTrue();
    }

    @Test
    void refusesAFolderThatAnotherProgramUses() throws Exception {
        Process program = programOf(WritingProgram.class, folder);
        lastLine(program);

        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("another Shirube uses the data folder (" + folder + ")");
    }

    @Test
    void refusesFilesOfAnotherVersion() throws IOException {
        Files.createDirectories(folder.resolve("postgresql"));
        Files.writeString(folder.resolve("postgresql/PG_VERSION"), "17\n");

        assertThatThrownBy(() -> EmbeddedServer.start(folder))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("the data is of PostgreSQL 17");
        assertThat(folder.resolve("postgresql/PG_VERSION")).hasContent("17\n");
    }

    private Process programOf(Class<?> main, Path data) throws IOException {
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        main.getName(),
                        data.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        programs.add(program);
        return program;
    }

    /** Waits for some acknowledged writes and returns the last that was read. */
    private static String lastLine(Process program) throws IOException {
        BufferedReader out = program.inputReader();
        String last = "";
        for (int i = 0; i < 50; i++) {
            last = String.valueOf(out.readLine());
        }
        return last;
    }

    /** Writes numbers one by one and prints each once its commit was acknowledged, until it is killed. */
    static final class WritingProgram {

        private WritingProgram() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
            execute(server, "CREATE TABLE written (n int)");
            try (Connection connection = server.source().getConnection();
                    Statement statement = connection.createStatement()) {
                for (int n = 0; ; n++) {
                    statement.execute("INSERT INTO written VALUES (" + n + ")");
                    System.out.println(n);
                }
            }
        }
    }

    /** Ends at once, but goes on writing for two seconds while it does, as requests in progress would. */
    static final class EndingProgram {

        private static final long TWO_SECONDS = 2_000_000_000L;

        private EndingProgram() {}

        public static void main(String[] arguments) throws Exception {
            EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
            server.leaveEndToCaller();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server)));
        }

        private static void end(EmbeddedServer server) {
            try {
                execute(server, "CREATE TABLE written (n int)");
                long end = System.nanoTime() + TWO_SECONDS;
                while (System.nanoTime() < end) {
                    execute(server, "INSERT INTO written VALUES (1)");
                }
                System.out.println("wrote until the end");
            } catch (Exception e) {
                System.out.println(e);
            }
            server.close();
            System.out.println("closed");
        }
    }

    private static String setting(EmbeddedServer server, String name) throws Exception {
        return one(server, "SELECT current_setting('" + name + "')");
    }

    private static String one(EmbeddedServer server, String query) throws Exception {
        try (Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }

    private static void execute(EmbeddedServer server, String sql) throws Exception {
        try (Connection connection = server.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
