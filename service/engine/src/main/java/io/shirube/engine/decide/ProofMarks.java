package io.shirube.engine.decide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which rulesets stood the proof in this build of the program, and on how many accounts: the proof of the same files by the
 * same program comes to the same. Safe for several threads and programs.
 */
final class ProofMarks {

    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,17}");

    private final @Nullable RuleStore store;

    ProofMarks(@Nullable RuleStore store) {
        this.store = store;
    }

    /** Returns on how many accounts the ruleset was proven, if it was and need not be once more. */
    OptionalLong proven(String revision) {
        if (store == null || store.provesAgain()) {
            return OptionalLong.empty();
        }
        try {
            String mark = Files.readString(file(store, revision));
            String head = store.program() + "\n";
            String count = mark.startsWith(head) ? mark.substring(head.length()) : "";
            return COUNT.matcher(count).matches() ? OptionalLong.of(Long.parseLong(count)) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    void add(String revision, long accounts) {
        if (store == null) {
            return;
        }
        try {
            Files.createDirectories(store.folder());
            Path unfinished = Files.createTempFile(store.folder(), "proof", ".tmp");
            try {
                Files.write(unfinished, (store.program() + "\n" + accounts).getBytes(UTF_8));
                Files.move(unfinished, file(store, revision), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            return; // because it is proven, and the next start proves it once more, that is all
        }
    }

    private static Path file(RuleStore store, String revision) {
        return store.folder().resolve(revision.replaceAll("[^0-9a-f]", "") + ".proof");
    }
}
