package io.shirube.service.backup;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a backup holds: nothing else may be in it, and all of it must be.
 *
 * @param format of the backup, {@link #FORMAT}
 * @param program version of the Shirube that made it
 * @param server major version of the PostgreSQL whose files these are
 * @param madeAt when it was made, as {@link Instant} writes it
 * @param folders names of folders, every one after the folder it is in
 * @param files in the order in which they follow
 */
public record Manifest(
        int format, String program, String server, String madeAt, List<String> folders, List<Entry> files) {

    /** The format that this program writes and reads. */
    public static final int FORMAT = 1;

    private static final Pattern VERSION = Pattern.compile("[0-9A-Za-z.+-]{1,40}");
    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

    /** A name that stays below the folder it is put in, on whatever file system: no root, no way up, no drive, no control. */
    private static final Pattern NAME = Pattern.compile(
            "(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]{1,255}" + "(/(?!\\.{1,2}(/|$))[^/\\\\:\\p{Cntrl}]{1,255}){0,15}");

    /**
     * One file.
     *
     * @param name its path below the data folder, with slashes
     * @param bytes how many it has, at least 0
     * @param sha256 of them, 64 hexadecimal digits in lower case
     */
    public record Entry(String name, long bytes, String sha256) {
        public Entry {
            if (bytes < 0 || !SHA_256.matcher(sha256).matches()) {
                throw new IllegalArgumentException("sha256 or bytes: " + name);
            }
        }
    }

    /** @throws IllegalArgumentException when these are not the files and folders of one folder */
    public Manifest {
        Instant.parse(madeAt);
        if (format != FORMAT
                || !VERSION.matcher(program).matches()
                || !VERSION.matcher(server).matches()) {
            throw new IllegalArgumentException("format, program or server");
        }
        folders = List.copyOf(folders);
        files = List.copyOf(files);
        Set<String> known = new HashSet<>();
        folders.forEach(folder -> place(folder, known, known));
        Set<String> all = new HashSet<>(known);
        files.forEach(file -> place(file.name(), known, all));
        sum(files);
    }

    private static void place(String name, Set<String> folders, Set<String> taken) {
        int end = name.lastIndexOf('/');
        boolean placed = end < 0 || folders.contains(name.substring(0, end));
        if (!isName(name) || !placed || !taken.add(name)) {
            throw new IllegalArgumentException("name: " + name);
        }
    }

    /** Returns whether a backup may hold a file or folder of that name. */
    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /** Returns how many bytes the files have together. */
    public long bytes() {
        return sum(files);
    }

    private static long sum(List<Entry> files) {
        return files.stream().mapToLong(Entry::bytes).reduce(0, Math::addExact);
    }

    /** Returns whether a file of that name is in it. */
    public boolean has(String name) {
        return files.stream().anyMatch(file -> file.name().equals(name));
    }
}
