package io.shirube.bench.subject;

import io.shirube.engine.rules.RuleBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shipped rules as they stood one day, so that their twin stays true when the shipped ones are edited: everything but the
 * actions' phase, of which it keeps 41 rules in four files.
 */
public final class FrozenRules {

    private static final String FOLDER = "/io/shirube/bench/frozen/";

    // because the entries of a jar cannot be listed like those of a folder
    private static final List<String> FILES = List.of(
            "1-lifecycle/size-band.table.csv",
            "1-lifecycle/stage.table.csv",
            "2-segment/segmentation.table.csv",
            "3-health/adoption.table.csv",
            "3-health/breadth.table.csv",
            "3-health/caps.table.csv",
            "3-health/commercial-limits.table.csv",
            "3-health/commercial.table.csv",
            "3-health/deployment.table.csv",
            "3-health/relationship.table.csv",
            "3-health/support.table.csv",
            "3-health/value-roi.table.csv",
            "3-health/value.table.csv",
            "3-health/voice-all.table.csv",
            "3-health/voice-executive.table.csv",
            "3-health/voice-field.table.csv",
            "3-health/voice-follow-up.table.csv",
            "3-health/voice-promoter.table.csv",
            "3-health/weights.table.csv",
            "4-success/success.drl",
            "5-actions/adoption.drl",
            "5-actions/expansion.drl",
            "5-actions/support.drl",
            "5-actions/voice.drl",
            "actions.yml",
            "calendar.yml",
            "conclusions.yml",
            "policies.yml",
            "signals.yml");

    private FrozenRules() {}

    /** Returns all files. */
    public static RuleBundle bundle() {
        Map<String, byte[]> files = new HashMap<>();
        FILES.forEach(name -> files.put(name, read(name)));
        return RuleBundle.of(files);
    }

    /** Returns the catalogues without any rule. */
    static Map<String, byte[]> catalogues() {
        Map<String, byte[]> files = new HashMap<>();
        FILES.stream().filter(name -> name.endsWith(".yml")).forEach(name -> files.put(name, read(name)));
        return files;
    }

    private static byte[] read(String name) {
        try (InputStream in = FrozenRules.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
