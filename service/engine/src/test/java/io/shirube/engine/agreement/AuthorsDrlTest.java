package io.shirube.engine.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.authoring.ReadResult;
import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.evaluate.Evaluator;
import io.shirube.engine.internal.drools.AuthorTextCompiler;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.referee.AccountGenerator;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.Firing;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.testing.RandomDrl;
import io.shirube.engine.testing.ShippedRules;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * "Our DRL is DRL": the author's text, compiled by Drools as it was written, fires what the evaluator says it means, on
 * accounts of which everything is known.
 */
class AuthorsDrlTest {

    private static final int ACCOUNTS_PER_RULE = 20;
    private static final int GENERATED_RULES = 40;

    private long fired;
    private long pairs;

    @Test
    void theShippedRulesFireAsWritten() {
        RuleBundle shipped = ShippedRules.bundle();
        RuleModel model = ShippedRules.model();
        for (Phase phase : Phase.values()) {
            StringBuilder text = new StringBuilder();
            shipped.files().forEach((file, bytes) -> {
                if (file.startsWith(phase.folder() + "/") && file.endsWith(".drl")) {
                    text.append(new String(bytes, StandardCharsets.UTF_8)).append('\n');
                }
            });
            if (!text.isEmpty()) {
                agree(model, phase, text.toString());
            }
        }
        report("shipped");
    }

    @Test
    void generatedRulesFireAsWritten() {
        int files = Integer.getInteger("shirube.agreement.files", 2);
        for (int seed = 0; seed < files; seed++) {
            String text = RandomDrl.file(seed, GENERATED_RULES, "UPSELL_PROMPT");
            Map<String, byte[]> bundle = new HashMap<>(catalogues());
            bundle.put("5-actions/generated.drl", text.getBytes(StandardCharsets.UTF_8));
            agree(model(RuleBundle.of(bundle)), Phase.ACTIONS, text);
        }
        report("generated");
        assertThat(fired).isGreaterThan(pairs / 50);
    }

    private void report(String which) {
        System.out.printf(Locale.ROOT, "as written, %s: %d pairs, %d fired%n", which, pairs, fired);
    }

    /** The shipped catalogues without their rules; the tables of conclusions are not needed to read facts. */
    private static Map<String, byte[]> catalogues() {
        Map<String, byte[]> files = new TreeMap<>(ShippedRules.bundle().files());
        files.keySet().removeIf(file -> file.endsWith(".drl"));
        return files;
    }

    private static RuleModel model(RuleBundle bundle) {
        ReadResult read = RulesetReader.read(bundle);
        assertThat(read.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
        return Objects.requireNonNull(read.model());
    }

    private void agree(RuleModel model, Phase phase, String text) {
        List<RuleUnit> rules =
                model.units(phase).stream().filter(Rule.class::isInstance).toList();
        Evaluator evaluator = new Evaluator(model);
        AccountGenerator accounts = new AccountGenerator(model, 11, 0);
        try (AuthorTextCompiler author = AuthorTextCompiler.compile(text, model.vocabulary())) {
            for (int i = 0; i < ACCOUNTS_PER_RULE * rules.size(); i++) {
                Facts facts = accounts.knownAndAimedAt(rules.get(i % rules.size()));
                Set<String> meant = meant(model, evaluator.fire(phase, facts));
                assertThat(author.fire(facts)).as("%s", facts.asOf()).isEqualTo(meant);
                pairs += rules.size();
                fired += meant.size();
            }
        }
    }

    private static Set<String> meant(RuleModel model, List<Firing> firings) {
        Set<String> meant = new TreeSet<>();
        for (Firing firing : firings) {
            if (model.units().get(firing.unit()) instanceof Rule rule) {
                Map<Integer, FactType> types = new TreeMap<>();
                types(rule.condition(), types);
                meant.add(AuthorTextCompiler.describe(rule.name(), firing.tuple(), List.copyOf(types.values())));
            }
        }
        return meant;
    }

    private static void types(Condition condition, Map<Integer, FactType> types) {
        if (condition instanceof Condition.Match match) {
            types.put(match.variable(), match.type());
        } else if (condition instanceof Condition.Both both) {
            both.parts().forEach(part -> types(part, types));
        } else if (condition instanceof Condition.Either either) {
            either.branches().forEach(branch -> types(branch, types));
        }
    }
}
