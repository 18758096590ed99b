package io.shirube.service.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small folders that look like a server's that stopped, and backups made by hand, honest and other. */
public final class Backups {

    private final Map<String, byte[]> listed = new LinkedHashMap<>();
    private final Map<String, byte[]> held = new LinkedHashMap<>();
    private String folders = "\"postgresql\",\"postgresql/global\",\"postgresql/pg_notify\"";
    private String server = "18";

    private Backups() {}

    /** Returns an honest backup of four files, which a service would not start on, but which nothing is wrong with. */
    public static Backups honest() {
        return new Backups()
                .with("postgresql/PG_VERSION", "18\n".getBytes(UTF_8))
                .with("postgresql/global/pg_control", control())
                .with("made", "18\n".getBytes(UTF_8))
                .with("password", "secret".getBytes(UTF_8));
    }

    /** Writes a data folder whose server was shut down. */
    public static void folder(Path data) throws IOException {
        Files.createDirectories(data.resolve("postgresql/global"));
        Files.createDirectories(data.resolve("postgresql/pg_notify"));
        Files.writeString(data.resolve("postgresql/PG_VERSION"), "18\n");
        Files.write(data.resolve("postgresql/global/pg_control"), control());
        Files.writeString(data.resolve("made"), "18\n");
        Files.writeString(data.resolve("password"), "old secret");
    }

    /** The state stands after eight bytes of the system's number and twice four of versions; 1 is shut down. */
    private static byte[] control() {
        return ByteBuffer.allocate(64)
                .order(ByteOrder.nativeOrder())
                .putInt(16, 1)
                .array();
    }

    /** Lists and holds a file. */
    public Backups with(String name, byte[] bytes) {
        return listing(name, bytes).holding(name, bytes);
    }

    /** Lists a file. */
    public Backups listing(String name, byte[] bytes) {
        listed.put(name, bytes);
        return this;
    }

    /** Holds a file. */
    public Backups holding(String name, byte[] bytes) {
        held.put(name, bytes);
        return this;
    }

    /** Neither lists nor holds a file. */
    public Backups without(String name) {
        listed.remove(name);
        held.remove(name);
        return this;
    }

    /** Lists a file that it does not hold. */
    public Backups lacking(String name) {
        held.remove(name);
        return this;
    }

    public Backups ofServer(String version) {
        server = version;
        return this;
    }

    public Backups alsoFolder(String name) {
        folders = folders + ",\"" + name + "\"";
        return this;
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            put(zip, "manifest.json", manifest().getBytes(UTF_8));
            for (Map.Entry<String, byte[]> file : held.entrySet()) {
                put(zip, file.getKey(), file.getValue());
            }
        }
        return out.toByteArray();
    }

    private String manifest() {
        return "{\"format\":1,\"program\":\"1.0.0\",\"server\":\"" + server + "\",\"madeAt\":\"2026-11-20T03:00:00Z\","
                + "\"folders\":[" + folders + "],\"files\":["
                + listed.entrySet().stream()
                        .map(file -> entry(file.getKey(), file.getValue()))
                        .collect(Collectors.joining(","))
                + "]}";
    }

    private static String entry(String name, byte[] bytes) {
        return "{\"name\":\"" + name + "\",\"bytes\":" + bytes.length + ",\"sha256\":\"" + sha256(bytes) + "\"}";
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns everything below a folder with its digest, but for locks, so that two looks can be compared. */
    public static Map<String, String> look(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                if (!path.endsWith("lock")) {
                    found.put(
                            folder.relativize(path).toString(),
                            Files.isDirectory(path) ? "folder" : sha256(Files.readAllBytes(path)));
                }
            }
        }
        return found;
    }
}
