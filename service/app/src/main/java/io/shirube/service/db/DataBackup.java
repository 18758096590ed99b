package io.shirube.service.db;

import io.shirube.engine.ProgramVersion;
import io.shirube.service.backup.BackupWriter;
import io.shirube.service.backup.Manifest;
import io.shirube.service.backup.UnfitBackupException;
import io.shirube.service.config.DatabaseConfiguration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** Backs up the embedded server's files while no server works on them. Stateless. */
public final class DataBackup {

    private DataBackup() {}

    /**
     * Writes a backup; the data folder is held meanwhile, so that no service starts.
     *
     * @param base the folder where relative paths of the configuration start
     * @param file how the backup will be called
     * @param out where it goes; stays open
     * @return what is in it
     * @throws DatabaseException when a service runs, there is no data, or the database is an external one
     */
    public static Manifest write(
            DatabaseConfiguration configuration, Path base, Path file, OutputStream out, Instant madeAt)
            throws DatabaseException, IOException {
        if (!configuration.embedded()) {
            throw ExternalTools.backup(DatabaseSteps.external(configuration), file);
        }
        Path path = configuration.folder(base);
        if (!DataFolder.isMade(path)) {
            throw new DatabaseException(
                    "データのフォルダー（" + path + "）にはまだ何もありません。config.yml の database.folder を確認してください。",
                    "there is nothing in the data folder (" + path + ") yet. Look at database.folder in config.yml.");
        }
        try (DataFolder folder = settled(path)) {
            folder.requireVersion();
            if (file.toAbsolutePath().normalize().startsWith(folder.files().toAbsolutePath())) {
                throw new DatabaseException(
                        "バックアップの保存先は、データベースのファイルの外にしてください: " + file,
                        "the backup cannot be among the database's own files: " + file + ". Name another place.");
            }
            Manifest manifest = BackupWriter.list(
                    folder.path(),
                    List.of(DataFolder.FILES, DataFolder.MADE, ServerPassword.NAME),
                    ProgramVersion.current(),
                    DataFolder.MAJOR_VERSION,
                    madeAt);
            BackupWriter.write(manifest, folder.path(), out);
            return manifest;
        } catch (UnfitBackupException e) {
            throw new DatabaseException(e.text(), e);
        }
    }

    /** Holds a folder whose server stopped cleanly; one that did not recovers first. */
    private static DataFolder settled(Path path) throws DatabaseException, IOException {
        DataFolder folder = DataFolder.holdStopped(path);
        if (ServerFiles.areSettled(folder.files())) {
            return folder;
        }
        folder.close();
        EmbeddedServer.start(path).close();
        DataFolder again = DataFolder.holdStopped(path);
        if (ServerFiles.areSettled(again.files())) {
            return again;
        }
        again.close();
        throw new DatabaseException(
                "データベースを正常に停止できなかったため、バックアップしていません（" + path + "）。もう一度実行してください。",
                "the database did not stop cleanly, so nothing was backed up (" + path + "). Try again.");
    }
}
