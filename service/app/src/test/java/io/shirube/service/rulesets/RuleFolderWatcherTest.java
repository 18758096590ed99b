package io.shirube.service.rulesets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.shirube.engine.rules.Finding;
import io.shirube.service.testing.FakeRulesLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleFolderWatcherTest {

    private static final Instant NOW = Instant.parse("2026-11-20T03:00:00Z");

    @TempDir
    Path folder;

    private final FakeRulesLoader loader = new FakeRulesLoader();
    private final ActiveRules active = new ActiveRules();
    private RuleFolderWatcher watcher;

    @BeforeEach
    void startWatching() throws IOException {
        save("a.drl", "good");
        watcher = new RuleFolderWatcher(
                folder,
                Duration.ofMillis(200),
                Duration.ofMillis(20),
                active,
                loader,
                Clock.fixed(NOW, ZoneOffset.UTC));
        watcher.start();
        awaitState(RulesState.OK);
    }

    @AfterEach
    void stopWatching() throws InterruptedException {
        watcher.stop();
        active.close();
        assertThat(loader.open).hasValue(0);
    }

    @Test
    void rehearsesEditsUntilThereIsNoMoreToRehearse() throws IOException {
        await().untilAtomic(loader.rehearsed, equalTo(2));
        save("a.drl", "better");
        awaitState(RulesState.OK);

        save("a.drl", "broken");

        awaitState(RulesState.KEEPING_LAST_GOOD);
        assertThat(loader.rehearsed).hasValue(2);
    }

    @Test
    void makesASavedEditActiveWithinTwoSeconds() throws IOException {
        String before = revision();

        save("a.drl", "better");

        await().atMost(Duration.ofSeconds(2)).until(() -> !revision().equals(before));
        assertThat(watcher.status().state()).isEqualTo(RulesState.OK);
        assertThat(watcher.status().active())
                .extracting(RulesStatus.Active::loadedAt)
                .isEqualTo(NOW);
    }

    @Test
    void keepsServingTheLastGoodRulesWhenAFileBreaksAndSaysWhy() throws IOException {
        String before = revision();

        save("a.drl", "now broken");

        awaitState(RulesState.KEEPING_LAST_GOOD);
        assertThat(revision()).isEqualTo(before);
        assertThat(errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.at()).hasToString("a.drl:1:5"));
        assertThat(BrokenEditText.of(watcher.status()))
                .contains(before)
                .contains("a.drl:1:5: This is broken Mend it\n    壊れています直してください");
    }

    @Test
    void isWellAgainOnceTheFolderIsBackAtTheActiveRulesWithoutLoadingThemTwice() throws IOException {
        save("a.drl", "now broken");
        awaitState(RulesState.KEEPING_LAST_GOOD);
        int loads = loader.loads.get();

        save("a.drl", "good");

        awaitState(RulesState.OK);
        assertThat(loader.loads).hasValue(loads);
    }

    @Test
    void seesAnEditorThatSavesByRenamingATemporaryFile() throws IOException {
        String before = revision();
        Path temporary = Files.writeString(folder.resolve(".a.drl.tmp"), "renamed");

        Files.move(temporary, folder.resolve("a.drl"), StandardCopyOption.ATOMIC_MOVE);

        await().atMost(Duration.ofSeconds(2)).until(() -> !revision().equals(before));
    }

    @Test
    void seesFilesInFoldersMadeAfterItStarted() throws IOException {
        String before = revision();
        Files.createDirectories(folder.resolve("5-actions/deep"));
        save("5-actions/deep/b.drl", "one");
        await().atMost(Duration.ofSeconds(2)).until(() -> !revision().equals(before));
        String first = revision();

        save("5-actions/deep/b.drl", "two");

        await().atMost(Duration.ofSeconds(2)).until(() -> !revision().equals(first));
    }

    @Test
    void seesAChangeThatLeavesSizeAndTimeAsTheyWere() throws IOException {
        String before = revision();
        FileTime time = Files.getLastModifiedTime(folder.resolve("a.drl"));

        save("a.drl", "goad");
        Files.setLastModifiedTime(folder.resolve("a.drl"), time);

        await().atMost(Duration.ofSeconds(2)).until(() -> !revision().equals(before));
    }

    @Test
    void keepsTheLastGoodRulesWhenTheFolderVanishesAndFollowsItsReturn() throws IOException {
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        awaitState(RulesState.KEEPING_LAST_GOOD);
        assertThat(errors())
                .singleElement()
                .satisfies(finding -> assertThat(finding.whatEn()).contains("does not exist"));

        Files.move(away, folder);

        awaitState(RulesState.OK);
    }

    @Test
    void outlivesACompilerThatThrowsAnything() throws IOException {
        String before = revision();
        save("a.drl", "explode");
        awaitState(RulesState.KEEPING_LAST_GOOD);

        save("a.drl", "fine");

        awaitState(RulesState.OK);
        assertThat(revision()).isNotEqualTo(before);
    }

    @Test
    void loadsNothingWhenOnlyWhatIsNoRuleChanges() throws IOException {
        int loads = loader.loads.get();
        Files.createDirectories(folder.resolve("cases"));
        save("cases/story.yml", "broken");
        save(".hidden", "broken");
        String before = revision();

        save("b.drl", "more");

        await().until(() -> !revision().equals(before));
        assertThat(loader.loads).hasValue(loads + 1);
    }

    @Test
    void closesReplacedRulesOnlyWhenTheLastDecisionByThemHasEnded() throws IOException {
        try (ActiveRules.Lease lease = active.lease()) {
            String before = lease.rules().revision();
            save("a.drl", "better");
            await().until(() -> !revision().equals(before));
            assertThat(loader.open).hasValue(2);
            assertThat(lease.rules().revision()).isEqualTo(before);
        }
        assertThat(loader.open).hasValue(1);
    }

    private List<Finding> errors() {
        RulesStatus.Broken broken = watcher.status().broken();
        return broken == null ? List.of() : broken.errors();
    }

    private void awaitState(RulesState state) {
        await().atMost(Duration.ofSeconds(5)).until(() -> watcher.status().state() == state);
    }

    private String revision() {
        try (ActiveRules.Lease lease = active.lease()) {
            return lease.rules().revision();
        }
    }

    private void save(String name, String text) throws IOException {
        Files.write(folder.resolve(name), text.getBytes(UTF_8));
    }
}
