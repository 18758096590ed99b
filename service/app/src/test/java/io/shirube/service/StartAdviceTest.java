package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.shirube.service.auth.Role;
import io.shirube.service.cli.CommandLine;
import io.shirube.service.cli.Console;
import io.shirube.service.cli.ServiceStarter;
import io.shirube.service.cli.ServiceStarter.Access;
import io.shirube.service.rulesets.RulesState;
import io.shirube.service.rulesets.RulesStatus;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What a start says of who may call. */
class StartAdviceTest {

    private static final String KEY = "shk_" + "0".repeat(43);

    @TempDir
    Path home;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private boolean logsForPrograms;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NO_KEY_STOP_FIRST | en | Stop the service, make the first one, and start again:
            NO_KEY_STOP_FIRST | ja | サービスを止め、次のコマンドで最初のキーを作ってから起動し直してください。
            NO_KEY            | en | there is no API key yet, so nobody may call. Make the first one:
            NO_KEY            | ja | 次のコマンドで最初のキーを作ってください。
            """)
    void aServerWithoutKeysSaysHowToMakeTheFirst(Access access, String language, String sentence) throws Exception {
        Path configuration = Files.writeString(home.resolve("config.yml"), "{}");

        assertThat(run(access, "server", configuration.toString(), "--lang", language))
                .isZero();

        assertThat(err.toString(UTF_8))
                .contains(sentence)
                .contains("./shirube keys create " + configuration + " --name NAME --role " + Role.ADMIN.code());
    }

    @Test
    void aServerThatAsksForNoKeySaysSoAndOneWithKeysSaysNothing() throws Exception {
        Path configuration = Files.writeString(home.resolve("config.yml"), "{}");

        run(Access.KEYS, "server", configuration.toString());
        assertThat(err.toString(UTF_8)).doesNotContain("key");
        run(Access.OPEN, "server", configuration.toString());
        assertThat(err.toString(UTF_8))
                .contains("auth.required is false, so whoever reaches the port may do everything.");
    }

    @Test
    void aServerWhoseLogsAreForProgramsSaysItInTheLogSoThatEveryLineIsOne() throws Exception {
        Path configuration = Files.writeString(home.resolve("config.yml"), "{}");
        ListAppender<ILoggingEvent> lines = new ListAppender<>();
        Logger log = (Logger) LoggerFactory.getLogger("io.shirube.service.cli.ServerCommand");
        lines.start();
        log.addAppender(lines);
        log.setLevel(Level.INFO);
        logsForPrograms = true;
        try {
            run(Access.NO_KEY, "server", configuration.toString());
        } finally {
            log.detachAppender(lines);
            log.setLevel(null);
        }

        assertThat(err.toString(UTF_8)).isEmpty();
        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .anyMatch(text -> text.contains("http://127.0.0.1:8080"))
                .anyMatch(text -> text.contains("there is no API key yet"));
    }

    @Test
    void aDemoPrintsAKeyOnlyWhereOneIsNeeded() throws Exception {
        Files.writeString(home.resolve("config.yml"), "{}");

        run(Access.OPEN, "demo");
        assertThat(out.toString(UTF_8))
                .contains("none is needed (auth.required is false)")
                .doesNotContain("Authorization");
        run(Access.NO_KEY_STOP_FIRST, "demo");
        assertThat(out.toString(UTF_8))
                .contains(KEY + " (admin; it counts until demo starts again)")
                .contains("-H 'Authorization: Bearer " + KEY + "'");
    }

    private int run(Access access, String... words) {
        Console console = new Console(
                InputStream.nullInputStream(),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                home,
                Clock.systemUTC());
        ServiceStarter starter = (configuration, wishes) -> new FakeRunning(home, access, logsForPrograms);
        return new CommandLine(starter, new ConfiguredDatabase(), new ConfiguredKeys(Clock.systemUTC()))
                .run(List.of(words), console);
    }

    /** A service that runs nothing. */
    private record FakeRunning(Path home, Access access, boolean logsForPrograms) implements ServiceStarter.Running {

        @Override
        public URI address() {
            return URI.create("http://127.0.0.1:8080");
        }

        @Override
        public URI adminAddress() {
            return URI.create("http://127.0.0.1:8081");
        }

        @Override
        public String demoKey() {
            return KEY;
        }

        @Override
        public RulesStatus firstRules() {
            return new RulesStatus(RulesState.NO_RULES, home, null, null);
        }
    }
}
