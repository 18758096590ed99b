package io.shirube.engine.cases;

import io.shirube.engine.rules.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The cases of one file and what is wrong with the file. A case that has a finding is left out.
 *
 * @param file path relative to the rule folder
 * @param findings at least one when the file cannot be read
 */
public record CaseFile(String file, List<RuleCase> cases, List<Finding> findings) {

    private static final String FOLDER = "cases";
    private static final int MOST_BYTES = 2_000_000;

    public CaseFile {
        cases = List.copyOf(cases);
        findings = findings.stream().sorted().toList();
    }

    /**
     * Reads a case file from its text.
     *
     * @param zone the book's zone, in which a moment becomes a day
     */
    public static CaseFile read(String file, byte[] bytes, ZoneId zone) {
        List<Finding> findings = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.UTF_8);
        Yaml tree = new YamlReader(file, findings).read(text.startsWith("\uFEFF") ? text.substring(1) : text);
        List<RuleCase> cases = new CaseReader(file, zone, findings).cases(tree);
        return new CaseFile(file, cases, findings);
    }

    /**
     * Reads the case files of a rule folder, sorted by their path; none when it has no folder {@code cases}.
     *
     * @throws IOException when a file cannot be read
     */
    public static List<CaseFile> readFolder(Path rules, ZoneId zone) throws IOException {
        Path folder = rules.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.filter(CaseFile::isCaseFile).sorted().toList();
        }
        List<CaseFile> files = new ArrayList<>();
        for (Path path : paths) {
            if (Files.size(path) > MOST_BYTES) {
                throw new IOException(path + ": more than " + MOST_BYTES + " bytes");
            }
            String name = rules.relativize(path).toString().replace('\\', '/');
            files.add(read(name, Files.readAllBytes(path), zone));
        }
        return files;
    }

    private static boolean isCaseFile(Path path) {
        String name = path.getFileName().toString();
        return (name.endsWith(".yml") || name.endsWith(".yaml")) && !name.startsWith(".") && Files.isRegularFile(path);
    }
}
