package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.io.Explain;
import io.shirube.service.language.Language;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arguments of one command, read by its options. */
final class Arguments {

    private final Map<String, String> values;
    private final Map<String, List<String>> all;
    private final List<String> operands;

    private Arguments(Map<String, String> values, Map<String, List<String>> all, List<String> operands) {
        this.values = values;
        this.all = all;
        this.operands = List.copyOf(operands);
    }

    /**
     * Reads what follows a command's name, {@code --name value} and {@code --name=value} alike.
     *
     * @throws CouldNotRunException for the first argument the command does not take
     */
    static Arguments read(Command command, List<Option> options, List<String> arguments) throws CouldNotRunException {
        Map<String, String> values = new HashMap<>();
        Map<String, List<String>> all = new HashMap<>();
        List<String> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                requireExpected(command, operands, argument);
                operands.add(argument);
                continue;
            }
            String[] parts = argument.split("=", 2);
            Option option = find(options, parts[0]);
            if (option.value() == null) {
                values.put(option.name(), "");
            } else if (parts.length == 2) {
                values.put(option.name(), parts[1]);
            } else if (i + 1 < arguments.size()) {
                values.put(option.name(), arguments.get(++i));
            } else {
                throw wrong(
                        option.name() + " には値が必要です: " + option.shown(),
                        option.name() + " needs a value: " + option.shown());
            }
            all.computeIfAbsent(option.name(), name -> new ArrayList<>()).add(values.getOrDefault(option.name(), ""));
        }
        requireAll(command, options, values, operands);
        return new Arguments(values, all, operands);
    }

    private static void requireExpected(Command command, List<String> before, String argument)
            throws CouldNotRunException {
        if (before.size() >= command.operands().size()) {
            throw wrong("余分な引数です: " + argument, "unexpected argument: " + argument);
        }
    }

    private static Option find(List<Option> options, String name) throws CouldNotRunException {
        for (Option option : options) {
            if (option.name().equals(name)) {
                return option;
            }
        }
        Optional<String> meant =
                NearestName.of(name, options.stream().map(Option::name).toList());
        throw wrong(
                "オプション " + name + " はありません。" + meant.map(it -> it + " のことですか？").orElse(""),
                "there is no option " + name + "."
                        + meant.map(it -> " Did you mean " + it + "?").orElse(""));
    }

    private static void requireAll(
            Command command, List<Option> options, Map<String, String> values, List<String> operands)
            throws CouldNotRunException {
        for (Option option : options) {
            if (option.required() && !values.containsKey(option.name())) {
                throw wrong("必須の " + option.shown() + " がありません。", option.shown() + " is missing.");
            }
        }
        for (String wanted :
                command.operands().subList(operands.size(), command.operands().size())) {
            if (!wanted.startsWith("[")) {
                throw wrong("必須の " + wanted + " がありません。", wanted + " is missing.");
            }
        }
    }

    private static CouldNotRunException wrong(String ja, String en) {
        return new CouldNotRunException(ja, en);
    }

    /** Returns an argument by its place from 0. */
    Optional<String> operand(int place) {
        return place < operands.size() ? Optional.of(operands.get(place)) : Optional.empty();
    }

    boolean has(Option option) {
        return values.containsKey(option.name());
    }

    Optional<String> value(Option option) {
        return Optional.ofNullable(values.get(option.name()));
    }

    /** Returns every value of an option that may be given several times, in their order. */
    List<String> values(Option option) {
        return List.copyOf(all.getOrDefault(option.name(), List.of()));
    }

    /** Returns the value of a required option. */
    String required(Option option) {
        return value(option).orElseThrow(() -> new IllegalArgumentException(option.name() + " is not required"));
    }

    Path path(Option option) throws CouldNotRunException {
        return path(required(option));
    }

    static Path path(String written) throws CouldNotRunException {
        try {
            return Path.of(written);
        } catch (InvalidPathException e) {
            throw wrong("ファイル名として使えません: " + written, "not the name of a file: " + written);
        }
    }

    /** Returns a whole number within a range. */
    Optional<Long> number(Option option, long least, long most) throws CouldNotRunException {
        String written = values.get(option.name());
        if (written == null) {
            return Optional.empty();
        }
        try {
            long number = Long.parseLong(written);
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException notANumber) {
            // said below, together with what is out of range
        }
        throw wrong(
                option.name() + " は " + least + " 以上 " + most + " 以下の整数で指定してください: " + written,
                option.name() + " must be a whole number from " + least + " to " + most + ", not " + written + ".");
    }

    Optional<LocalDate> date(Option option) throws CouldNotRunException {
        String written = values.get(option.name());
        if (written == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(written));
        } catch (DateTimeParseException e) {
            throw wrong(
                    option.name() + " は 2026-11-20 の形の日付で指定してください: " + written,
                    option.name() + " must be a day such as 2026-11-20, not " + written + ".");
        }
    }

    Language language() throws CouldNotRunException {
        return language(values.get(Option.LANG.name()));
    }

    private static Language language(@Nullable String written) throws CouldNotRunException {
        if (written == null) {
            return Language.EN;
        }
        return Language.tagged(written)
                .orElseThrow(() -> wrong(
                        "--lang は ja か en で指定してください: " + written, "--lang must be ja or en, not " + written + "."));
    }

    Explain explain() throws CouldNotRunException {
        String written = values.get(Option.EXPLAIN.name());
        if (written == null) {
            return Explain.REASONS;
        }
        return Explain.of(written)
                .orElseThrow(() -> wrong(
                        "--explain は none、reasons、full のどれかで指定してください: " + written,
                        "--explain must be none, reasons or full, not " + written + "."));
    }

    /** Returns whether JSON is wanted rather than text. */
    boolean json(Option format) throws CouldNotRunException {
        String written = value(format).orElse("text");
        if (!written.equals("text") && !written.equals("json")) {
            throw wrong(
                    format.name() + " は text か json で指定してください: " + written,
                    format.name() + " must be text or json, not " + written + ".");
        }
        return written.equals("json");
    }

    /** Returns the language asked for anywhere in a command line, as far as it can be understood. */
    static Language languageOf(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            if (argument.startsWith("--lang=")) {
                return Language.tagged(argument.substring("--lang=".length())).orElse(Language.EN);
            }
            if (argument.equals("--lang") && i + 1 < arguments.size()) {
                return Language.tagged(arguments.get(i + 1)).orElse(Language.EN);
            }
        }
        return Language.EN;
    }

    /** Returns a sentence in both languages. */
    static Text text(String ja, String en) {
        return new Text(ja, en);
    }
}
