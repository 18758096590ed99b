package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes a backup of the database that the program runs itself. */
final class BackupCommand implements Command {

    private static final Option OUT =
            Option.required("--out", "FILE", "バックアップを書くファイル（.zip）", "file of the backup (.zip)");

    private final DatabaseUpkeep upkeep;

    BackupCommand(DatabaseUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public Text summary() {
        return new Text(
                "止まっているサービスのデータベースを1つのファイルに保存します。", "Saves the database of a service that is stopped in one file.");
    }

    @Override
    public List<Option> options() {
        return List.of(OUT);
    }

    @Override
    public List<String> operands() {
        return List.of(ConfigurationArgument.SHOWN);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Path configuration = ConfigurationArgument.of(arguments, console);
        Path out = arguments.path(OUT);
        try (OutputFile file = OutputFile.secret(out)) {
            DatabaseUpkeep.Copy copy = upkeep.backup(
                    configuration, out, file.stream(), console.clock().instant());
            file.finishOnDisk();
            console.out()
                    .println(arguments
                            .language()
                            .of(new Text(
                                    "保存しました: " + out + "（" + copy.files() + " ファイル、" + copy.mebibytes()
                                            + " MiB。顧客データを含むため、安全な場所に保管してください）",
                                    "saved: " + out + " (" + copy.files() + " files, " + copy.mebibytes()
                                            + " MiB; it holds customers' data, keep it safe)")));
            return ExitCode.FINE;
        }
    }
}
