package io.shirube.engine.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.authoring.table.TableCells;
import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The numbers of a rule folder by name, so that one can be tried with another value without copying the folder. Immutable, safe
 * for use by many threads.
 */
public final class Settings {

    private static final int MOST_NAMED = 5;

    private final RuleBundle bundle;
    private final Map<String, Found> byName = new LinkedHashMap<>();
    private final Map<String, List<Found>> byAlias = new HashMap<>();
    private final Map<String, String> texts = new TreeMap<>();

    private record Found(Setting setting, List<Spot> spots) {}

    /** Takes what is found. */
    interface Sink {
        void add(String name, String alias, String value, Text label, List<Spot> spots);
    }

    private Settings(RuleBundle bundle) {
        this.bundle = bundle;
    }

    /**
     * Finds the settings of a folder.
     *
     * @param model what was read in it
     */
    public static Settings of(RuleBundle bundle, RuleModel model) {
        Settings settings = new Settings(bundle);
        Map<String, Table> tables = new HashMap<>();
        for (RuleUnit unit : model.units()) {
            if (unit instanceof Table table) {
                tables.put(table.position().file(), table);
            }
        }
        bundle.files()
                .forEach((file, bytes) ->
                        Encodings.read(file, bytes, new Report()).ifPresent(text -> settings.find(file, text, tables)));
        return settings;
    }

    private void find(String file, String text, Map<String, Table> tables) {
        texts.put(file, text);
        Table table = tables.get(file);
        if (table != null) {
            TableCells.read(file, text).ifPresent(cells -> new TableSettings(table, cells).find(this::add));
        } else if (file.endsWith(".yml")) {
            new TextSettings(file, text, this::add).ofCatalogue();
        } else if (file.endsWith(".drl")) {
            new TextSettings(file, text, this::add).ofRules();
        }
    }

    private void add(String name, String alias, String value, Text label, List<Spot> spots) {
        Setting setting = new Setting(
                name, alias, value, label, spots.stream().map(Spot::at).toList());
        Found found = new Found(setting, List.copyOf(spots));
        if (byName.putIfAbsent(name, found) == null) {
            byAlias.computeIfAbsent(alias, fresh -> new ArrayList<>()).add(found);
        }
    }

    /** Returns all settings, in the order of files and places. */
    public List<Setting> all() {
        return byName.values().stream().map(Found::setting).toList();
    }

    /**
     * Returns the folder with other values, which may not be readable any more.
     *
     * @param values by name, as an author would write them
     * @throws UnknownSettingException for the first name that is none, or that several settings share
     */
    public RuleBundle with(Map<String, String> values) throws UnknownSettingException {
        Map<String, Map<Spot, String>> changes = new TreeMap<>();
        for (Map.Entry<String, String> value : values.entrySet()) {
            for (Spot spot : found(value.getKey()).spots()) {
                changes.computeIfAbsent(spot.at().file(), file -> new HashMap<>())
                        .put(spot, value.getValue());
            }
        }
        Map<String, byte[]> files = new TreeMap<>(bundle.files());
        changes.forEach((file, spots) -> files.put(file, changed(file, spots).getBytes(UTF_8)));
        return RuleBundle.of(files);
    }

    private Found found(String name) throws UnknownSettingException {
        Found exact = byName.get(name);
        List<Found> meant = exact != null ? List.of(exact) : byAlias.getOrDefault(name, List.of());
        if (meant.size() == 1) {
            return meant.get(0);
        }
        if (meant.size() > 1) {
            String names = String.join(
                    ", ",
                    meant.stream()
                            .map(found -> found.setting().name())
                            .limit(MOST_NAMED)
                            .toList());
            throw new UnknownSettingException(
                    "設定「" + name + "」は複数あります。どれかを指定してください: " + names,
                    "several settings are called " + name + ". Name one of them: " + names);
        }
        List<String> known = new ArrayList<>(byName.keySet());
        known.addAll(byAlias.keySet());
        known.sort(Comparator.naturalOrder());
        Optional<String> nearest = NearestName.of(name, known);
        throw new UnknownSettingException(
                "設定「" + name + "」はありません。" + nearest.map(it -> it + " のことですか？").orElse("")
                        + " --list-settings で一覧を表示します。",
                "there is no setting " + name + "."
                        + nearest.map(it -> " Did you mean " + it + "?").orElse("")
                        + " --list-settings shows all of them.");
    }

    private String changed(String file, Map<Spot, String> spots) {
        String text = texts.getOrDefault(file, "");
        List<Spot> lastFirst = new ArrayList<>(spots.keySet());
        lastFirst.sort(Comparator.comparingInt(Spot::from).reversed());
        if (lastFirst.get(0).row() == 0) {
            StringBuilder changed = new StringBuilder(text);
            lastFirst.forEach(spot -> changed.replace(spot.from(), spot.to(), spots.getOrDefault(spot, "")));
            return changed.toString();
        }
        TableCells cells = TableCells.read(file, text).orElseThrow();
        StringBuilder changed = new StringBuilder();
        for (int row = 1; row <= cells.height(); row++) {
            List<String> line = new ArrayList<>(cells.row(row, Math.max(1, cells.width(row))));
            for (Spot spot : lastFirst) {
                if (spot.row() == row) {
                    String cell = line.get(spot.column() - 1);
                    line.set(spot.column() - 1, replaced(cell, spot, spots.getOrDefault(spot, "")));
                }
            }
            CsvLine.append(line, changed);
        }
        return changed.toString();
    }

    /** A value with a % of its own stands for number and sign. */
    private static String replaced(String cell, Spot spot, String value) {
        String rest = cell.substring(spot.to());
        String bare = value.endsWith("%") && (rest.startsWith("%") || rest.startsWith("％"))
                ? value.substring(0, value.length() - 1)
                : value;
        return cell.substring(0, spot.from()) + bare + rest;
    }
}
