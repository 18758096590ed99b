package io.shirube.service.rulesets;

import io.shirube.engine.model.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * Watches a rule folder on its own thread and makes every saved state of it active, or keeps the last good one. It
 * listens to the file system and looks for itself as well, so that network folders and editors that save by renaming
 * are seen too. Start and stop it once; the status may be asked for by any thread.
 */
public final class RuleFolderWatcher {

    private static final Duration STOP_TIME = Duration.ofSeconds(5);

    private final RuleFolder folder;
    private final Duration interval;
    private final RulesKeeper keeper;
    private final Thread thread;
    private final CountDownLatch first = new CountDownLatch(1);
    private List<String> seen = List.of();

    /**
     * @param interval how long a change may stay unseen when the file system reports none
     * @param settleTime how long the folder must stay unchanged before it is read
     */
    public RuleFolderWatcher(
            Path folder, Duration interval, Duration settleTime, ActiveRules active, RulesLoader loader, Clock clock) {
        this.folder = new RuleFolder(folder, settleTime);
        this.interval = interval;
        this.keeper = new RulesKeeper(folder, active, loader, clock);
        this.thread = new Thread(this::watch, "rule-folder-watcher");
        this.thread.setDaemon(true);
    }

    public RulesStatus status() {
        return keeper.status();
    }

    /** Waits until the first rules are active or refused, and returns the status then. */
    public RulesStatus awaitFirst() throws InterruptedException {
        first.await();
        return keeper.status();
    }

    public void start() {
        thread.start();
    }

    public void stop() throws InterruptedException {
        thread.interrupt();
        thread.join(STOP_TIME.toMillis());
    }

    private void watch() {
        FolderSignals signals = FolderSignals.on(folder.path());
        try (signals) {
            boolean reported = true;
            boolean rehearses = true;
            while (true) {
                offerIfChanged(reported);
                first.countDown();
                reported = signals.await(rehearses ? Duration.ZERO : interval);
                rehearses = rehearses && (reported || keeper.rehearse());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void offerIfChanged(boolean reported) throws InterruptedException {
        try {
            if (reported || !folder.look().equals(seen)) {
                RuleFolder.Snapshot snapshot = folder.read();
                seen = snapshot.seen();
                keeper.offer(snapshot.bundle());
            }
        } catch (IOException | UncheckedIOException e) {
            seen = List.of();
            keeper.offerUnreadable(reason(e));
        }
    }

    private Text reason(Exception e) {
        return Files.isDirectory(folder.path())
                ? new Text(e.toString(), e.toString())
                : new Text(folder.path() + " がありません", folder.path() + " does not exist");
    }
}
