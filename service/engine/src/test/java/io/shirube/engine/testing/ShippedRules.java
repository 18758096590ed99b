package io.shirube.engine.testing;

import io.shirube.engine.decide.LoadResult;
import io.shirube.engine.decide.Ruleset;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;

/** The rules the program is shipped with, loaded once for all tests of a run: lowering and proving them takes seconds. */
public final class ShippedRules {

    public static final Path FOLDER = Path.of("../../rules");

    private ShippedRules() {}

    public static RuleBundle bundle() {
        return Loaded.BUNDLE;
    }

    /** Returns the rules and everything that loading found. */
    public static LoadResult loaded() {
        return Loaded.RESULT;
    }

    /** Returns the rules; nobody may close them. */
    public static Ruleset ruleset() {
        return Objects.requireNonNull(
                Loaded.RESULT.ruleset(), () -> Loaded.RESULT.findings().toString());
    }

    public static RuleModel model() {
        return ruleset().model();
    }

    /** Loaded when first asked for. */
    private static final class Loaded {

        static final RuleBundle BUNDLE = read();
        static final LoadResult RESULT = Ruleset.load(BUNDLE);

        private static RuleBundle read() {
            try {
                return RuleBundle.readFolder(FOLDER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
