package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the service by a configuration file. */
final class ServerCommand implements Command {

    /** What to say while rules are compiled, refereed and warmed, which takes some seconds. */
    static final Text LOADING = new Text("shirube: ルールを読み込み、照合しています…", "shirube: reading and refereeing the rules…");

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
        console.err().println(language.of(LOADING));
        service.firstRules();
        console.err().println("shirube: " + service.address() + "  admin " + service.adminAddress());
        return ExitCode.FINE;
    }
}
