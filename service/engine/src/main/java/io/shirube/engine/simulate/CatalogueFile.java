package io.shirube.engine.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * A YAML catalogue, taken apart entry by entry. Lists of the same length are compared item by item, others as a whole, and so
 * is a mapping whose common entries stand in another order, because the order of a catalogue may count.
 */
final class CatalogueFile implements FilePart {

    private static final Set<String> FOR_PEOPLE = Set.of("source", "grade");

    private final String path;
    private final Node root;

    private CatalogueFile(String path, Node root) {
        this.path = path;
        this.root = root;
    }

    /** A place in the merged tree. */
    private sealed interface Node {}

    /** One value or the other, by an edit; null where there is none. */
    private record Choice(@Nullable Yaml before, @Nullable Yaml after, int edit) implements Node {}

    private record Same(Yaml value) implements Node {}

    private record Entries(Map<String, Node> entries, Yaml.Mapping like) implements Node {}

    private record Items(List<Node> items, Yaml.Sequence like) implements Node {}

    static CatalogueFile of(String path, Yaml before, Yaml after, EditList edits) {
        return new CatalogueFile(path, node(before, after, "", false, edits));
    }

    private static Node node(Yaml before, Yaml after, String name, boolean forPeople, EditList edits) {
        if (YamlText.of(before).equals(YamlText.of(after))) {
            return new Same(before);
        }
        if (before instanceof Yaml.Mapping from && after instanceof Yaml.Mapping to) {
            Optional<List<String>> keys = merged(keys(from), keys(to));
            if (keys.isPresent()) {
                return entries(from, to, keys.get(), name, edits);
            }
        }
        if (before instanceof Yaml.Sequence from
                && after instanceof Yaml.Sequence to
                && from.items().size() == to.items().size()) {
            List<Node> items = new ArrayList<>();
            for (int i = 0; i < from.items().size(); i++) {
                items.add(node(from.items().get(i), to.items().get(i), name + "[" + i + "]", forPeople, edits));
            }
            return new Items(items, from);
        }
        String change = YamlText.shown(before) + " → " + YamlText.shown(after);
        Text text = new Text(
                after.at().file() + " の " + name + ": " + change, after.at().file() + ", " + name + ": " + change);
        return new Choice(before, after, edits.add(Edit.Kind.ENTRY_CHANGED, before.at(), after.at(), text, forPeople));
    }

    private static Node entries(Yaml.Mapping from, Yaml.Mapping to, List<String> keys, String name, EditList edits) {
        Map<String, Node> entries = new LinkedHashMap<>();
        for (String key : keys) {
            Yaml before = value(from, key);
            Yaml after = value(to, key);
            String path = name.isEmpty() ? key : name + "." + key;
            boolean forPeople = FOR_PEOPLE.contains(key);
            entries.put(
                    key,
                    before != null && after != null
                            ? node(before, after, path, forPeople, edits)
                            : oneSided(before, after, path, forPeople, edits));
        }
        return new Entries(entries, from);
    }

    private static Node oneSided(
            @Nullable Yaml before, @Nullable Yaml after, String name, boolean forPeople, EditList edits) {
        if (before != null) {
            String at = before.at().file();
            Text text = new Text(at + " の " + name + " を削除", at + ", " + name + " removed");
            return new Choice(before, null, edits.add(Edit.Kind.ENTRY_REMOVED, before.at(), null, text, forPeople));
        }
        Yaml added = Objects.requireNonNull(after);
        String at = added.at().file();
        String value = YamlText.shown(added);
        Text text = new Text(at + " に " + name + " を追加: " + value, at + ", " + name + " added: " + value);
        return new Choice(null, added, edits.add(Edit.Kind.ENTRY_ADDED, null, added.at(), text, forPeople));
    }

    private static @Nullable Yaml value(Yaml.Mapping mapping, String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .map(Yaml.Entry::value)
                .findFirst()
                .orElse(null);
    }

    private static List<String> keys(Yaml.Mapping mapping) {
        return mapping.entries().stream().map(Yaml.Entry::key).toList();
    }

    /** Returns all keys in an order that both lists keep; empty when there is none. */
    private static Optional<List<String>> merged(List<String> one, List<String> other) {
        List<String> common = one.stream().filter(other::contains).toList();
        if (!common.equals(other.stream().filter(one::contains).toList())) {
            return Optional.empty();
        }
        List<String> merged = new ArrayList<>();
        int next = 0;
        for (String key : other) {
            if (one.contains(key)) {
                while (!one.get(next).equals(key)) {
                    merged.add(one.get(next++));
                }
                next++;
            }
            merged.add(key);
        }
        merged.addAll(one.subList(next, one.size()));
        return Optional.of(merged);
    }

    @Override
    public void compose(IntPredicate applied, Map<String, byte[]> files) {
        Yaml tree = tree(root, applied);
        if (tree != null) {
            files.put(path, YamlText.of(tree).getBytes(UTF_8));
        }
    }

    private static @Nullable Yaml tree(Node node, IntPredicate applied) {
        if (node instanceof Choice choice) {
            return applied.test(choice.edit()) ? choice.after() : choice.before();
        }
        if (node instanceof Same same) {
            return same.value();
        }
        if (node instanceof Entries entries) {
            List<Yaml.Entry> kept = new ArrayList<>();
            entries.entries().forEach((key, child) -> {
                Yaml value = tree(child, applied);
                if (value != null) {
                    kept.add(new Yaml.Entry(key, value.at(), value));
                }
            });
            return new Yaml.Mapping(kept, entries.like().at());
        }
        Items items = (Items) node;
        List<Yaml> kept = new ArrayList<>();
        for (Node item : items.items()) {
            kept.add(Objects.requireNonNull(tree(item, applied)));
        }
        return new Yaml.Sequence(kept, items.like().at());
    }
}
