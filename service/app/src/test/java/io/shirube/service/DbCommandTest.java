package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.service.db.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

class DbCommandTest {

    @TempDir
    Path folder;

    private Path configuration;
    private PGSimpleDataSource database = new PGSimpleDataSource();
    private final Shell shell = new Shell();

    @BeforeEach
    void anEmptyDatabase() throws IOException {
        configuration = folder.resolve("config.yml");
        database = TestDatabase.empty();
        Files.writeString(configuration, TestDatabase.configuration(database), UTF_8);
    }

    @Test
    void tellsWhatIsMissingMakesItAndTellsThatNothingIs() throws SQLException {
        assertThat(shell.run("db", "status", configuration.toString())).isEqualTo(1);
        assertThat(shell.out()).startsWith("not made yet: 1-book").contains("./shirube db migrate " + configuration);
        assertThat(tables()).as("tables that asking made").isZero();

        assertThat(shell.run("db", "migrate", configuration.toString(), "--lang", "ja"))
                .isZero();
        assertThat(shell.out()).startsWith("実行しました: 1-book").endsWith("データベースは最新です。\n");

        assertThat(shell.run("db", "status", configuration.toString())).isZero();
        assertThat(shell.out()).isEqualTo("The database is up to date.\n");
    }

    @Test
    void theServiceDoesNotStartOnADatabaseThatLacksSteps() {
        assertThat(shell.run("server", configuration.toString())).isEqualTo(2);
        assertThat(shell.err())
                .contains("steps of the database are not made yet. Run ./shirube db migrate config.yml.");
    }

    @Test
    void saysWhatItCannotDo() throws IOException {
        assertThat(shell.run("db", "migrat", configuration.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("Did you mean migrate?");
        assertThat(shell.run("db", "status")).isEqualTo(2);
        assertThat(shell.err()).contains("CONFIG is missing.");
        assertThat(shell.run("db", "status", folder.resolve("none.yml").toString()))
                .isEqualTo(2);
        assertThat(shell.err()).contains("there is no configuration file");
        Files.writeString(
                configuration, "database: {url: \"jdbc:postgresql://127.0.0.1:1/none\", user: nobody}\n", UTF_8);
        assertThat(shell.run("db", "status", configuration.toString())).isEqualTo(2);
        assertThat(shell.err()).contains("the database could not be asked").contains("127.0.0.1:1");
    }

    @Test
    void askingForTheStateOfADatabaseThatIsNotThereYetMakesNone() throws IOException {
        Files.writeString(configuration, "database: {folder: accounts}\n", UTF_8);

        assertThat(shell.run("db", "status", configuration.toString())).isEqualTo(1);

        assertThat(shell.out()).startsWith("not made yet: 1-book");
        assertThat(folder.resolve("accounts")).doesNotExist();
    }

    private int tables() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet count =
                        statement.executeQuery("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")) {
            count.next();
            return count.getInt(1);
        }
    }
}
