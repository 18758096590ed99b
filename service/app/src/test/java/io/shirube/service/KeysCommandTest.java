package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.db.TestDatabase;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.ds.PGSimpleDataSource;

class KeysCommandTest {

    private static final Pattern SECRET = Pattern.compile("shk_[0-9A-Za-z]{43}");

    @TempDir
    Path folder;

    private Path configuration;
    private final Shell shell = new Shell();

    @BeforeEach
    void aDatabase() throws IOException {
        configuration = folder.resolve("config.yml");
        write(TestDatabase.migrated());
    }

    private void write(PGSimpleDataSource database) throws IOException {
        Files.writeString(configuration, TestDatabase.configuration(database), UTF_8);
    }

    @Test
    void printsANewKeyAloneListsItWithoutItsSecretAndRevokesIt() {
        assertThat(run("list")).isZero();
        assertThat(shell.out()).isEmpty();
        assertThat(shell.err()).contains("There are no keys yet. ./shirube keys create " + configuration);

        assertThat(run("create", "--name", "our CRM", "--role", "crm", "--days", "90"))
                .isZero();
        assertThat(shell.out().strip()).matches(SECRET);
        assertThat(shell.err()).contains("Made key 1. It is shown this once only.");
        String secret = shell.out().strip();

        assertThat(run("list")).isZero();
        assertThat(shell.out())
                .startsWith("1\tour CRM\tcrm\tactive\t" + secret.substring(0, 10) + "…\tcreated 2")
                .contains("\texpires 2")
                .endsWith("\tlast used never\n")
                .doesNotContain(secret);

        assertThat(run("revoke", "1", "--lang", "ja")).isZero();
        assertThat(shell.out()).isEqualTo("キー 1（our CRM）を失効させました。動作中のほかのサービスでも30秒以内に使えなくなります。\n");
        assertThat(run("list", "--lang", "ja")).isZero();
        assertThat(shell.out()).startsWith("1\tour CRM\tcrm\t失効\t");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            creat                           | after keys comes create, list or revoke, not creat. Did you mean create?
            create --role crm               | --name must be a name of 1 to 100 characters.
            create --name a                 | --role must be one of crm, ops, manager, admin.
            create --name a --role admn     | Did you mean admin?
            create --name a --role crm --days 0 | --days must be a whole number from 1 to 36500, not 0.
            revoke                          | revoke needs the id of a key
            revoke x                        | revoke needs the id of a key
            revoke 7                        | there is no key with the id 7; ./shirube keys list
            """)
    void saysWhatItCannotDoAndMakesNothing(String words, String why) {
        String[] all = words.split(" ", -1);
        String[] rest = Arrays.copyOfRange(all, 1, all.length);

        assertThat(run(all[0], rest)).isEqualTo(2);

        assertThat(shell.err()).contains(why);
        assertThat(run("list")).isZero();
        assertThat(shell.out()).isEmpty();
    }

    @Test
    void refusesADatabaseThatLacksSteps() throws IOException {
        write(TestDatabase.empty());

        assertThat(run("list")).isEqualTo(2);
        assertThat(shell.err())
                .contains("steps of the database are not made yet. Run ./shirube db migrate config.yml.");
    }

    @Test
    void saysToUseRestWhileAServiceHoldsTheDataFolder() throws IOException {
        Files.writeString(configuration, "database: {folder: data}\n", UTF_8);
        Files.createDirectories(folder.resolve("data"));
        try (FileChannel held = FileChannel.open(
                        folder.resolve("data/lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = held.lock()) {
            assertThat(lock.isValid()).isTrue();
            assertThat(run("create", "--name", "a", "--role", "admin")).isEqualTo(2);
        }

        assertThat(shell.out()).isEmpty();
        assertThat(shell.err())
                .contains("a running service holds the data folder (" + folder.resolve("data") + ")."
                        + " Use its /api/v1/keys with an admin key, or stop the service first.");
    }

    private int run(String verb, String... rest) {
        String[] arguments = new String[rest.length + 3];
        arguments[0] = "keys";
        arguments[1] = verb;
        arguments[2] = configuration.toString();
        System.arraycopy(rest, 0, arguments, 3, rest.length);
        return shell.run(arguments);
    }
}
