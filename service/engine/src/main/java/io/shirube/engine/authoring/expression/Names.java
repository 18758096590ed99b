package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the names in a ruleset mean: fields, names of enums, action types, health dimensions, and the numbers of texts.
 * Used by one thread, because texts are interned while rules are read.
 */
public final class Names {

    private static final int MOST_LISTED = 8;

    private final Vocabulary vocabulary;
    private final List<ActionType> actions;
    private final TextInterner texts;

    public Names(Vocabulary vocabulary, List<ActionType> actions, TextInterner texts) {
        this.vocabulary = vocabulary;
        this.actions = List.copyOf(actions);
        this.texts = texts;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public List<ActionType> actions() {
        return actions;
    }

    public TextInterner texts() {
        return texts;
    }

    /** Returns the fact type that rules write like this. */
    public Optional<FactType> factType(String name) {
        return Arrays.stream(FactType.values())
                .filter(type -> type.ruleName().equals(name))
                .findFirst();
    }

    /** Returns the singleton that templates and catalogues write like this: its name with a lower-case first letter. */
    public Optional<FactType> singleton(String name) {
        return Arrays.stream(FactType.values())
                .filter(FactType::isSingleton)
                .filter(type -> lowerFirst(type.ruleName()).equals(name))
                .findFirst();
    }

    static String lowerFirst(String name) {
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** Returns the signal of that name, else the only account-level field of that name. */
    public Optional<Field> accountField(String name) {
        Optional<Field> signal = vocabulary.field(FactType.SIGNALS, name);
        if (signal.isPresent()) {
            return signal;
        }
        List<Field> found = accountFields(name);
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** Returns every account-level field of that name. */
    List<Field> accountFields(String name) {
        return vocabulary.accountFields().stream()
                .filter(field -> field.name().equals(name))
                .toList();
    }

    public Optional<ActionType> action(String name) {
        return actions.stream().filter(action -> action.name().equals(name)).findFirst();
    }

    /** Returns the health dimensions: the fields of Health that have a weight beside them. */
    public List<Field> dimensions() {
        return vocabulary.fields(FactType.HEALTH).stream()
                .filter(field -> vocabulary
                        .field(FactType.HEALTH, field.name() + "Weight")
                        .isPresent())
                .toList();
    }

    /** Returns the field of a fact type that the author probably meant. */
    public Optional<Field> nearestField(FactType owner, String written) {
        return nearestField(vocabulary.fields(owner), written);
    }

    /** Returns the field among those given that the author probably meant. */
    public Optional<Field> nearestField(Collection<Field> fields, String written) {
        return NearestName.of(written, fields, field -> List.of(field.name(), field.labelJa(), field.labelEn()));
    }

    /** Returns the name of an enum that the author probably meant. */
    public Optional<String> nearestValue(EnumType type, String written) {
        return NearestName.of(written, type.values(), value -> spellings(type, value));
    }

    private static List<String> spellings(EnumType type, String value) {
        List<String> spellings = new ArrayList<>(List.of(value));
        Objects.requireNonNullElse(type.labelsJa().get(value), "").lines().forEach(spellings::add);
        Objects.requireNonNullElse(type.labelsEn().get(value), "").lines().forEach(spellings::add);
        return spellings;
    }

    /** Returns the action type that the author probably meant. */
    public Optional<ActionType> nearestAction(String written) {
        return NearestName.of(written, actions, action -> List.of(action.name(), action.labelJa(), action.labelEn()));
    }

    /** Returns where else a field of exactly this name is, such as {@code Contract}. */
    public List<String> ownersOf(String fieldName) {
        return Arrays.stream(FactType.values())
                .filter(type -> vocabulary.field(type, fieldName).isPresent())
                .map(FactType::ruleName)
                .toList();
    }

    /** Returns the names joined by commas, for a message. */
    public static Text all(Collection<String> names) {
        return new Text(String.join("、", names), String.join(", ", names));
    }

    /** Returns the first few names joined by commas, for a message. */
    public static Text some(Collection<String> names) {
        Text shown = all(names.stream().limit(MOST_LISTED).toList());
        return names.size() > MOST_LISTED ? new Text(shown.ja() + " など", shown.en() + " and more") : shown;
    }
}
