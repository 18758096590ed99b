package io.shirube.service.rulesets;

import io.shirube.engine.decide.RuleStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jspecify.annotations.Nullable;

/** Where this program keeps compiled rules: beside its jar, where nobody writes who could not change the program too. */
public final class ProgramStore {

    private static final String FOLDER = "compiled-rules";

    private ProgramStore() {}

    /**
     * Returns the store, or null when the program does not run from a jar.
     *
     * @param provesAgain whether a ruleset that was proven already is proven once more
     */
    public static @Nullable RuleStore find(boolean provesAgain) {
        CodeSource source = ProgramStore.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return null;
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(jar)) {
                return null;
            }
            String program = Files.size(jar) + "/" + Files.getLastModifiedTime(jar) + "/" + Runtime.version();
            return new RuleStore(jar.resolveSibling(FOLDER), program, provesAgain);
        } catch (URISyntaxException | IOException e) {
            return null; // because without a store the program only starts more slowly
        }
    }
}
