package io.shirube.service.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration file a command is given, or else the one beside the program. */
final class ConfigurationArgument {

    static final String SHOWN = "[CONFIG]";

    private ConfigurationArgument() {}

    /** Returns the first operand, or {@code config.yml} at home without one. */
    static Path of(Arguments arguments, Console console) throws CouldNotRunException {
        Path configuration = arguments.operand(0).isPresent()
                ? Arguments.path(arguments.operand(0).get())
                : console.home().resolve("config.yml");
        if (!Files.isRegularFile(configuration)) {
            throw new CouldNotRunException(
                    "設定ファイルがありません: " + configuration, "there is no configuration file " + configuration);
        }
        return configuration;
    }
}
