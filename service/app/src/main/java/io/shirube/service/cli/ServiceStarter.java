package io.shirube.service.cli;

import io.shirube.service.rulesets.RulesStatus;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Starts the service, so that commands need not know how it is made. */
public interface ServiceStarter {

    /**
     * What the command line says about a start that the configuration does not.
     *
     * @param port of the service, empty for the configuration's
     * @param adminPort likewise
     * @param requestLog whether requests are logged
     */
    record Wishes(Optional<Integer> port, Optional<Integer> adminPort, boolean requestLog) {}

    /** Whether callers can call a service. */
    enum Access {
        /** No key is asked for. */
        OPEN,
        /** There are keys. */
        KEYS,
        /** There is no key yet; one is made by the command line, while the service does not hold its data folder. */
        NO_KEY_STOP_FIRST,
        /** There is no key yet; one is made by the command line while the service runs. */
        NO_KEY
    }

    /** A service that runs until the program ends. */
    interface Running {

        /** Returns where it listens, by the port it really has. */
        URI address();

        URI adminAddress();

        Access access();

        /** Returns whether its logs are for programs, which then read what a command has to say there too. */
        boolean logsForPrograms();

        /** Returns an administrator's key that works; the one returned by an earlier start works no more. */
        String demoKey();

        /** Waits until the first rules are active or refused. */
        RulesStatus firstRules() throws InterruptedException;
    }

    /**
     * Starts it by a configuration file.
     *
     * @throws CouldNotRunException with the sentence that says why it cannot start
     */
    Running start(Path configuration, Wishes wishes) throws CouldNotRunException;
}
