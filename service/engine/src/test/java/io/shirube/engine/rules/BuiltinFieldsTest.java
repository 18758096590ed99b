package io.shirube.engine.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.FactType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BuiltinFieldsTest {

    private final EnumType actionName = new EnumType("ActionName", List.of("UPSELL_PROMPT"), Map.of(), Map.of());
    private final Vocabulary vocabulary = new Vocabulary(
            BuiltinFields.register(actionName, List.of(new BuiltinFields.Dimension("adoption", "活用", "Adoption")))
                    .fields(),
            List.of(),
            BuiltinFields.enums());

    @Test
    void everyDateHasItsDaysAgoAndAhead() {
        for (FactType owner : FactType.values()) {
            vocabulary.fields(owner).stream()
                    .filter(field -> field.type() == ValueType.DATE)
                    .forEach(date -> assertThat(FieldRegister.dayNames(date.name()))
                            .allSatisfy(name -> assertThat(vocabulary.required(owner, name))
                                    .returns("days", Field::unit)
                                    .returns(date.concludedIn(), Field::concludedIn)));
        }
    }

    @Test
    void dropsAtAndOnOnlyBehindALowerCaseLetter() {
        assertThat(FieldRegister.dayNames("openedAt"))
                .containsExactly("openedDaysAgo", "openedDaysAhead", "openedWorkingDaysAgo", "openedWorkingDaysAhead");
        assertThat(FieldRegister.dayNames("decisionDate"))
                .containsExactly(
                        "decisionDateDaysAgo",
                        "decisionDateDaysAhead",
                        "decisionDateWorkingDaysAgo",
                        "decisionDateWorkingDaysAhead");
        assertThat(FieldRegister.dayNames("on"))
                .containsExactly("onDaysAgo", "onDaysAhead", "onWorkingDaysAgo", "onWorkingDaysAhead");
    }

    @Test
    void aDimensionHasAScoreTwoBoundsAndAWeight() {
        assertThat(vocabulary.required(FactType.HEALTH, "adoption").merge()).isEqualTo(Merge.LOWEST);
        assertThat(vocabulary.required(FactType.HEALTH, "adoptionAtLeast").merge())
                .isEqualTo(Merge.HIGHEST);
        assertThat(vocabulary.required(FactType.HEALTH, "adoptionAtMost").merge())
                .isEqualTo(Merge.LOWEST);
        assertThat(vocabulary.required(FactType.HEALTH, "adoptionWeight").merge())
                .isEqualTo(Merge.SINGLE);
    }

    @Test
    void renewalIsReadableFromHealthOnAndNeverAssignable() {
        Field daysLeft = vocabulary.required(FactType.RENEWAL, "daysLeft");

        assertThat(daysLeft.assignable()).isFalse();
        assertThat(daysLeft.readableIn(Phase.SEGMENT)).isFalse();
        assertThat(daysLeft.readableIn(Phase.HEALTH)).isTrue();
    }

    @Test
    void everyFieldHasLabelsInBothLanguages() {
        for (FactType owner : FactType.values()) {
            assertThat(vocabulary.fields(owner))
                    .allSatisfy(field -> assertThat(field.labelJa()).isNotBlank())
                    .allSatisfy(field -> assertThat(field.labelEn()).isNotBlank());
        }
    }
}
