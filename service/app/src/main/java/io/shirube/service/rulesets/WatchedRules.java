package io.shirube.service.rulesets;

import io.dropwizard.lifecycle.Managed;

/**
 * Watches from the beginning, because reading the rules and opening the database take as long as each other and neither needs
 * the other; frees the rules when the server stops.
 */
public final class WatchedRules implements Managed {

    private final RuleFolderWatcher watcher;
    private final ActiveRules active;

    private WatchedRules(RuleFolderWatcher watcher, ActiveRules active) {
        this.watcher = watcher;
        this.active = active;
    }

    /** Begins to watch. Who opens no server with it stops it. */
    public static WatchedRules begin(RuleFolderWatcher watcher, ActiveRules active) {
        watcher.start();
        return new WatchedRules(watcher, active);
    }

    @Override
    public void stop() throws InterruptedException {
        watcher.stop();
        active.close();
    }
}
