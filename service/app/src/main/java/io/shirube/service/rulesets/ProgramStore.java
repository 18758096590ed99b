package io.shirube.service.rulesets;

import io.shirube.engine.rules.RuleStore;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/** Where this program keeps compiled rules: beside its jar, where nobody writes who could not change the program too. */
public final class ProgramStore {

    private static final String FOLDER = "compiled-rules";

    private ProgramStore() {}

    /** Returns the store, which keeps nothing when the program does not run from a jar. */
    public static RuleStore find() {
        CodeSource source = ProgramStore.class.getProtectionDomain().getCodeSource();
        if (source == null) {
            return RuleStore.NONE;
        }
        try {
            Path jar = Path.of(source.getLocation().toURI());
            if (!Files.isRegularFile(jar)) {
                return RuleStore.NONE;
            }
            String program = Files.size(jar) + "/" + Files.getLastModifiedTime(jar) + "/" + Runtime.version();
            return RuleStore.in(jar.resolveSibling(FOLDER), program);
        } catch (URISyntaxException | IOException e) {
            return RuleStore.NONE; // because without a store the program only starts more slowly
        }
    }
}
