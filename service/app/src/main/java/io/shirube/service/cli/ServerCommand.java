package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs the service by a configuration file. */
final class ServerCommand implements Command {

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
    public String operand() {
        return "CONFIG";
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, InterruptedException {
        arguments.language();
        Path configuration = Arguments.path(arguments.operand().orElseThrow());
        if (!Files.isRegularFile(configuration)) {
            throw new CouldNotRunException(
                    "設定ファイルがありません: " + configuration, "there is no configuration file " + configuration);
        }
        ServiceStarter.Running service = starter.start(configuration, Ports.wishes(arguments, true));
        service.firstRules();
        console.err().println("shirube: " + service.address() + "  admin " + service.adminAddress());
        return ExitCode.FINE;
    }
}
