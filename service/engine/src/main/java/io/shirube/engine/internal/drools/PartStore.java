package io.shirube.engine.internal.drools;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compiled parts in a folder, so that the next start of the program compiles only what changed since. A file that is not
 * whole is as good as none, and a folder that cannot be written to keeps nothing. Safe for several threads and programs.
 *
 * <p>What is read there runs: nobody else may write to it.
 */
public final class PartStore {

    private static final int DIGEST_BYTES = 32;

    /** Enough for some dozen versions of a large ruleset; beyond it the oldest go. */
    private static final int MOST_FILES = 400;

    private static final String SUFFIX = ".part";

    /** Keeps nothing. */
    public static final PartStore NONE = new PartStore();

    private final @Nullable Path folder;
    private final String program;

    private PartStore() {
        this.folder = null;
        this.program = "";
    }

    /**
     * @param folder made when missing
     * @param program names the build of the program, because compiled parts call into it
     */
    public PartStore(Path folder, String program) {
        this.folder = folder;
        this.program = program;
    }

    Optional<CompiledPart> read(String drl) {
        if (folder == null) {
            return Optional.empty();
        }
        try {
            byte[] file = Files.readAllBytes(file(folder, drl));
            int length = file.length - DIGEST_BYTES;
            if (length < 0 || !Arrays.equals(Arrays.copyOfRange(file, length, file.length), digest(file, length))) {
                return Optional.empty();
            }
            return Optional.of(part(new DataInputStream(new ByteArrayInputStream(file, 0, length))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void write(String drl, CompiledPart part) {
        if (folder == null) {
            return;
        }
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "part", ".tmp");
            try {
                Files.write(unfinished, bytes(part));
                Files.move(unfinished, file(folder, drl), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            prune(folder);
        } catch (IOException e) {
            // because it is compiled and can run: the next start compiles it once more, that is all
            return;
        }
    }

    private static CompiledPart part(DataInputStream in) throws IOException {
        String model = in.readUTF();
        Map<String, byte[]> classes = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        return new CompiledPart(model, classes);
    }

    private static byte[] bytes(CompiledPart part) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(part.model());
        out.writeInt(part.classes().size());
        for (Map.Entry<String, byte[]> entry : part.classes().entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            out.write(entry.getValue());
        }
        out.write(digest(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static void prune(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(SUFFIX)).toList();
        }
        if (files.size() > MOST_FILES) {
            List<Path> oldest = files.stream()
                    .sorted(Comparator.comparing(PartStore::written))
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

    private Path file(Path folder, String drl) {
        byte[] text = (program + "\n" + drl).getBytes(UTF_8);
        return folder.resolve(HexFormat.of().formatHex(digest(text, text.length)) + SUFFIX);
    }

    private static byte[] digest(byte[] bytes, int length) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
