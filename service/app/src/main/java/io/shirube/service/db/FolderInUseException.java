package io.shirube.service.db;

import java.nio.file.Path;

/** Another program holds the data folder. */
public final class FolderInUseException extends DatabaseException {

    private static final long serialVersionUID = 1L;

    FolderInUseException(Path folder) {
        super(
                "データのフォルダー（" + folder + "）は別の Shirube が使っています。そちらを止めるか、config.yml の database.folder で別のフォルダーを指定してください。",
                "another Shirube uses the data folder (" + folder
                        + "). Stop it, or name another folder in config.yml, database.folder.");
    }
}
