package io.shirube.engine.simulate;

import io.shirube.engine.authoring.catalogue.Yaml;
import io.shirube.engine.authoring.catalogue.YamlReader;
import io.shirube.engine.authoring.drl.RulePieces;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the numbers of catalogues by file and path, and those of rules by rule and field. */
final class TextSettings {

    private static final Pattern FIGURE = Pattern.compile("-?\\d+(\\.\\d+)?(d|wd|%)?");
    private static final Pattern COMPARED =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)\\s*(?:>=|<=|>|<|==)\\s*(\\d[\\d.]*)(?![\\w.])");
    private static final Pattern WHEN = Pattern.compile("(?m)(?:^|\\s)when\\s");
    private static final Set<String> FOR_PEOPLE = Set.of("source", "grade", "ja", "en");

    private final String file;
    private final String text;
    private final Settings.Sink sink;

    TextSettings(String file, String text, Settings.Sink sink) {
        this.file = file;
        this.text = text;
        this.sink = sink;
    }

    void ofCatalogue() {
        String base = file.substring(0, file.length() - ".yml".length());
        YamlReader.read(file, text, new Report()).ifPresent(root -> walk(root, base, base));
    }

    private void walk(Yaml yaml, String name, String base) {
        if (yaml instanceof Yaml.Mapping mapping) {
            for (Yaml.Entry entry : mapping.entries()) {
                // because actions.actions.X would say it twice
                boolean twice = name.equals(base) && entry.key().equals(base);
                if (!FOR_PEOPLE.contains(entry.key())) {
                    walk(entry.value(), twice ? name : name + "." + entry.key(), base);
                }
            }
        } else if (yaml instanceof Yaml.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                walk(sequence.items().get(i), name + "." + i, base);
            }
        } else if (yaml instanceof Yaml.Scalar scalar
                && !scalar.quoted()
                && FIGURE.matcher(scalar.text()).matches()) {
            int from = offset(scalar.at());
            if (text.startsWith(scalar.text(), from)) {
                Spot spot =
                        new Spot(scalar.at(), 0, 0, from, from + scalar.text().length());
                sink.add(name, name, scalar.text(), new Text(file, file), List.of(spot));
            }
        }
    }

    private int offset(Position at) {
        int start = 0;
        for (int line = 1; line < at.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        return start + at.column() - 1;
    }

    void ofRules() {
        int searched = 0;
        for (RulePieces.Piece piece : RulePieces.of(file, text).orElse(List.of())) {
            int start = text.indexOf(piece.text(), searched);
            Matcher when = WHEN.matcher(piece.text());
            if (start >= 0 && when.find()) {
                compared(piece, start, when.end());
                searched = start + piece.text().length();
            }
        }
    }

    private void compared(RulePieces.Piece piece, int start, int from) {
        Map<String, Integer> times = new HashMap<>();
        Matcher matcher = COMPARED.matcher(piece.text());
        for (int at = from; matcher.find(at); at = matcher.end()) {
            String field = matcher.group(1);
            int time = times.merge(field, 1, Integer::sum);
            String name = piece.name() + "." + field + (time == 1 ? "" : "." + time);
            int place = start + matcher.start(2);
            int line = 1
                    + (int) text.substring(0, place)
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            Position position = Position.inText(file, line, place - text.lastIndexOf('\n', place));
            Spot spot = new Spot(position, 0, 0, place, start + matcher.end(2));
            sink.add(name, name, matcher.group(2), new Text("ルールの条件", "condition of a rule"), List.of(spot));
        }
    }
}
