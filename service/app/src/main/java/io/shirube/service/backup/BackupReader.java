package io.shirube.service.backup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads a backup, of which nothing is believed: the manifest comes first, and after it exactly the entries it lists, each with as
 * many bytes as it says. An entry is bytes under a name, never a link. Stateless.
 */
public final class BackupReader {

    static final String MANIFEST = "manifest.json";

    private static final int MOST_MANIFEST_BYTES = 32 << 20;
    private static final int BUFFER = 64 << 10;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private BackupReader() {}

    /** Where the files of a backup go, one after the other. */
    public interface Target {

        /** Returns where the bytes of a file of the manifest go; it is closed after the last. */
        OutputStream open(String name) throws IOException;
    }

    /**
     * Reads the manifest alone.
     *
     * @throws UnfitBackupException when the file is no backup that this program reads
     */
    public static Manifest manifest(Path backup) throws IOException, UnfitBackupException {
        try (ZipInputStream zip = open(backup)) {
            return manifest(zip, backup);
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(backup, MANIFEST);
        }
    }

    /**
     * Reads all of it.
     *
     * @throws UnfitBackupException when anything in it is not as the manifest says; the target may have got some of it
     */
    public static Manifest read(Path backup, Target target) throws IOException, UnfitBackupException {
        String reached = MANIFEST;
        try (ZipInputStream zip = open(backup)) {
            Manifest manifest = manifest(zip, backup);
            for (Manifest.Entry file : manifest.files()) {
                reached = file.name();
                requireNext(zip, file, backup);
                try (OutputStream out = target.open(file.name())) {
                    copy(zip, file, out, backup);
                }
            }
            if (zip.getNextEntry() != null) {
                throw damaged(backup, MANIFEST);
            }
            return manifest;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            throw damaged(backup, reached);
        }
    }

    private static ZipInputStream open(Path backup) throws IOException {
        return new ZipInputStream(
                new BufferedInputStream(Files.newInputStream(backup), BUFFER), StandardCharsets.UTF_8);
    }

    private static Manifest manifest(ZipInputStream zip, Path backup) throws IOException, UnfitBackupException {
        @Nullable ZipEntry first = zip.getNextEntry();
        if (first == null || !first.getName().equals(MANIFEST)) {
            throw new UnfitBackupException(
                    backup + " は Shirube のバックアップではありません。shirube backup で作ったファイルを指定してください。",
                    backup + " is no backup of Shirube. Name a file that shirube backup made.");
        }
        byte[] bytes = zip.readNBytes(MOST_MANIFEST_BYTES + 1);
        if (bytes.length > MOST_MANIFEST_BYTES) {
            throw damaged(backup, MANIFEST);
        }
        try {
            int format = JSON.readTree(bytes).path("format").asInt();
            if (format > Manifest.FORMAT) {
                throw new UnfitBackupException(
                        backup + " は新しい版の Shirube で作られています。その版の Shirube で復元してください。",
                        backup + " was made by a newer Shirube. Restore it with that version.");
            }
            return JSON.readValue(bytes, Manifest.class);
        } catch (JsonProcessingException e) {
            throw damaged(backup, MANIFEST);
        }
    }

    private static void requireNext(ZipInputStream zip, Manifest.Entry file, Path backup)
            throws IOException, UnfitBackupException {
        @Nullable ZipEntry next = zip.getNextEntry();
        if (next == null || !next.getName().equals(file.name())) {
            throw damaged(backup, file.name());
        }
    }

    private static void copy(ZipInputStream zip, Manifest.Entry file, OutputStream out, Path backup)
            throws IOException, UnfitBackupException {
        Digest digest = new Digest(out);
        byte[] buffer = new byte[BUFFER];
        for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
            // before it is written, because few bytes of a zip can become very many
            if (digest.bytes() + read > file.bytes()) {
                throw damaged(backup, file.name());
            }
            digest.write(buffer, 0, read);
        }
        if (digest.bytes() != file.bytes() || !digest.sha256().equals(file.sha256())) {
            throw damaged(backup, file.name());
        }
    }

    private static UnfitBackupException damaged(Path backup, String name) {
        return new UnfitBackupException(
                backup + " は壊れているか、書き換えられています（" + name + "）。何も変更していません。別のバックアップを指定してください。",
                backup + " is damaged or was tampered with (" + name + "). Nothing was changed. Name another backup.");
    }
}
