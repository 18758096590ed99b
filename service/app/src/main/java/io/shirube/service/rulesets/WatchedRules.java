package io.shirube.service.rulesets;

import io.dropwizard.lifecycle.Managed;

/** Starts watching with the server and frees the rules when it stops. */
public final class WatchedRules implements Managed {

    private final RuleFolderWatcher watcher;
    private final ActiveRules active;

    public WatchedRules(RuleFolderWatcher watcher, ActiveRules active) {
        this.watcher = watcher;
        this.active = active;
    }

    @Override
    public void start() {
        watcher.start();
    }

    @Override
    public void stop() throws InterruptedException {
        watcher.stop();
        active.close();
    }
}
