package io.shirube.service.cli;

import io.shirube.engine.ProgramVersion;
import io.shirube.engine.model.Text;
import io.shirube.service.language.Language;
import io.shirube.service.rulesets.BrokenEditText;
import io.shirube.service.rulesets.RulesStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Runs the service with the shipped rules and says how to try it. */
final class DemoCommand implements Command {

    /** The account of the printed line, and the day its story plays. */
    private static final String STORY = "fixtures/accounts/story-3-upsell-waits.json";

    private static final String STORY_DAY = "2026-11-20";

    private static final Text WHILE =
            new Text("（admin。次に demo を起動するまで使えます）", " (admin; it counts until demo starts again)");
    private static final Text NO_KEY =
            new Text("不要です（auth.required が false のため）", "none is needed (auth.required is false)");

    private final ServiceStarter starter;

    DemoCommand(ServiceStarter starter) {
        this.starter = starter;
    }

    @Override
    public String name() {
        return "demo";
    }

    @Override
    public Text summary() {
        return new Text("付属のルールと架空の顧客企業でサービスを動かします。", "Runs the service with the shipped rules and invented accounts.");
    }

    @Override
    public List<Option> options() {
        return List.of(Ports.PORT, Ports.ADMIN_PORT);
    }

    @Override
    public int run(Arguments arguments, Console console) throws CouldNotRunException, InterruptedException {
        Language language = arguments.language();
        Path configuration = console.home().resolve("config.yml");
        if (!Files.isRegularFile(configuration)) {
            throw new CouldNotRunException(
                    configuration + " がありません。リポジトリーの shirube から起動してください。",
                    "there is no " + configuration + "; start through the repository's shirube.");
        }
        ServiceStarter.Running service = starter.start(configuration, Ports.wishes(arguments, false));
        console.err().println(language.of(ServerCommand.LOADING));
        RulesStatus rules = service.firstRules();
        print(service, rules, console, language);
        return ExitCode.FINE;
    }

    private static void print(ServiceStarter.Running service, RulesStatus rules, Console console, Language language) {
        if (!rules.ready()) {
            console.err().println(BrokenEditText.of(rules));
        }
        Path story = console.home().resolve(STORY);
        Optional<String> key =
                service.access() == ServiceStarter.Access.OPEN ? Optional.empty() : Optional.of(service.demoKey());
        String curl = "curl -sS '" + service.address() + "/api/v1/decisions?asOf=" + STORY_DAY + "&lang="
                + language.code() + "'"
                + key.map(it -> " -H 'Authorization: Bearer " + it + "'").orElse("")
                + " -H 'Content-Type: application/json' --data-binary '@" + story + "'";
        console.out()
                .println(language.of(new Text("""
                    Shirube %s を起動しました（Ctrl-C で終了）
                      サービス   %s
                      管理       %s/healthcheck
                      ルール     %s（保存すると2秒以内に反映されます）
                      キー       %s
                    試すには、別の端末で:
                      %s
                    """, """
                        Shirube %s is running; Ctrl-C ends it
                          service   %s
                          admin     %s/healthcheck
                          rules     %s (a saved edit is live within 2 seconds)
                          key       %s
                        To try it, in another terminal:
                          %s
                        """))
                        .formatted(
                                ProgramVersion.current(),
                                service.address(),
                                service.adminAddress(),
                                rules.folder(),
                                key.map(it -> it + language.of(WHILE)).orElseGet(() -> language.of(NO_KEY)),
                                curl));
        console.out().flush();
    }
}
