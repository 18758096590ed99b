package io.shirube.service.cli;

import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.service.auth.ApiKey;
import io.shirube.service.auth.Keys;
import io.shirube.service.auth.Role;
import io.shirube.service.language.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes, lists and revokes keys in the database itself, which is how the first one is made. */
final class KeysCommand implements Command {

    private static final String CREATE = "create";
    private static final String LIST = "list";
    private static final String REVOKE = "revoke";
    private static final List<String> VERBS = List.of(CREATE, LIST, REVOKE);
    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 36_500;

    private static final Option NAME =
            Option.optional("--name", "NAME", "キーの名前（create で必須）", "what people call the key (needed by create)");
    private static final Option ROLE = Option.optional(
            "--role", "crm|ops|manager|admin", "キーの役割（create で必須）", "what the key may do (needed by create)");
    private static final Option DAYS =
            Option.optional("--days", "N", "有効な日数（既定: 無期限）", "for how many days it counts (default: for ever)");

    private final KeyUpkeep upkeep;

    KeysCommand(KeyUpkeep upkeep) {
        this.upkeep = upkeep;
    }

    @Override
    public String name() {
        return "keys";
    }

    @Override
    public Text summary() {
        return new Text(
                "API キーを作り（create）、一覧を示し（list）、失効させます（revoke）。",
                "Makes API keys (create), lists them (list), takes them away (revoke).");
    }

    @Override
    public List<Option> options() {
        return List.of(NAME, ROLE, DAYS);
    }

    @Override
    public List<String> operands() {
        return List.of(String.join("|", VERBS), "CONFIG", "[ID]");
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException {
        String verb = arguments.operand(0).orElseThrow();
        Path configuration = Arguments.path(arguments.operand(1).orElseThrow());
        if (!VERBS.contains(verb)) {
            Optional<String> meant = NearestName.of(verb, VERBS);
            throw new CouldNotRunException(
                    "keys の後には create、list、revoke のどれかを指定してください: " + verb
                            + meant.map(it -> "（" + it + " のことですか？）").orElse(""),
                    "after keys comes create, list or revoke, not " + verb + "."
                            + meant.map(it -> " Did you mean " + it + "?").orElse(""));
        }
        if (!Files.isRegularFile(configuration)) {
            throw new CouldNotRunException(
                    "設定ファイルがありません: " + configuration, "there is no configuration file " + configuration);
        }
        return switch (verb) {
            case CREATE -> create(configuration, arguments, console);
            case LIST -> list(configuration, arguments.language(), console);
            default -> revoke(configuration, arguments, console);
        };
    }

    private int create(Path configuration, Arguments arguments, Console console) throws CouldNotRunException {
        String name = name(arguments);
        Role role = role(arguments);
        @Nullable
        Instant expiresAt = arguments
                .number(DAYS, 1, MOST_DAYS)
                .map(days -> console.clock()
                        .instant()
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(Duration.ofDays(days)))
                .orElse(null);
        Language language = arguments.language();
        Keys.Shown shown = upkeep.with(configuration, keys -> keys.create(name, role, expiresAt));
        // the key alone, so that a script can take it
        console.out().println(shown.secret().reveal());
        console.err()
                .println(language.of(new Text(
                        "キー " + shown.key().id() + " を作りました。表示されるのは今回だけです。",
                        "Made key " + shown.key().id() + ". It is shown this once only.")));
        return ExitCode.FINE;
    }

    private static String name(Arguments arguments) throws CouldNotRunException {
        String name = arguments.value(NAME).orElse("").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new CouldNotRunException(
                    "--name で 1〜" + LONGEST_NAME + " 文字の名前を指定してください。",
                    "--name must be a name of 1 to " + LONGEST_NAME + " characters.");
        }
        return name;
    }

    private static Role role(Arguments arguments) throws CouldNotRunException {
        String written = arguments.value(ROLE).orElse("");
        List<String> roles = Arrays.stream(Role.values()).map(Role::code).toList();
        return Role.of(written).orElseThrow(() -> {
            Optional<String> meant = NearestName.of(written, roles);
            return new CouldNotRunException(
                    "--role は " + String.join("、", roles) + " のどれかで指定してください。"
                            + meant.map(it -> it + " のことですか？").orElse(""),
                    "--role must be one of " + String.join(", ", roles) + "."
                            + meant.map(it -> " Did you mean " + it + "?").orElse(""));
        });
    }

    private int list(Path configuration, Language language, Console console) throws CouldNotRunException {
        List<String> lines = upkeep.with(
                configuration,
                keys -> keys.list().stream()
                        .map(key -> line(key, keys.state(key), language))
                        .toList());
        lines.forEach(console.out()::println);
        if (lines.isEmpty()) {
            console.err()
                    .println(language.of(new Text(
                            "キーはまだありません。./shirube keys create " + configuration + " --name NAME --role admin で作れます。",
                            "There are no keys yet. ./shirube keys create " + configuration
                                    + " --name NAME --role admin makes one.")));
        }
        return ExitCode.FINE;
    }

    private static String line(ApiKey key, ApiKey.State state, Language language) {
        String prefixes =
                key.secrets().stream().map(secret -> secret.prefix() + "…").collect(Collectors.joining(","));
        return String.join(
                "\t",
                Long.toString(key.id()),
                key.name(),
                key.role().code(),
                language.of(told(state)),
                prefixes,
                language.of(new Text("作成 ", "created ")) + key.createdAt(),
                language.of(new Text("期限 ", "expires ")) + or(key.expiresAt(), language),
                language.of(new Text("最終利用 ", "last used "))
                        + or(key.lastUsedAt().orElse(null), language));
    }

    private static Text told(ApiKey.State state) {
        return switch (state) {
            case ACTIVE -> new Text("有効", "active");
            case EXPIRED -> new Text("期限切れ", "expired");
            case REVOKED -> new Text("失効", "revoked");
        };
    }

    private static String or(@Nullable Instant moment, Language language) {
        return moment == null ? language.of(new Text("なし", "never")) : moment.toString();
    }

    private int revoke(Path configuration, Arguments arguments, Console console) throws CouldNotRunException {
        long id = id(arguments.operand(2).orElse(""));
        Optional<ApiKey> revoked = upkeep.with(configuration, keys -> keys.revoke(id));
        ApiKey key = revoked.orElseThrow(() -> new CouldNotRunException(
                "id が " + id + " のキーはありません。./shirube keys list " + configuration + " で確認できます。",
                "there is no key with the id " + id + "; ./shirube keys list " + configuration + " shows them."));
        console.out()
                .println(arguments
                        .language()
                        .of(new Text(
                                "キー " + id + "（" + key.name() + "）を失効させました。動作中のほかのサービスでも30秒以内に使えなくなります。",
                                "Revoked key " + id + " (" + key.name()
                                        + "). Services that run elsewhere refuse it within 30 seconds.")));
        return ExitCode.FINE;
    }

    private static long id(String written) throws CouldNotRunException {
        if (!written.matches("[0-9]{1,18}")) {
            throw new CouldNotRunException(
                    "revoke には失効させるキーの id を指定してください（keys list の先頭の数字）。",
                    "revoke needs the id of a key, the number with which its line of keys list begins.");
        }
        return Long.parseLong(written);
    }
}
