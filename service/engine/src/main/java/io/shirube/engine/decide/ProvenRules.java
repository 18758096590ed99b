package io.shirube.engine.decide;

import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * Rules on which this program has seen its two executors agree.
 *
 * @param bundle their files
 * @param model what was read in these files
 */
public record ProvenRules(RuleBundle bundle, RuleModel model) {

    /** Returns the files that another bundle has more, has less or has otherwise. */
    Set<String> editedIn(RuleBundle other) {
        Set<String> paths = new HashSet<>(bundle.files().keySet());
        paths.addAll(other.files().keySet());
        paths.removeIf(
                path -> Arrays.equals(bundle.files().get(path), other.files().get(path)));
        return paths;
    }

    /** Returns whether these rules have a field just like this one, in whatever slot. */
    boolean knows(Field field) {
        return model.vocabulary()
                .field(field.owner(), field.name())
                .filter(known -> known.at(field.slot()).equals(field))
                .isPresent();
    }
}
