package io.shirube.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * The version of the program, such as {@code 1.0.0}: with a ruleset's revision it says what made a decision.
 *
 * <p>It is read from a resource that the build fills in and not from a jar's manifest, because a manifest is lost when
 * jars are merged and absent when classes run from folders: every door must name the same version.
 */
public final class ProgramVersion {

    private static final String CURRENT = read();

    private ProgramVersion() {}

    /** Returns the version, such as {@code 1.0.0}. */
    public static String current() {
        return CURRENT;
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream stream = ProgramVersion.class.getResourceAsStream("program.properties")) {
            if (stream == null) {
                throw new IllegalStateException("program.properties is missing beside ProgramVersion");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("program.properties could not be read", e);
        }
        String version = properties.getProperty("version");
        if (version == null) {
            throw new IllegalStateException("program.properties gives no version");
        }
        return version;
    }
}
