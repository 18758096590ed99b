package io.shirube.engine.cases;

import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Finding;
import io.shirube.engine.rules.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/** Reads the YAML of one case file and says where it is wrong. Used by one thread for one file. */
final class YamlReader {

    /** Values of a file after its aliases are followed, so that a short file cannot stand for a huge one. */
    private static final int MOST_VALUES = 200_000;

    private static final int DEEPEST = 50;

    private final String file;
    private final List<Finding> findings;
    private int values;

    YamlReader(String file, List<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** Returns the file's value, or null after having said why there is none. */
    @Nullable
    Yaml read(String text) {
        LoadSettings settings = LoadSettings.builder().setLabel(file).build();
        try {
            Optional<Node> root =
                    new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text))).getSingleNode();
            return root.isEmpty() ? null : value(root.get(), 0);
        } catch (MarkedYamlEngineException e) {
            invalid(e.getProblemMark().or(e::getContextMark).map(this::place).orElse(start()));
        } catch (YamlEngineException e) {
            invalid(start());
        } catch (TooMuch e) {
            error(
                    "case-too-large",
                    start(),
                    "ファイルの内容が大きすぎるか、入れ子が深すぎます。",
                    "ファイルを分けてください。",
                    "The file says too much or nests too deep.",
                    "Split the file.");
        }
        return null;
    }

    private void invalid(Position at) {
        error(
                "case-yaml",
                at,
                "YAML として読めません。",
                "字下げ(半角スペース)と、「:」の後の空白、引用符の閉じ忘れを確かめてください。",
                "This is not valid YAML.",
                "Look at the indentation (spaces), the space after each colon, and open quotes.");
    }

    private Yaml value(Node node, int depth) {
        if (++values > MOST_VALUES || depth > DEEPEST) {
            throw new TooMuch();
        }
        Position at = place(node.getStartMark().orElse(null));
        if (node instanceof MappingNode mapping) {
            return new Yaml(members(mapping, depth), at);
        }
        if (node instanceof SequenceNode sequence) {
            List<Yaml> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item, depth + 1)));
            return new Yaml(items, at);
        }
        return new Yaml(scalar((ScalarNode) node), at);
    }

    private Map<String, Yaml.Member> members(MappingNode mapping, int depth) {
        Map<String, Yaml.Member> members = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            Position at = place(tuple.getKeyNode().getStartMark().orElse(null));
            String name = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Yaml.Member member = new Yaml.Member(at, value(tuple.getValueNode(), depth + 1));
            if (members.putIfAbsent(name, member) != null) {
                error("case-duplicate", at, name + " が2回あります。", "1つにしてください。", name + " stands twice.", "Keep one.");
            }
        }
        return members;
    }

    private static @Nullable Object scalar(ScalarNode node) {
        String text = node.getValue();
        if (node.getScalarStyle() != ScalarStyle.PLAIN) {
            return text;
        }
        if (node.getTag().equals(Tag.NULL) || text.isEmpty() || text.equals("~")) {
            return null;
        }
        if (node.getTag().equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT) ? number(text) : text;
    }

    private static Object number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private Position place(@Nullable Mark mark) {
        return mark == null ? start() : Position.inText(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Position start() {
        return Position.inText(file, 1, 1);
    }

    private void error(String code, Position at, String whatJa, String tryJa, String whatEn, String tryEn) {
        findings.add(new Finding(Severity.ERROR, code, at, whatJa, tryJa, whatEn, tryEn));
    }

    /** Ends the reading of a file that is too large; never leaves this class. */
    private static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch() {
            super(null, null, false, false);
        }
    }
}
