package io.shirube.service.cli;

import io.shirube.engine.authoring.RulesetReader;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.Severity;
import io.shirube.engine.simulate.Settings;
import io.shirube.engine.simulate.UnknownSettingException;
import io.shirube.service.language.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Values of settings that do not make rules, and which of them is to blame. */
record TriedValues(Settings settings, Map<String, String> set, Language language) {

    /**
     * Returns the folder with the values.
     *
     * @throws CouldNotRunException when it cannot be read, naming the value that alone would be enough for that
     */
    RuleBundle bundle() throws CouldNotRunException, UnknownSettingException {
        RuleBundle bundle = settings.with(set);
        Optional<Finding> wrong = error(bundle);
        if (wrong.isEmpty()) {
            return bundle;
        }
        for (Map.Entry<String, String> value : set.entrySet()) {
            Optional<Finding> alone = error(settings.with(Map.of(value.getKey(), value.getValue())));
            if (alone.isPresent()) {
                throw refused(List.of(value), alone.get());
            }
        }
        throw refused(List.copyOf(set.entrySet()), wrong.get());
    }

    private static Optional<Finding> error(RuleBundle bundle) {
        return RulesetReader.read(bundle).findings().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .findFirst();
    }

    private CouldNotRunException refused(List<Map.Entry<String, String>> values, Finding finding) {
        String written = String.join(
                language.of(new Text("、", ", ")),
                values.stream()
                        .map(value -> value.getKey() + "=" + value.getValue())
                        .toList());
        String why = new FindingText(language).line(finding);
        return new CouldNotRunException(
                "設定「" + written + "」ではルールになりません。" + why, "the setting " + written + " does not make rules. " + why);
    }
}
