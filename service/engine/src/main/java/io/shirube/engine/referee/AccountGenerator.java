package io.shirube.engine.referee;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Facts;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.ValueType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * Makes accounts around the constants of a ruleset: unknown, absent and foreign values among them. Same seed, same
 * accounts. Used by one thread.
 */
public final class AccountGenerator {

    private static final int MOST_ITEMS = 4;
    private static final List<String> FOREIGN = List.of("foreign-0", "foreign-1", "foreign-2");

    private final RuleModel model;
    private final ValueGrid grid;
    private final SplittableRandom random;
    private final double unknownShare;
    private final List<LocalDate> edges;

    /**
     * @param unknownShare share of the slots that are left unknown, 0..1
     */
    public AccountGenerator(RuleModel model, long seed, double unknownShare) {
        this.model = model;
        this.grid = new ValueGrid(model);
        this.random = new SplittableRandom(seed);
        this.unknownShare = unknownShare;
        this.edges = edges(model);
    }

    private static List<LocalDate> edges(RuleModel model) {
        List<LocalDate> edges = new ArrayList<>(List.of(LocalDate.of(2026, 11, 21)));
        for (RuleUnit unit : model.units()) {
            Stream.of(unit.from(), unit.until()).filter(Objects::nonNull).forEach(edges::add);
        }
        return List.copyOf(edges);
    }

    /** Returns an account that nothing aims at. */
    public Facts any() {
        return facts(unknownShare);
    }

    /** Returns an account aimed at the unit, of which every value is known and every collection told. */
    public Facts knownAndAimedAt(RuleUnit unit) {
        Facts facts = new Aim(model, grid, random).at(unit, facts(0));
        fillUnknown(facts.account(), model.vocabulary().accountFields());
        for (FactType type : FactType.values()) {
            facts.items(type)
                    .forEach(item -> fillUnknown(item, model.vocabulary().fields(type)));
        }
        return facts;
    }

    private void fillUnknown(Slots slots, List<Field> fields) {
        for (Field field : fields) {
            if (!slots.isKnown(field.slot())) {
                fillKnown(slots, field);
            }
        }
    }

    /** Returns an account of which most values make the unit true, some by a hair, some not. */
    public Facts aimedAt(RuleUnit unit) {
        return aimedAt(List.of(unit));
    }

    /** Returns accounts such that one of them is aimed at each unit, together with others up to that number. */
    List<Facts> aimedAt(List<RuleUnit> units, int together) {
        List<RuleUnit> shuffled = new ArrayList<>(units);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        List<Facts> accounts = new ArrayList<>();
        for (int from = 0; from < shuffled.size(); from += together) {
            accounts.add(aimedAt(shuffled.subList(from, Math.min(from + together, shuffled.size()))));
        }
        return accounts;
    }

    /** Aims at each in turn; where they want the same value the last has its way. */
    private Facts aimedAt(List<RuleUnit> units) {
        Facts aimed = facts(unknownShare / 4);
        Aim aim = new Aim(model, grid, random);
        for (RuleUnit unit : units) {
            aimed = aim.at(unit, aimed);
        }
        int spoiled = random.nextInt(3);
        for (int i = 0; i < spoiled; i++) {
            List<Integer> touched = aim.touched();
            if (!touched.isEmpty()) {
                int slot = touched.get(random.nextInt(touched.size()));
                fill(aimed.account(), model.vocabulary().accountFields().get(slot), unknownShare);
            }
        }
        return aimed;
    }

    private Facts facts(double unknown) {
        Slots account = new Slots(model.vocabulary().slots(FactType.ACCOUNT));
        for (Field field : model.vocabulary().accountFields()) {
            fill(account, field, unknown);
        }
        Map<FactType, List<Slots>> items = new EnumMap<>(FactType.class);
        for (FactType type : FactType.values()) {
            if (!type.isSingleton() && random.nextDouble() >= unknown / 2) {
                items.put(type, items(type, unknown));
            }
        }
        return new Facts("G-1", day(), account, items);
    }

    private List<Slots> items(FactType type, double unknown) {
        List<Slots> list = new ArrayList<>();
        int count = random.nextInt(MOST_ITEMS + 1);
        for (int i = 0; i < count; i++) {
            list.add(item(type, unknown));
        }
        return list;
    }

    private Slots item(FactType type, double unknown) {
        Slots item = new Slots(model.vocabulary().slots(type));
        for (Field field : model.vocabulary().fields(type)) {
            fill(item, field, unknown);
        }
        return item;
    }

    private LocalDate day() {
        return edges.get(random.nextInt(edges.size())).plusDays(random.nextInt(-1, 2));
    }

    private void fill(Slots slots, Field field, double unknown) {
        double draw = random.nextDouble();
        if (draw < unknown) {
            slots.setUnknown(field.slot());
        } else if (draw < unknown + 0.05) {
            slots.setAbsent(field.slot());
        } else {
            fillKnown(slots, field);
        }
    }

    private void fillKnown(Slots slots, Field field) {
        if (field.type() == ValueType.TEXT) {
            setText(slots, field.slot(), random.nextInt(model.texts().size() + FOREIGN.size()));
        } else if (field.type() == ValueType.TEXT_SET) {
            setTexts(slots, field.slot());
        } else if (field.type() == ValueType.BOOLEAN) {
            slots.set(field.slot(), random.nextInt(2));
        } else if (field.enumType() != null) {
            slots.set(field.slot(), random.nextInt(field.enumType().values().size()));
        } else {
            double[] values = grid.around(field);
            slots.set(field.slot(), values[random.nextInt(values.length)]);
        }
    }

    private void setText(Slots slots, int slot, int choice) {
        if (choice < model.texts().size()) {
            slots.setText(slot, choice, model.texts().get(choice));
        } else {
            int foreign = choice - model.texts().size();
            slots.setText(slot, -1 - foreign, FOREIGN.get(foreign));
        }
    }

    private void setTexts(Slots slots, int slot) {
        Set<String> texts = new LinkedHashSet<>();
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < model.texts().size(); i++) {
            if (random.nextInt(3) == 0) {
                numbers.add(i);
                texts.add(model.texts().get(i));
            }
        }
        slots.setTexts(slot, numbers.stream().mapToInt(Integer::intValue).toArray(), texts);
    }
}
