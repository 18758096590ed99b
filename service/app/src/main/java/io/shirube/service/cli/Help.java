package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import java.util.ArrayList;
import java.util.List;

/** Writes how the commands are used, in one language. */
final class Help {

    private final List<Command> commands;
    private final Language language;

    Help(List<Command> commands, Language language) {
        this.commands = commands;
        this.language = language;
    }

    /** Returns all commands, a line each. */
    String overview() {
        StringBuilder text = new StringBuilder(say("使い方: shirube コマンド [引数]", "usage: shirube COMMAND [ARGUMENTS]"))
                .append(" | --version | --help\n\n");
        for (Command command : commands) {
            text.append(String.format("  %-10s %s%n", command.name(), language.of(command.summary())));
        }
        return text.append('\n')
                .append(say(
                        "各コマンドの詳細は shirube コマンド --help、日本語の表示は --lang ja です。",
                        "shirube COMMAND --help tells more of one; --lang ja speaks Japanese."))
                .append(say(
                        " 終了コード: 0 正常、1 指摘や失敗あり、2 実行できず",
                        " Exit codes: 0 fine, 1 findings or failures, 2 could not run"))
                .append('\n')
                .toString();
    }

    /** Returns how one command is used. */
    String of(Command command) {
        StringBuilder text = new StringBuilder(say("使い方: shirube ", "usage: shirube ")).append(command.name());
        command.operands().forEach(operand -> text.append(' ').append(operand));
        List<Option> options = new ArrayList<>(command.options());
        options.add(Option.LANG);
        for (Option option : options) {
            text.append(' ').append(option.required() ? option.shown() : "[" + option.shown() + "]");
        }
        text.append("\n\n").append(language.of(command.summary())).append("\n\n");
        for (Option option : options) {
            text.append(String.format("  %-28s %s%n", option.shown(), language.of(option.help())));
        }
        return text.toString();
    }

    private String say(String ja, String en) {
        return language.of(new Text(ja, en));
    }
}
