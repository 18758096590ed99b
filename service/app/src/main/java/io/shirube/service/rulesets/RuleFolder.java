package io.shirube.service.rulesets;

import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** A folder of rules that others may be writing to while it is read. For one thread. */
final class RuleFolder {

    private static final int MAX_DEPTH = 10;
    private static final int MAX_ATTEMPTS = 40;

    private final Path folder;
    private final Duration settleTime;

    /** @param settleTime how long the folder must stay unchanged before it is read */
    RuleFolder(Path folder, Duration settleTime) {
        this.folder = folder;
        this.settleTime = settleTime;
    }

    Path path() {
        return folder;
    }

    /** Returns what can be seen of every file without opening it; equal means most likely unchanged. */
    List<String> look() throws IOException {
        List<String> seen = new ArrayList<>();
        Files.walkFileTree(folder, EnumSet.noneOf(FileVisitOption.class), MAX_DEPTH, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                seen.add(file + "|" + attributes.size() + "|" + attributes.lastModifiedTime() + "|"
                        + attributes.fileKey());
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException vanished) throws IOException {
                if (file.equals(folder)) {
                    throw vanished;
                }
                return FileVisitResult.CONTINUE;
            }
        });
        seen.sort(null);
        return seen;
    }

    /**
     * Reads the folder as it is at one moment: again whenever it changed meanwhile.
     *
     * @throws IOException when the folder or one of its files cannot be read
     * @throws InterruptedException when the reader is told to stop
     */
    Snapshot read() throws IOException, InterruptedException {
        List<String> before = look();
        for (int attempt = 1; ; attempt++) {
            // because whoever saves may still be writing, and no system tells when a file is whole
            Thread.sleep(settleTime.toMillis());
            List<String> settled = look();
            if (settled.equals(before) || attempt == MAX_ATTEMPTS) {
                RuleBundle bundle = RuleBundle.readFolder(folder);
                List<String> after = look();
                if (after.equals(settled) || attempt == MAX_ATTEMPTS) {
                    return new Snapshot(bundle, after);
                }
                settled = after;
            }
            before = settled;
        }
    }

    /** @param seen what {@link #look} saw when the bundle was read */
    record Snapshot(RuleBundle bundle, List<String> seen) {}
}
