package io.shirube.engine.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.rules.RuleBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/** A small sound rule folder that tests add rules to: one signal, {@code seats}, and one action, {@code CALL}. */
public final class CallRules {

    public static final String SIGNALS =
            "signals:\n  seats: {type: number, unit: seats, min: 0, step: 1, ja: 席数, en: Seats}\n";

    private static final String ACTIONS = """
            actions:
              CALL:
                ja: 電話
                en: Call
                class: S
                driver: EXPANSION
                purpose: {ja: 話す, en: Talk}
                owner: CSM
                due: {workingDays: 10}
                proof: {indicator: seats}
            """;

    private final Map<String, String> files = new LinkedHashMap<>();

    public CallRules() {
        files.put("signals.yml", SIGNALS);
        files.put("actions.yml", ACTIONS);
        files.put("policies.yml", "currency: JPY");
        files.put("calendar.yml", "until: 2027-12-31");
    }

    /** Adds a file, or puts it in place of the one of that path. */
    public void put(String path, String text) {
        files.put(path, text);
    }

    public void remove(String path) {
        files.remove(path);
    }

    /** Returns the folder as it is now. */
    public RuleBundle bundle() {
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        files.forEach((path, text) -> bytes.put(path, text.getBytes(UTF_8)));
        return RuleBundle.of(bytes);
    }

    /** Returns the text of a rule that proposes to call when signals are like this. */
    public static String rule(String name, String condition) {
        return "rule \"" + name + "\"\n  @reason_ja(\"席{seats}\")\n  @reason_en(\"seats {seats}\")\nwhen\n  Signals( "
                + condition + " )\nthen\n  propose(CALL);\nend\n\n";
    }
}
