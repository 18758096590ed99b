package io.shirube.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RuleBundleTest {

    @Test
    void byteOrderMarksAndCarriageReturnsDoNotChangeTheRevision() {
        RuleBundle unix = bundle("signals.yml", "a: 1\nb: 2\n");
        RuleBundle windows = bundle("signals.yml", "\uFEFFa: 1\r\nb: 2\r\n");

        assertThat(windows.revision()).isEqualTo(unix.revision()).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void everyOtherByteAndEveryPathChangesTheRevision() {
        RuleBundle first = bundle("signals.yml", "a: 1\n");

        assertThat(bundle("signals.yml", "a: 2\n").revision()).isNotEqualTo(first.revision());
        assertThat(bundle("signal.yml", "a: 1\n").revision()).isNotEqualTo(first.revision());
        assertThat(bundle("signals.ymla", ": 1\n").revision()).isNotEqualTo(first.revision());
    }

    @Test
    void casesReadmeHiddenAndEditorFilesAreNoPartOfTheRules() {
        Map<String, byte[]> files = new HashMap<>();
        for (String path : new String[] {
            "signals.yml",
            "5-actions/a.drl",
            "cases/a.yml",
            "README.md",
            "5-actions/README",
            ".git/config",
            "5-actions/.a.drl.swp",
            "a.yml~",
            "a.bak",
            "#a.drl#",
            ".DS_Store",
            "Thumbs.db",
            "~$segment.table.xlsx"
        }) {
            files.put(path, new byte[] {1});
        }

        assertThat(RuleBundle.of(files).files()).containsOnlyKeys("5-actions/a.drl", "signals.yml");
    }

    @Test
    void aFolderAndTheSameFilesInMemoryHaveOneRevision(@TempDir Path folder) throws Exception {
        Files.createDirectories(folder.resolve("2-segment"));
        Files.writeString(folder.resolve("2-segment/s.table.csv"), "table,s\n");
        Files.writeString(folder.resolve("policies.yml"), "currency: JPY\n");

        RuleBundle read = RuleBundle.readFolder(folder);

        assertThat(read.files()).containsOnlyKeys("2-segment/s.table.csv", "policies.yml");
        assertThat(read.revision())
                .isEqualTo(RuleBundle.of(Map.of(
                                "policies.yml", "currency: JPY\n".getBytes(UTF_8),
                                "2-segment\\s.table.csv", "table,s\n".getBytes(UTF_8)))
                        .revision());
    }

    @Test
    void readsNoMoreOfAHugeFileThanTellsThatItIsTooLarge(@TempDir Path folder) throws Exception {
        Files.write(folder.resolve("big.drl"), new byte[RuleBundle.MAX_FILE_BYTES * 2]);

        assertThat(RuleBundle.readFolder(folder).files().get("big.drl")).hasSize(RuleBundle.MAX_FILE_BYTES + 1);
    }

    private static RuleBundle bundle(String path, String text) {
        return RuleBundle.of(Map.of(path, text.getBytes(UTF_8)));
    }
}
