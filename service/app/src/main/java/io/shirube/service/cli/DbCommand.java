package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.service.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Looks after the database: what it lacks, and bringing it up to date. */
final class DbCommand implements Command {

    private static final String MIGRATE = "migrate";
    private static final String STATUS = "status";

    private final DatabaseUpkeep upkeep;

    DbCommand(DatabaseUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "db";
    }

    @Override
    public Text summary() {
        return new Text(
                "データベースの状態を示し（status）、最新にします（migrate）。",
                "Tells what the database lacks (status) and brings it up to date (migrate).");
    }

    @Override
    public List<Option> options() {
        return List.of();
    }

    @Override
    public List<String> operands() {
        return List.of(MIGRATE + "|" + STATUS, "CONFIG");
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException {
        Language language = arguments.language();
        String what = arguments.operand(0).orElseThrow();
        Path configuration = Arguments.path(arguments.operand(1).orElseThrow());
        if (!what.equals(MIGRATE) && !what.equals(STATUS)) {
            throw new CouldNotRunException(
                    "db の後には migrate か status を指定してください: " + what
                            + NearestName.of(what, List.of(MIGRATE, STATUS))
                                    .map(it -> "（" + it + " のことですか？）")
                                    .orElse(""),
                    "after db comes migrate or status, not " + what + "."
                            + NearestName.of(what, List.of(MIGRATE, STATUS))
                                    .map(it -> " Did you mean " + it + "?")
                                    .orElse(""));
        }
        if (!Files.isRegularFile(configuration)) {
            throw new CouldNotRunException(
                    "設定ファイルがありません: " + configuration, "there is no configuration file " + configuration);
        }
        if (what.equals(MIGRATE)) {
            upkeep.migrate(configuration)
                    .forEach(step -> console.out().println(language.of(new Text("実行しました: " + step, "made: " + step))));
            console.out().println(language.of(new Text("データベースは最新です。", "The database is up to date.")));
            return ExitCode.FINE;
        }
        List<String> missing = upkeep.missing(configuration);
        missing.forEach(step -> console.out().println(language.of(new Text("未実行: " + step, "not made yet: " + step))));
        console.out()
                .println(language.of(
                        missing.isEmpty()
                                ? new Text("データベースは最新です。", "The database is up to date.")
                                : new Text(
                                        "./shirube db migrate " + configuration + " で最新になります。",
                                        "./shirube db migrate " + configuration + " brings it up to date.")));
        return missing.isEmpty() ? ExitCode.FINE : ExitCode.FINDINGS;
    }
}
