package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.db.EmbeddedServer;
import io.shirube.service.testing.Backups;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BackupCommandTest {

    private static final byte[] SOME = "some".getBytes(UTF_8);

    @TempDir
    Path folder;

    private Path configuration;
    private Path data;
    private Path backup;
    private final Shell shell = new Shell();

    @BeforeEach
    void someData() throws IOException {
        configuration = Files.writeString(folder.resolve("config.yml"), "database: {folder: accounts}\n", UTF_8);
        data = folder.resolve("accounts");
        backup = folder.resolve("backup.zip");
        Backups.folder(data);
    }

    @Test
    void putsBackWhatWasSavedAndKeepsAsideWhatWasThere() throws IOException {
        Map<String, String> saved = Backups.look(data);
        assertThat(shell.run("backup", configuration.toString(), "--out", backup.toString()))
                .as(shell.err())
                .isZero();
        assertThat(shell.out()).startsWith("saved: " + backup + " (4 files, ");
        assertThat(Files.getPosixFilePermissions(backup))
                .as("customers' data is nobody else's")
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        Files.writeString(data.resolve("password"), "changed since");
        Map<String, String> changed = Backups.look(data);

        assertThat(shell.run("restore", configuration.toString(), "--in", backup.toString()))
                .as(shell.err())
                .isZero();

        Map<String, String> restored = new HashMap<>(Backups.look(data));
        assertThat(restored.remove("restore"))
                .as("by which the service notices")
                .isNotNull();
        assertThat(restored).as("an empty folder too").isEqualTo(saved).containsKey("postgresql/pg_notify");
        assertThat(Files.getPosixFilePermissions(data.resolve("postgresql")))
                .as("the server refuses any other")
                .containsExactlyInAnyOrder(
                        PosixFilePermission.OWNER_READ,
                        PosixFilePermission.OWNER_WRITE,
                        PosixFilePermission.OWNER_EXECUTE);
        Path aside = only("accounts.before-");
        assertThat(shell.out()).contains("the data that was there: " + aside);
        assertThat(Backups.look(aside)).isEqualTo(changed);
        assertThat(folder.resolve("accounts.restoring")).doesNotExist();
    }

    @Test
    void restoresToWhereNothingWas() throws IOException {
        Files.write(backup, Backups.honest().bytes());
        Files.writeString(configuration, "database: {folder: elsewhere/new}\n", UTF_8);

        assertThat(shell.run("restore", configuration.toString(), "--in", backup.toString(), "--lang", "ja"))
                .as(shell.err())
                .isZero();

        assertThat(shell.out()).startsWith("復元しました: ").doesNotContain("それまでのデータ");
        assertThat(folder.resolve("elsewhere/new/password")).hasContent("secret");
        try (Stream<Path> all = Files.list(folder.resolve("elsewhere"))) {
            assertThat(all).containsExactly(folder.resolve("elsewhere/new"));
        }
    }

    static Stream<Arguments> unfit() throws IOException {
        byte[] honest = Backups.honest().bytes();
        byte[] flipped = honest.clone();
        flipped[honest.length / 2] ^= 1;
        String tampered = "is damaged or was tampered with";
        return Stream.of(
                Arguments.of(
                        "a file that is something else", "account,name\n".getBytes(UTF_8), "is no backup of Shirube"),
                Arguments.of("an empty file", new byte[0], "is no backup of Shirube"),
                Arguments.of("one bit is another", flipped, tampered),
                Arguments.of("cut short", Arrays.copyOf(honest, honest.length / 2), tampered),
                Arguments.of(
                        "other bytes",
                        Backups.honest().holding("password", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "a file is missing",
                        Backups.honest().lacking("password").bytes(),
                        tampered),
                Arguments.of(
                        "a file too many",
                        Backups.honest().holding("more", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "a way up",
                        Backups.honest().with("postgresql/../../out", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "a way up from the root",
                        Backups.honest().with("../out", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "a folder on a way up",
                        Backups.honest().alsoFolder("..").with("../out", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "an absolute name", Backups.honest().with("/out", SOME).bytes(), tampered),
                Arguments.of("a drive", Backups.honest().with("C:out", SOME).bytes(), tampered),
                Arguments.of(
                        "a backslash", Backups.honest().with("..\\\\out", SOME).bytes(), tampered),
                Arguments.of(
                        "a folder that is not listed",
                        Backups.honest().with("other/file", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "a file that is a folder too",
                        Backups.honest().with("postgresql", SOME).bytes(),
                        tampered),
                Arguments.of(
                        "far more bytes than it says",
                        Backups.honest()
                                .holding("password", new byte[200 << 20])
                                .bytes(),
                        tampered),
                Arguments.of(
                        "no password",
                        Backups.honest().without("password").bytes(),
                        "lacks a file that a database needs (password)"),
                Arguments.of(
                        "no control file",
                        Backups.honest().without("postgresql/global/pg_control").bytes(),
                        "lacks a file that a database needs (postgresql/global/pg_control)"),
                Arguments.of(
                        "another PostgreSQL",
                        Backups.honest().ofServer("17").bytes(),
                        "is of PostgreSQL 17, which this Shirube (PostgreSQL 18) cannot open"),
                Arguments.of(
                        "another PostgreSQL that it does not tell",
                        Backups.honest()
                                .with("postgresql/PG_VERSION", "17\n".getBytes(UTF_8))
                                .bytes(),
                        "the data is of PostgreSQL 17"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unfit")
    void aBackupThatIsNotWholeChangesNothing(String story, byte[] bytes, String said) throws IOException {
        Files.write(backup, bytes);
        Map<String, String> before = Backups.look(folder);

        assertThat(shell.run("restore", configuration.toString(), "--in", backup.toString()))
                .isEqualTo(2);

        assertThat(shell.err()).contains(said);
        assertThat(Backups.look(folder)).isEqualTo(before);
    }

    @Test
    void refusesALinkInTheDataFolderAndLeavesNoHalfOfABackup() throws IOException {
        Files.writeString(folder.resolve("target"), "elsewhere");
        Files.createSymbolicLink(data.resolve("postgresql/link"), folder.resolve("target"));

        assertThat(shell.run("backup", configuration.toString(), "--out", backup.toString()))
                .isEqualTo(2);

        assertThat(shell.err()).contains("postgresql/link in the data folder cannot be backed up");
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("accounts", "config.yml", "target");
        }
    }

    @Test
    void refusesBothWhileAServiceUsesTheFolder() throws Exception {
        Files.write(backup, Backups.honest().bytes());
        Path used = folder.resolve("used");
        Files.writeString(configuration, "database: {folder: used}\n", UTF_8);
        try (EmbeddedServer server = EmbeddedServer.start(used)) {
            assertThat(server).isNotNull();
            assertThat(shell.run(
                            "backup",
                            configuration.toString(),
                            "--out",
                            folder.resolve("new.zip").toString()))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("a service uses the data folder (" + used + "). Stop it, then try again.");
            assertThat(folder.resolve("new.zip")).doesNotExist();

            assertThat(shell.run("restore", configuration.toString(), "--in", backup.toString(), "--lang", "ja"))
                    .isEqualTo(2);
            assertThat(shell.err()).contains("サービスがデータのフォルダー（" + used + "）を使っています。");
            assertThat(used.resolve("postgresql/postmaster.pid")).exists();
        }
    }

    @Test
    void tellsThatThereIsNothingToSave() throws IOException {
        Files.writeString(configuration, "database: {folder: nothing}\n", UTF_8);

        assertThat(shell.run("backup", configuration.toString(), "--out", backup.toString()))
                .isEqualTo(2);

        assertThat(shell.err())
                .contains("there is nothing in the data folder (" + folder.resolve("nothing") + ") yet.");
        assertThat(folder.resolve("nothing")).doesNotExist();
    }

    @Test
    void tellsTheCommandForAnExternalDatabase() throws IOException {
        Files.writeString(
                configuration,
                "database: {url: \"jdbc:postgresql://db.example:5433/book\", user: cs ops, password: hidden}\n",
                UTF_8);

        assertThat(shell.run("backup", configuration.toString(), "--out", "b.dump"))
                .isEqualTo(2);
        assertThat(shell.err())
                .contains("\n  pg_dump --format=custom --file=b.dump --host=db.example --port=5433"
                        + " --username='cs ops' --dbname=book\n")
                .doesNotContain("hidden");

        assertThat(shell.run("restore", configuration.toString(), "--in", "b.dump"))
                .isEqualTo(2);
        assertThat(shell.err())
                .contains("\n  pg_restore --clean --if-exists --single-transaction --host=db.example --port=5433"
                        + " --username='cs ops' --dbname=book b.dump\n")
                .doesNotContain("hidden");
    }

    private Path only(String prefix) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(path -> path.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
