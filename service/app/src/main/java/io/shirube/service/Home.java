package io.shirube.service;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Finds the folder with {@code rules} and {@code config.yml}, from wherever the program was started. */
final class Home {

    /** Names the folder; the launcher sets it. */
    private static final String PROPERTY = "shirube.home";

    private Home() {}

    static Path find() {
        String told = System.getProperty(PROPERTY);
        if (told != null) {
            return Path.of(told).toAbsolutePath().normalize();
        }
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = program(here); folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("config.yml")) && Files.isDirectory(folder.resolve("rules"))) {
                return folder;
            }
        }
        return here;
    }

    private static Path program(Path otherwise) {
        CodeSource source = Home.class.getProtectionDomain().getCodeSource();
        try {
            return source == null ? otherwise : Path.of(source.getLocation().toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return otherwise;
        }
    }
}
