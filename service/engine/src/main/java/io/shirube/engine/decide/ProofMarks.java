package io.shirube.engine.decide;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.rules.RuleStore;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * Which rulesets stood the proof in this build of the program, and on how many accounts: the proof of the same files by the
 * same program comes to the same. Safe for use by many threads.
 */
final class ProofMarks {

    private static final String KIND = "proof";
    private static final Pattern COUNT = Pattern.compile("[1-9][0-9]{0,17}");

    private final RuleStore store;

    ProofMarks(RuleStore store) {
        this.store = store;
    }

    /** Returns on how many accounts the ruleset was proven, if it was. */
    OptionalLong proven(String revision) {
        return store.read(KIND, revision)
                .map(bytes -> new String(bytes, UTF_8))
                .filter(text -> COUNT.matcher(text).matches())
                .map(text -> OptionalLong.of(Long.parseLong(text)))
                .orElse(OptionalLong.empty());
    }

    void add(String revision, long accounts) {
        store.write(KIND, revision, Long.toString(accounts).getBytes(UTF_8));
    }
}
