package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML document from the parser's events, so that depth, size, aliases and tags are refused before anything is
 * built from them.
 */
public final class YamlReader {

    private static final int MOST_DEPTH = 20;
    private static final int MOST_NODES = 100_000;

    private final String file;
    private final Report report;
    private final Iterator<Event> events;
    private int nodes;

    private YamlReader(String file, String text, Report report) {
        this.file = file;
        this.report = report;
        LoadSettings settings =
                LoadSettings.builder().setLabel(file).setUseMarks(true).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** Returns the document; empty when the file is, or when it cannot be read, which is then reported. */
    public static Optional<Yaml> read(String file, String text, Report report) {
        Optional<Position> tab = tabIndentation(file, text);
        try {
            return new YamlReader(file, text, report).document();
        } catch (Refused refused) {
            report.error(refused.code, refused.at, refused.what, refused.tryThis);
        } catch (MarkedYamlEngineException broken) {
            if (tab.isPresent()) {
                reportTab(tab.get(), report);
            } else {
                Position at = broken.getProblemMark()
                        .map(mark -> position(file, mark))
                        .orElse(Position.inText(file, 1, 1));
                YamlProblems.report(broken.getProblem(), at, report);
            }
        } catch (ReaderException broken) {
            report.error(
                    "yaml-character",
                    position(file, text, broken.getPosition()),
                    say("YAMLに書けない制御文字があります。", "There is a control character that YAML does not allow."),
                    say("その文字を消してください。", "Delete that character."));
        } catch (YamlEngineException broken) {
            YamlProblems.report("", tab.orElse(Position.inText(file, 1, 1)), report);
        }
        return Optional.empty();
    }

    private Optional<Yaml> document() {
        Optional<Yaml> document = Optional.empty();
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof NodeEvent node) {
                if (document.isPresent()) {
                    throw new Refused(
                            "yaml-documents",
                            at(event),
                            say("「---」で区切られた2つ目の文書があります。", "A second document begins here (\"---\")."),
                            say("1つのファイルには1つの文書だけを書いてください。", "Keep one document to a file."));
                }
                document = Optional.of(node(node, 0));
            }
        }
        return document;
    }

    private Yaml node(NodeEvent event, int depth) {
        Position at = at(event);
        refuseTricks(event, at);
        if (depth > MOST_DEPTH || ++nodes > MOST_NODES) {
            throw new Refused(
                    "yaml-too-deep",
                    at,
                    say("入れ子が深すぎるか、項目が多すぎます。", "The nesting is too deep, or there are too many entries."),
                    say("かっこの閉じ忘れがないか確かめてください。", "Look for a bracket that is not closed."));
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, at);
            case SequenceStart -> sequence(at, depth);
            case MappingStart -> mapping(at, depth);
            default -> throw new IllegalStateException("not a node: " + event.getEventId());
        };
    }

    private static Yaml.Scalar scalar(ScalarEvent event, Position at) {
        return new Yaml.Scalar(event.getValue(), !event.isPlain(), at);
    }

    private Yaml.Sequence sequence(Position at, int depth) {
        List<Yaml> items = new ArrayList<>();
        Event event = events.next();
        while (event instanceof NodeEvent node) {
            items.add(node(node, depth + 1));
            event = events.next();
        }
        return new Yaml.Sequence(items, at);
    }

    private Yaml.Mapping mapping(Position at, int depth) {
        List<Yaml.Entry> entries = new ArrayList<>();
        Map<String, Position> seen = new HashMap<>();
        Event event = events.next();
        while (event instanceof NodeEvent keyEvent) {
            Position keyAt = at(event);
            if (!(node(keyEvent, depth + 1) instanceof Yaml.Scalar key)) {
                throw new Refused(
                        "yaml-key",
                        keyAt,
                        say("キーに一覧や入れ子は使えません。", "A key must be a single word."),
                        say("かっこの位置を確かめてください。", "Look at where the brackets stand."));
            }
            Yaml value = node((NodeEvent) events.next(), depth + 1);
            Position first = seen.putIfAbsent(key.text(), keyAt);
            if (first == null) {
                entries.add(new Yaml.Entry(key.text(), keyAt, value));
            } else {
                duplicate(key.text(), keyAt, first);
            }
            event = events.next();
        }
        return new Yaml.Mapping(entries, at);
    }

    private void duplicate(String key, Position at, Position first) {
        report.error(
                "duplicate-key",
                at,
                say(
                        "「" + key + "」が2回書かれています（1回目は" + first.line() + "行目）。",
                        "\"" + key + "\" is written twice (first in line " + first.line() + ")."),
                say("どちらか一方を消してください。", "Delete one of the two."));
    }

    private static void refuseTricks(NodeEvent event, Position at) {
        if (event instanceof AliasEvent || event.getAnchor().isPresent()) {
            throw new Refused(
                    "yaml-alias",
                    at,
                    say("「&」と「*」による使い回し（アンカー）は使えません。", "Anchors and aliases (\"&\" and \"*\") cannot be used."),
                    say(
                            "値をそのまま書いてください。文字として使うときは引用符で囲みます。",
                            "Write the value out; put it in quotes when it is meant as text."));
        }
        Optional<String> tag = event instanceof ScalarEvent scalar
                ? scalar.getTag()
                : event instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        if (tag.isPresent()) {
            throw new Refused(
                    "yaml-tag",
                    at,
                    say("「!」で始まる型の指定は使えません。", "A type tag (\"!…\") cannot be used."),
                    say("「!」から始まる語を消すか、引用符で囲んでください。", "Delete the word that begins with \"!\", or put it in quotes."));
        }
    }

    private static Optional<Position> tabIndentation(String file, String text) {
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            String blank = lines[i].substring(
                    0, lines[i].length() - lines[i].stripLeading().length());
            if (blank.indexOf('\t') >= 0 && !lines[i].isBlank()) {
                return Optional.of(Position.inText(file, i + 1, blank.indexOf('\t') + 1));
            }
        }
        return Optional.empty();
    }

    private static void reportTab(Position at, Report report) {
        report.error(
                "yaml-tab",
                at,
                say("字下げにタブ文字が使われています。", "The line is indented with a tab."),
                say("半角スペース2つに置き換えてください。", "Indent with two spaces instead."));
    }

    private Position at(Event event) {
        return event.getStartMark().map(mark -> position(file, mark)).orElse(Position.inText(file, 1, 1));
    }

    private static Position position(String file, Mark mark) {
        return Position.inText(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Position position(String file, String text, int index) {
        String before = text.substring(0, Math.min(Math.max(index, 0), text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return Position.inText(file, line, before.length() - before.lastIndexOf('\n'));
    }

    /** Stops the reading where the document cannot be trusted any further. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String code;
        private final transient Position at;
        private final transient Text what;
        private final transient Text tryThis;

        Refused(String code, Position at, Text what, Text tryThis) {
            super(code);
            this.code = code;
            this.at = at;
            this.what = what;
            this.tryThis = tryThis;
        }
    }
}
