package io.shirube.service.backup;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes a backup of files that nobody changes meanwhile; notices if somebody does. Stateless. */
public final class BackupWriter {

    private BackupWriter() {}

    /**
     * Lists what a backup of some files and folders below a folder holds; reads all of it.
     *
     * @param names of files and of folders, which are taken with all they hold
     * @throws UnfitBackupException for a link or whatever else is neither a file nor a folder
     */
    public static Manifest list(Path folder, List<String> names, String program, String server, Instant madeAt)
            throws IOException, UnfitBackupException {
        List<String> folders = new ArrayList<>();
        List<Manifest.Entry> files = new ArrayList<>();
        for (String name : names) {
            for (Path path : below(folder.resolve(name))) {
                String relative = name(folder, path);
                if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(relative);
                } else if (Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    Digest digest = new Digest(OutputStream.nullOutputStream());
                    Files.copy(path, digest);
                    files.add(new Manifest.Entry(relative, digest.bytes(), digest.sha256()));
                } else {
                    throw unfit(path);
                }
            }
        }
        return new Manifest(Manifest.FORMAT, program, server, madeAt.toString(), folders, files);
    }

    private static List<Path> below(Path path) throws IOException {
        try (var all = Files.walk(path)) {
            return all.sorted().toList();
        }
    }

    private static String name(Path folder, Path path) throws UnfitBackupException {
        String name =
                folder.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
        if (!Manifest.isName(name)) {
            throw unfit(path);
        }
        return name;
    }

    private static UnfitBackupException unfit(Path path) {
        return new UnfitBackupException(
                "データのフォルダーに、バックアップできないものがあります: " + path + " リンクや特殊な名前のファイルは、通常のファイルに置き換えてください。",
                path
                        + " in the data folder cannot be backed up. Put a plain file with a plain name in place of a link or"
                        + " an odd name.");
    }

    /**
     * Writes the manifest and the files it lists.
     *
     * @param out stays open
     * @throws UnfitBackupException when a file is not what the manifest says any more
     */
    public static void write(Manifest manifest, Path folder, OutputStream out)
            throws IOException, UnfitBackupException {
        ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setLevel(Deflater.BEST_SPEED);
        zip.putNextEntry(new ZipEntry(BackupReader.MANIFEST));
        zip.write(JsonMapper.builder().build().writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
        zip.closeEntry();
        for (Manifest.Entry file : manifest.files()) {
            zip.putNextEntry(new ZipEntry(file.name()));
            Digest digest = new Digest(zip);
            try (InputStream in = new BufferedInputStream(Files.newInputStream(folder.resolve(file.name())))) {
                in.transferTo(digest);
            }
            zip.closeEntry();
            if (digest.bytes() != file.bytes() || !digest.sha256().equals(file.sha256())) {
                throw new UnfitBackupException(
                        "バックアップ中にファイルが変更されました: " + file.name() + " データベースを使うプログラムを止めて、もう一度実行してください。",
                        file.name()
                                + " was changed while it was copied. Stop whatever uses the database, then try again.");
            }
        }
        zip.finish();
    }
}
