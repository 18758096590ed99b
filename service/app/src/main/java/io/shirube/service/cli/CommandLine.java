package io.shirube.service.cli;

import io.shirube.engine.ProgramVersion;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.io.sheet.UnreadableFileException;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one command line: finds the command, reads its arguments, says what went wrong. */
public final class CommandLine {

    private static final Logger LOG = LoggerFactory.getLogger(CommandLine.class);
    private static final String HELP = "--help";

    private final List<Command> commands;

    public CommandLine(ServiceStarter starter, DatabaseUpkeep upkeep, KeyUpkeep keys) {
        this.commands = List.of(
                new DemoCommand(starter),
                new ServerCommand(starter),
                new DbCommand(upkeep),
                new BackupCommand(upkeep),
                new RestoreCommand(upkeep),
                new KeysCommand(keys),
                new CheckCommand(),
                new TestCommand(),
                new DecideCommand(),
                new BatchCommand(),
                new SimulateCommand(),
                new IndicatorsCommand(),
                new InsightCommand(),
                new GenerateCommand(),
                new MapCommand(),
                new OpenApiCommand());
    }

    /** Runs it and returns the exit code. */
    public int run(List<String> arguments, Console console) {
        Language language = Arguments.languageOf(arguments);
        Help help = new Help(commands, language);
        if (arguments.isEmpty()) {
            console.err().print(help.overview());
            return ExitCode.COULD_NOT_RUN;
        }
        String first = arguments.get(0);
        List<String> rest = arguments.subList(1, arguments.size());
        return switch (first) {
            case "--version" -> say(console, "shirube " + ProgramVersion.current() + System.lineSeparator());
            case HELP, "-h", "help" -> say(console, help.overview());
            default -> {
                Optional<Command> command = commands.stream()
                        .filter(known -> known.name().equals(first))
                        .findFirst();
                if (command.isEmpty()) {
                    console.err().println("shirube: " + language.of(unknown(first)));
                    console.err().print(help.overview());
                    yield ExitCode.COULD_NOT_RUN;
                }
                yield rest.contains(HELP) || rest.contains("-h")
                        ? say(console, help.of(command.get()))
                        : run(command.get(), rest, console, language);
            }
        };
    }

    private static int say(Console console, String text) {
        console.out().print(text);
        console.out().flush();
        return ExitCode.FINE;
    }

    private Text unknown(String name) {
        Optional<String> meant =
                NearestName.of(name, commands.stream().map(Command::name).toList());
        return new Text(
                "コマンド '" + name + "' はありません。" + meant.map(it -> it + " のことですか？").orElse(""),
                "unknown command '" + name + "'."
                        + meant.map(it -> " Did you mean " + it + "?").orElse(""));
    }

    @SuppressWarnings("CatchThrowable") // because whatever happens, the exit code must say that the command did not run
    private static int run(Command command, List<String> rest, Console console, Language language) {
        try {
            List<Option> options = new ArrayList<>(command.options());
            options.add(Option.LANG);
            return command.run(Arguments.read(command, options, rest), console);
        } catch (CouldNotRunException e) {
            return stop(command, console, language, e.text());
        } catch (UnreadableFileException e) {
            return stop(command, console, language, e.text());
        } catch (NoSuchFileException e) {
            return stop(
                    command, console, language, new Text("ファイルがありません: " + e.getFile(), "there is no " + e.getFile()));
        } catch (AccessDeniedException e) {
            return stop(
                    command,
                    console,
                    language,
                    new Text("読み書きする権限がありません: " + e.getFile(), "no permission to use " + e.getFile()));
        } catch (IOException e) {
            String reason = String.valueOf(e.getMessage());
            return stop(
                    command,
                    console,
                    language,
                    new Text("読み書きに失敗しました: " + reason, "reading or writing failed: " + reason));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.COULD_NOT_RUN;
        } catch (Throwable e) {
            LOG.error("{}", command.name(), e);
            return stop(
                    command,
                    console,
                    language,
                    new Text(
                            "予期しないエラーが起きました。上のログを添えて開発元に報告してください。",
                            "something unexpected went wrong; report it together with the log above"));
        }
    }

    private static int stop(Command command, Console console, Language language, Text why) {
        console.out().flush();
        console.err().println("shirube " + command.name() + ": " + language.of(why));
        return ExitCode.COULD_NOT_RUN;
    }
}
