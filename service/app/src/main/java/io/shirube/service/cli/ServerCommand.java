package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the service by a configuration file. */
final class ServerCommand implements Command {

    /** What to say while rules are compiled, refereed and warmed, which takes some seconds. */
    static final Text LOADING = new Text("shirube: ルールを読み込み、照合しています…", "shirube: reading and refereeing the rules…");

    private static final Logger LOG = LoggerFactory.getLogger(ServerCommand.class);

    private final ServiceStarter starter;

    ServerCommand(ServiceStarter starter) {
        this.starter = starter;
    }

    @Override
    public String name() {
        return "server";
    }

    @Override
    public Text summary() {
        return new Text("設定ファイルに従ってサービスを動かします。", "Runs the service by a configuration file.");
    }

    @Override
    public List<Option> options() {
        return List.of(Ports.PORT, Ports.ADMIN_PORT);
    }

    @Override
    public List<String> operands() {
        return List.of("CONFIG");
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, InterruptedException {
        Language language = arguments.language();
        Path configuration = Arguments.path(arguments.operand(0).orElseThrow());
        if (!Files.isRegularFile(configuration)) {
            throw new CouldNotRunException(
                    "設定ファイルがありません: " + configuration, "there is no configuration file " + configuration);
        }
        ServiceStarter.Running service = starter.start(configuration, Ports.wishes(arguments, true));
        say(language.of(LOADING), service, console);
        service.firstRules();
        say("shirube: " + service.address() + "  admin " + service.adminAddress(), service, console);
        advice(service.access(), configuration).ifPresent(text -> say(language.of(text), service, console));
        return ExitCode.FINE;
    }

    private static void say(String text, ServiceStarter.Running service, Console console) {
        if (service.logsForPrograms()) {
            LOG.info("{}", text);
        } else {
            console.err().println(text);
        }
    }

    /** Returns what to say of who may call, where that may surprise. */
    private static Optional<Text> advice(ServiceStarter.Access access, Path configuration) {
        String create = "./shirube keys create " + configuration + " --name NAME --role admin";
        return switch (access) {
            case KEYS -> Optional.empty();
            case OPEN ->
                Optional.of(new Text(
                        "shirube: auth.required が false のため、キーがなくても誰でもすべての操作ができます。",
                        "shirube: auth.required is false, so whoever reaches the port may do everything."));
            case NO_KEY ->
                Optional.of(new Text(
                        "shirube: API キーがまだないため、誰も呼び出せません。次のコマンドで最初のキーを作ってください。\n  " + create,
                        "shirube: there is no API key yet, so nobody may call. Make the first one:\n  " + create));
            case NO_KEY_STOP_FIRST ->
                Optional.of(new Text(
                        "shirube: API キーがまだないため、誰も呼び出せません。サービスを止め、次のコマンドで最初のキーを作ってから起動し直してください。\n  " + create,
                        "shirube: there is no API key yet, so nobody may call. Stop the service, make the first one, and"
                                + " start again:\n  " + create));
        };
    }
}
