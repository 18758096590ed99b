package io.shirube.engine.rules;

import io.shirube.engine.model.FactType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every field a rule of this ruleset may name: the built-in ones, and those the catalogues declare. Immutable.
 *
 * <p>Singletons share one numbering of slots; each collection has its own.
 */
public final class Vocabulary {

    private final Map<FactType, Map<String, Field>> fields;
    private final Map<FactType, List<Field>> lists;
    private final IdentityHashMap<Field, List<Field>> days = new IdentityHashMap<>();
    private final List<Field> accountFields;
    private final List<SignalType> signals;
    private final Map<String, EnumType> enums;

    /**
     * @param fields every field; the slots of singletons together, and of each collection, must be 0, 1, 2 …
     * @param signals how each signal and attribute is read, in the order in which derivations are computed
     * @param enums enums by name
     */
    public Vocabulary(List<Field> fields, List<SignalType> signals, List<EnumType> enums) {
        this.fields = new EnumMap<>(FactType.class);
        List<Field> onAccount = new ArrayList<>();
        for (Field field : fields) {
            Map<String, Field> ofType = this.fields.computeIfAbsent(field.owner(), type -> new LinkedHashMap<>());
            int expected = field.owner().isSingleton() ? onAccount.size() : ofType.size();
            if (field.slot() != expected) {
                throw new IllegalArgumentException(
                        "slot: " + expected + " expected for " + field.qualifiedName() + ", was " + field.slot());
            }
            if (ofType.put(field.name(), field) != null) {
                throw new IllegalArgumentException("name: twice " + field.qualifiedName());
            }
            if (field.owner().isSingleton()) {
                onAccount.add(field);
            }
        }
        // because these are asked for at every decision, nothing is copied then
        this.accountFields = List.copyOf(onAccount);
        this.lists = new EnumMap<>(FactType.class);
        this.fields.forEach((type, ofType) -> this.lists.put(type, List.copyOf(ofType.values())));
        fields.stream().filter(field -> field.type() == ValueType.DATE).forEach(this::findDays);
        Map<String, SignalType> byName = new LinkedHashMap<>();
        signals.forEach(signal -> byName.put(signal.field().qualifiedName(), signal));
        this.signals = List.copyOf(byName.values());
        Map<String, EnumType> enumsByName = new LinkedHashMap<>();
        enums.forEach(type -> enumsByName.put(type.name(), type));
        this.enums = Collections.unmodifiableMap(enumsByName);
    }

    private void findDays(Field date) {
        List<Field> counts = new ArrayList<>();
        FieldRegister.dayNames(date.name())
                .forEach(name -> field(date.owner(), name).ifPresent(counts::add));
        days.put(date, List.copyOf(counts));
    }

    /**
     * Returns the day counts of a date of this vocabulary in the order of {@link FieldRegister#dayNames}: days ago, days
     * ahead, working days ago, working days ahead.
     */
    public List<Field> days(Field date) {
        return days.getOrDefault(date, List.of());
    }

    /** Returns whether a field counts the days of a date of this vocabulary. */
    public boolean isDayCount(Field field) {
        return days.values().stream().anyMatch(counts -> counts.contains(field));
    }

    /** Returns the field of that name, if the fact type has it. */
    public Optional<Field> field(FactType owner, String name) {
        return Optional.ofNullable(fields.getOrDefault(owner, Map.of()).get(name));
    }

    /**
     * Returns a built-in field.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public Field required(FactType owner, String name) {
        return field(owner, name)
                .orElseThrow(() -> new IllegalArgumentException("no field " + owner.ruleName() + "." + name));
    }

    /** Returns the fields of one fact type in their declared order. */
    public List<Field> fields(FactType owner) {
        return lists.getOrDefault(owner, List.of());
    }

    /** Returns the fields of all singletons; index is the slot. */
    public List<Field> accountFields() {
        return accountFields;
    }

    /** Returns the signals and attributes of the catalogue, in the order in which derivations are computed. */
    public List<SignalType> signals() {
        return signals;
    }

    /** Returns the enums by name. */
    public Map<String, EnumType> enums() {
        return enums;
    }

    /** Returns the number of slots of an item of a collection, or of the account for a singleton. */
    public int slots(FactType type) {
        return type.isSingleton() ? accountFields.size() : fields(type).size();
    }
}
