package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Puts a backup in place of the database that the program runs itself. */
final class RestoreCommand implements Command {

    private static final Option IN = Option.required("--in", "FILE", "backup で作ったファイル", "file that backup made");

    private final DatabaseUpkeep upkeep;

    RestoreCommand(DatabaseUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public Text summary() {
        return new Text(
                "バックアップからデータベースを戻します。それまでのデータは別のフォルダーに残ります。",
                "Puts a backup in place of the database; the data that was there is kept aside.");
    }

    @Override
    public List<Option> options() {
        return List.of(IN);
    }

    @Override
    public List<String> operands() {
        return List.of(ConfigurationArgument.SHOWN);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, IOException {
        Language language = arguments.language();
        Path configuration = ConfigurationArgument.of(arguments, console);
        Path in = arguments.path(IN);
        DatabaseUpkeep.Restored restored =
                upkeep.restore(configuration, in, console.clock().instant());
        DatabaseUpkeep.Copy copy = restored.copy();
        console.out()
                .println(language.of(new Text(
                        "復元しました: " + restored.folder() + "（作成 " + copy.madeAt() + "、Shirube " + copy.program() + "、"
                                + copy.files() + " ファイル）",
                        "restored: " + restored.folder() + " (made at " + copy.madeAt() + " by Shirube "
                                + copy.program() + ", " + copy.files() + " files)")));
        restored.aside()
                .ifPresent(aside -> console.out()
                        .println(language.of(new Text(
                                "それまでのデータ: " + aside + "（不要になったら削除してください）",
                                "the data that was there: " + aside + " (delete it once nobody needs it)"))));
        return ExitCode.FINE;
    }
}
