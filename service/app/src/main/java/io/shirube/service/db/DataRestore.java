package io.shirube.service.db;

import io.shirube.engine.model.Text;
import io.shirube.service.backup.BackupReader;
import io.shirube.service.backup.Manifest;
import io.shirube.service.backup.UnfitBackupException;
import io.shirube.service.config.DatabaseConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Puts a backup in place of the embedded server's folder, as a whole or not at all: it is read twice, once to believe it and once
 * into a folder beside, which then takes the place by a rename. Stateless.
 */
public final class DataRestore {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final List<String> NEEDED = List.of(
            DataFolder.MADE,
            ServerPassword.NAME,
            DataFolder.FILES + "/PG_VERSION",
            DataFolder.FILES + "/global/pg_control");

    private DataRestore() {}

    /**
     * What was restored.
     *
     * @param folder where the data is now
     * @param aside where the data is that was there before, empty without any
     */
    public record Restored(Manifest manifest, Path folder, Optional<Path> aside) {}

    /**
     * Restores a backup.
     *
     * @param base the folder where relative paths of the configuration start
     * @param now names what was there before
     * @throws DatabaseException when the backup is not whole or not for this program, a service runs, or the database is an
     *     external one; then everything is as it was
     */
    public static Restored run(DatabaseConfiguration configuration, Path base, Path backup, Instant now)
            throws DatabaseException, IOException {
        if (!configuration.embedded()) {
            throw ExternalTools.restore(DatabaseSteps.external(configuration), backup);
        }
        try {
            Manifest manifest = BackupReader.manifest(backup);
            requireOurs(manifest, backup);
            BackupReader.read(backup, name -> OutputStream.nullOutputStream());
            Path place = real(configuration.folder(base));
            requireSpace(manifest, place);
            return replace(place, backup, now);
        } catch (UnfitBackupException e) {
            throw new DatabaseException(e.text(), e);
        }
    }

    private static void requireOurs(Manifest manifest, Path backup) throws DatabaseException {
        if (!manifest.server().equals(DataFolder.MAJOR_VERSION)) {
            throw new DatabaseException(
                    backup + " は PostgreSQL " + manifest.server() + " のデータで、この版の Shirube（PostgreSQL "
                            + DataFolder.MAJOR_VERSION + "）では復元できません。作成した版の Shirube（" + manifest.program()
                            + "）で復元してください。",
                    backup + " is of PostgreSQL " + manifest.server() + ", which this Shirube (PostgreSQL "
                            + DataFolder.MAJOR_VERSION + ") cannot open. Restore it with the Shirube that made it ("
                            + manifest.program() + ").");
        }
        for (String needed : NEEDED) {
            if (!manifest.has(needed)) {
                throw new DatabaseException(
                        backup + " に必要なファイルがありません（" + needed + "）。別のバックアップを指定してください。",
                        backup + " lacks a file that a database needs (" + needed + "). Name another backup.");
            }
        }
    }

    /** A link to the folder stays; what it leads to is replaced. */
    private static Path real(Path folder) throws IOException {
        return Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
    }

    private static void requireSpace(Manifest manifest, Path place) throws IOException, DatabaseException {
        Path parent = place.resolveSibling(".").normalize();
        Files.createDirectories(parent);
        long free = Files.getFileStore(parent).getUsableSpace();
        if (manifest.bytes() > free) {
            throw new DatabaseException(
                    "空き容量が足りません（" + parent + "）。必要: " + (manifest.bytes() >> 20) + " MiB、空き: " + (free >> 20) + " MiB",
                    "not enough space in " + parent + ": " + (manifest.bytes() >> 20) + " MiB are needed, "
                            + (free >> 20) + " MiB are free.");
        }
    }

    private static Restored replace(Path place, Path backup, Instant now)
            throws IOException, DatabaseException, UnfitBackupException {
        Path fresh = place.resolveSibling(place.getFileName() + ".restoring");
        Path aside = place.resolveSibling(place.getFileName() + ".before-" + TIME.format(now));
        try (DataFolder old = DataFolder.holdStopped(place)) {
            boolean used = Files.exists(old.files());
            if (Files.exists(aside)) {
                throw new DatabaseException(
                        aside + " が既にあります。移動してからもう一度実行してください。", aside + " is there already. Move it, then try again.");
            }
            Trees.delete(fresh);
            try (DataFolder held = DataFolder.hold(fresh)) {
                Manifest manifest = unpack(backup, fresh);
                held.requireVersion();
                held.markRestored();
                swap(place, fresh, aside);
                if (!used) {
                    Trees.delete(aside);
                }
                return new Restored(manifest, place, used ? Optional.of(aside) : Optional.empty());
            } finally {
                Trees.delete(fresh);
            }
        }
    }

    private static Manifest unpack(Path backup, Path fresh) throws IOException, UnfitBackupException {
        for (String folder : BackupReader.manifest(backup).folders()) {
            Trees.folder(fresh.resolve(folder));
        }
        return BackupReader.read(backup, name -> Trees.file(fresh.resolve(name)));
    }

    /** Puts one folder in place of another, which goes aside; when that cannot be, both are where they were. */
    static void swap(Path place, Path fresh, Path aside) throws DatabaseException {
        try {
            Files.move(place, aside, StandardCopyOption.ATOMIC_MOVE);
            try {
                Files.move(fresh, place, StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException e) {
                Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
                throw e;
            }
        } catch (IOException e) {
            throw new DatabaseException(
                    new Text(
                            "データのフォルダー（" + place + "）を置き換えられませんでした。親フォルダーの権限と、マウント先でないことを確認してください: " + e.getMessage(),
                            "the data folder (" + place
                                    + ") could not be replaced. Look at who may write to the folder it is"
                                    + " in, and that it is no mount point: " + e.getMessage()),
                    e);
        }
    }
}
