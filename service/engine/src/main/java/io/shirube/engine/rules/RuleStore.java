package io.shirube.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What loading rules keeps in a folder from one run of the program to the next, so that a start does only what is new. A
 * file that is not whole is as good as none, and a folder that cannot be used keeps nothing. Safe for use by many threads
 * and programs.
 */
public final class RuleStore {

    /** Keeps nothing. */
    public static final RuleStore NONE = new RuleStore(null, "");

    /** Enough for some dozen versions of a large ruleset; beyond it the oldest go. */
    private static final int MOST_FILES = 400;

    private final @Nullable Path folder;
    private final String program;

    private RuleStore(@Nullable Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    /**
     * Returns the store in a folder.
     *
     * @param folder made when missing, and used for nothing else; nobody else may write to it, because what is read there
     *     runs
     * @param program names this build of the program: another build finds nothing of it
     */
    public static RuleStore in(Path folder, String program) {
        return new RuleStore(folder, program);
    }

    /** Returns what was kept under that key, if it is there and whole. */
    public Optional<byte[]> read(String kind, String key) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            byte[] file = Files.readAllBytes(file(folder, kind, key));
            int length = Math.max(0, file.length - Sha256.BYTES);
            byte[] content = Arrays.copyOf(file, length);
            boolean whole = Arrays.equals(hash(content), Arrays.copyOfRange(file, length, file.length));
            return whole ? Optional.of(content) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Keeps it, in place of what was there; when that fails, it is done again at the next start, and that is all. */
    public void write(String kind, String key, byte[] content) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, kind, ".tmp");
            try {
                byte[] file = Arrays.copyOf(content, content.length + Sha256.BYTES);
                System.arraycopy(hash(content), 0, file, content.length, Sha256.BYTES);
                Files.write(unfinished, file);
                Files.move(unfinished, file(folder, kind, key), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            prune(folder);
        } catch (IOException e) {
            return;
        }
    }

    private static void prune(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        if (files.size() > MOST_FILES) {
            List<Path> oldest = files.stream()
                    .sorted(Comparator.comparing(RuleStore::written))
                    .limit(files.size() - MOST_FILES)
                    .toList();
            for (Path file : oldest) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static FileTime written(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0); // because it is gone already
        }
    }

    private Path file(Path folder, String kind, String key) {
        byte[] name = hash((program + "\n" + key).getBytes(UTF_8));
        return folder.resolve(HexFormat.of().formatHex(name) + "." + kind);
    }

    private static byte[] hash(byte[] bytes) {
        MessageDigest digest = Sha256.digest();
        return digest.digest(bytes);
    }
}
