package io.shirube.service.rulesets;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class BrokenEditTextTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    @Test
    void saysWhatDecidesAndForEachErrorWhereWhatAndWhatToTryInBothLanguages() {
        RulesStatus status = status("sha256:1", finding(Severity.ERROR, "5-actions/a.drl", 3));

        assertThat(BrokenEditText.of(status)).isEqualTo("""
            The last edit of /rules is not used; sha256:1 goes on deciding. / /rules の最後の編集は使われていません。直前のルールで判定を続けます。
              5-actions/a.drl:3:1: What? Try this.
                何?こうしてください。\
            """);
    }

    @Test
    void saysThatThereIsNothingToDecideWith() {
        RulesStatus status = status(null, finding(Severity.ERROR, "a.drl", 1));

        assertThat(BrokenEditText.headline(status))
                .isEqualTo("The rules in /rules cannot be used, and there are no others to decide with."
                        + " / /rules のルールは使えません。ほかに判定できるルールもありません。");
    }

    @Test
    void namesTheCataloguesErrorsFirstBecauseOthersFollowFromThem() {
        RulesStatus status = status(
                "sha256:1",
                finding(Severity.NOTICE, "actions.yml", 9),
                finding(Severity.ERROR, "1-lifecycle/a.table.csv", 2),
                finding(Severity.ERROR, "signals.yml", 31));

        assertThat(BrokenEditText.of(status).lines().filter(line -> line.contains("What?")))
                .containsExactly(
                        "  signals.yml:31:1: What? Try this.", "  1-lifecycle/a.table.csv:2:1: What? Try this.");
    }

    @Test
    void cutsALongListAndCountsTheRest() {
        RulesStatus status = status(
                "sha256:1",
                IntStream.rangeClosed(1, 27)
                        .mapToObj(line -> finding(Severity.ERROR, "a.drl", line))
                        .toArray(Finding[]::new));

        assertThat(BrokenEditText.of(status)).contains("a.drl:20:1").doesNotContain("a.drl:21:1");
        assertThat(BrokenEditText.of(status)).endsWith("… and 7 more / ほか 7 件");
    }

    private static RulesStatus status(@Nullable String active, Finding... findings) {
        return new RulesStatus(
                active == null ? RulesState.NO_RULES : RulesState.KEEPING_LAST_GOOD,
                Path.of("/rules"),
                active == null ? null : new RulesStatus.Active(active, NOW, List.of()),
                new RulesStatus.Broken("sha256:2", NOW, List.of(findings)));
    }

    private static Finding finding(Severity severity, String file, int line) {
        return new Finding(severity, "code", Position.inText(file, line, 1), "何?", "こうしてください。", "What?", "Try this.");
    }
}
