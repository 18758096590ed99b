package io.shirube.engine.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The files of one rule folder and their revision. Immutable, safe for use by many threads.
 *
 * <p>Cases, README, hidden files and what editors leave behind are not part of a ruleset and are left out. Sizes are not
 * checked here but by the reader, which can say where; only {@link #readFolder} stops early, one byte or one file above
 * the caps, so that no folder fills the memory.
 */
public final class RuleBundle {

    /** Most bytes of a rule file or catalogue. */
    public static final int MAX_FILE_BYTES = 200_000;

    /** Most bytes of a table. */
    public static final int MAX_TABLE_BYTES = 5_000_000;

    /** Most files of a folder. */
    public static final int MAX_FILES = 2_000;

    /** Most bytes of all files together. */
    public static final long MAX_BYTES = 50_000_000;

    private static final int MAX_FOLDER_DEPTH = 10;
    private static final Pattern LEFT_OUT = Pattern.compile(
            "\\..*|README.*|.*~|~\\$.*|#.*#|.*\\.(swp|swo|bak|tmp|orig)|thumbs\\.db|desktop\\.ini",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private final SortedMap<String, byte[]> files;
    private final String revision;

    private RuleBundle(SortedMap<String, byte[]> files) {
        this.files = files;
        this.revision = "sha256:" + HexFormat.of().formatHex(hash(files));
    }

    /** Returns the bundle of files given by their path relative to the folder, with {@code /} or {@code \}. */
    public static RuleBundle of(Map<String, byte[]> files) {
        SortedMap<String, byte[]> kept = new TreeMap<>();
        files.forEach((path, bytes) -> {
            String name = Normalizer.normalize(path.replace('\\', '/'), Normalizer.Form.NFC);
            if (belongs(name)) {
                kept.put(name, bytes.clone());
            }
        });
        return new RuleBundle(kept);
    }

    /**
     * Reads a folder, following no links out of it.
     *
     * @throws IOException when the folder or one of its files cannot be read
     */
    public static RuleBundle readFolder(Path folder) throws IOException {
        SortedMap<String, byte[]> read = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder, MAX_FOLDER_DEPTH)) {
            List<Path> paths = walk.filter(Files::isRegularFile)
                    .filter(path -> belongs(relative(folder, path)))
                    .sorted()
                    .limit(MAX_FILES + 1L)
                    .toList();
            long left = MAX_BYTES;
            for (Path path : paths) {
                String name = relative(folder, path);
                try (InputStream in = Files.newInputStream(path)) {
                    byte[] bytes = in.readNBytes(left < 0 ? 0 : maxBytes(name) + 1);
                    left -= bytes.length;
                    read.put(name, bytes);
                }
            }
        }
        return of(read);
    }

    /** Returns the files of the ruleset by path, sorted; the arrays may not be changed. */
    public SortedMap<String, byte[]> files() {
        return Collections.unmodifiableSortedMap(files);
    }

    /** Returns {@code sha256:} and the hash over paths and bytes, byte order marks and carriage returns apart. */
    public String revision() {
        return revision;
    }

    /** Returns the most bytes a file of that name may have. */
    public static int maxBytes(String path) {
        String name = path.toLowerCase(Locale.ROOT);
        return name.endsWith(".table.csv") || name.endsWith(".table.xlsx") ? MAX_TABLE_BYTES : MAX_FILE_BYTES;
    }

    private static String relative(Path folder, Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }

    private static boolean belongs(String path) {
        if (path.startsWith("cases/")) {
            return false;
        }
        for (String part : path.split("/", -1)) {
            if (LEFT_OUT.matcher(part).matches()) {
                return false;
            }
        }
        return true;
    }

    private static byte[] hash(SortedMap<String, byte[]> files) {
        MessageDigest digest = Sha256.digest();
        files.forEach((path, bytes) -> {
            byte[] content = plain(bytes);
            byte[] name = path.getBytes(StandardCharsets.UTF_8);
            // because lengths in front make two different folders never the same stream
            digest.update((name.length + ":" + content.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(name);
            digest.update(content);
        });
        return digest.digest();
    }

    private static byte[] plain(byte[] bytes) {
        int start = bytes.length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        byte[] result = new byte[bytes.length - start];
        int length = 0;
        for (int i = start; i < bytes.length; i++) {
            boolean beforeLineFeed = bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n';
            if (!beforeLineFeed) {
                result[length++] = bytes[i];
            }
        }
        return Arrays.copyOf(result, length);
    }
}
