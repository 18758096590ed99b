package io.shirube.service.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Looks after the database that a configuration names, so that commands need not know how it is reached. */
public interface DatabaseUpkeep {

    /**
     * Returns the names of the steps that the database lacks, and changes nothing.
     *
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    List<String> missing(Path configuration) throws CouldNotRunException;

    /**
     * Brings the database up to date.
     *
     * @return the names of the steps that were made
     * @throws CouldNotRunException when the configuration or the database cannot be used
     */
    List<String> migrate(Path configuration) throws CouldNotRunException;

    /**
     * What a backup holds.
     *
     * @param files how many
     * @param bytes of them together, before they are compressed
     * @param program version of the Shirube that made it
     * @param madeAt when
     */
    record Copy(int files, long bytes, String program, String madeAt) {
        long mebibytes() {
            return bytes >> 20;
        }
    }

    /**
     * What was restored.
     *
     * @param folder where the data is now
     * @param aside where the data is that was there before, empty without any
     */
    record Restored(Copy copy, Path folder, Optional<Path> aside) {}

    /**
     * Writes a backup.
     *
     * @param file how it will be called
     * @param out where it goes; stays open
     * @throws CouldNotRunException when a service runs, there is no data, or the database is an external one
     */
    Copy backup(Path configuration, Path file, OutputStream out, Instant madeAt)
            throws CouldNotRunException, IOException;

    /**
     * Puts a backup in place of what is there, which is kept aside.
     *
     * @throws CouldNotRunException when the backup cannot be used, a service runs, or the database is an external one; then
     *     everything is as it was
     */
    Restored restore(Path configuration, Path backup, Instant now) throws CouldNotRunException, IOException;
}
