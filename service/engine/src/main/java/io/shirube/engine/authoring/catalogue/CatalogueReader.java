package io.shirube.engine.authoring.catalogue;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.authoring.words.Widths;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.rules.ActionType;
import io.shirube.engine.rules.BuiltinFields;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads all catalogues of a rule folder. */
public final class CatalogueReader {

    /** The files this reader knows, all at the top of the folder. */
    public static final List<String> FILES =
            List.of("signals.yml", "conclusions.yml", "actions.yml", "policies.yml", "calendar.yml");

    private final RuleBundle bundle;
    private final Report report;
    private final ExpressionReader expressions;
    private boolean readable = true;

    /** Reads the expressions in catalogues; the grammar lives elsewhere. */
    public interface ExpressionReader {

        /** Returns the derivation a text means, or reports why it means none. */
        Optional<SignalType.Derivation> derivation(String text, Position at, Field target, Vocabulary vocabulary);

        /** Returns the number a text computes, or reports why it computes none. */
        Optional<Term> term(String text, Position at, Vocabulary vocabulary);
    }

    private CatalogueReader(RuleBundle bundle, Report report, ExpressionReader expressions) {
        this.bundle = bundle;
        this.report = report;
        this.expressions = expressions;
    }

    /** Returns what the catalogues say; everything wrong with them is reported. */
    public static Catalogues read(RuleBundle bundle, Report report, ExpressionReader expressions) {
        return new CatalogueReader(bundle, report, expressions).read();
    }

    private Catalogues read() {
        CatalogueNames names = new CatalogueNames(report);
        ActionCatalogue actions = new ActionCatalogue(file("actions.yml"), names, report);
        PolicyCatalogue policyFiles = new PolicyCatalogue(file("policies.yml"), file("calendar.yml"), report);
        List<BuiltinFields.Dimension> dimensions = policyFiles.dimensions();
        Policies policies = policyFiles.policies(dimensions, actions.names());

        EnumType actionName = actions.actionName();
        List<EnumType> builtIn = new ArrayList<>(BuiltinFields.enums());
        builtIn.add(actionName);
        EnumCatalogue enums = new EnumCatalogue(builtIn, names, report);
        FieldRegister register = BuiltinFields.register(actionName, dimensions);
        FieldCatalogue fields = new FieldCatalogue(register, enums, names, report);

        Entries signals = file("signals.yml");
        enums.read(signals.mapping("enums"));
        List<FieldCatalogue.Declared> declared =
                new ArrayList<>(fields.read(signals.mapping("signals"), FactType.SIGNALS));
        declared.addAll(fields.read(signals.mapping("attributes"), FactType.ACCOUNT));
        signals.end();
        Entries conclusions = file("conclusions.yml");
        fields.readConclusions(conclusions.mapping("conclusions"));
        conclusions.end();

        Vocabulary known = new Vocabulary(register.fields(), underived(declared), enums.all());
        sameLabels(known, declared);
        Vocabulary vocabulary = new Vocabulary(register.fields(), derived(declared, known), enums.all());
        List<ActionType> types =
                actions.read(vocabulary, readable, value -> expressions.term(value.text(), inside(value), vocabulary));
        return new Catalogues(vocabulary, types, policies, policyFiles.aims(fields.targets()), readable);
    }

    private static List<SignalType> underived(List<FieldCatalogue.Declared> declared) {
        return declared.stream()
                .map(signal -> new SignalType(signal.field(), signal.staleDays(), null, signal.at()))
                .toList();
    }

    private List<SignalType> derived(List<FieldCatalogue.Declared> declared, Vocabulary known) {
        List<SignalType> signals = new ArrayList<>();
        for (FieldCatalogue.Declared signal : declared) {
            Yaml.@Nullable Scalar derive = signal.derive();
            Optional<SignalType.Derivation> derivation = derive == null
                    ? Optional.empty()
                    : expressions.derivation(derive.text(), inside(derive), signal.field(), known);
            signals.add(new SignalType(
                    signal.field(),
                    signal.staleDays(),
                    derivation.orElse(null),
                    signal.at(),
                    isChangeable(signal, derivation.orElse(null))));
        }
        return Derivations.ordered(signals, report);
    }

    private boolean isChangeable(FieldCatalogue.Declared signal, SignalType.@Nullable Derivation derivation) {
        boolean may = SignalType.mayChange(signal.field(), derivation);
        FieldCatalogue.@Nullable Changeable told = signal.changeable();
        if (told == null) {
            return may;
        }
        if (told.told() && !may) {
            report.error(
                    "not-changeable",
                    told.at(),
                    say(
                            "日付・文字列・属性・前期の値は、変えるものとして提案できません。",
                            "A day, a text, an attribute or a value of a period ago is never something to change."),
                    say("changeable を消してください。", "Leave changeable out."));
        }
        return told.told() && may;
    }

    /** Returns where the text of a scalar begins, behind its quotation mark. */
    private static Position inside(Yaml.Scalar scalar) {
        Position at = scalar.at();
        return scalar.quoted() ? Position.inText(at.file(), at.line(), at.column() + 1) : at;
    }

    private void sameLabels(Vocabulary vocabulary, List<FieldCatalogue.Declared> declared) {
        Map<String, Field> byLabel = new HashMap<>();
        Map<Field, Position> places = new HashMap<>();
        declared.forEach(signal -> places.put(signal.field(), signal.at()));
        for (Field field : vocabulary.accountFields()) {
            for (String label : List.of("ja:" + field.labelJa(), "en:" + field.labelEn())) {
                Field first = byLabel.putIfAbsent(Widths.narrow(label).toLowerCase(Locale.ROOT), field);
                Position at = places.get(field);
                if (first != null && at != null && label.length() > 3) {
                    String shown = label.substring(3);
                    Text what = say(
                            "表示名「" + shown + "」は " + first.qualifiedName() + " と同じです。",
                            "The label \"" + shown + "\" is also that of " + first.qualifiedName() + ".");
                    report.warning(
                            "same-label",
                            at,
                            what,
                            say(
                                    "表の見出しで区別できるように、違う表示名にしてください。",
                                    "Choose another label, so that headings of tables can tell them apart."));
                }
            }
        }
    }

    private Entries file(String name) {
        byte[] bytes = bundle.files().get(name);
        Position start = Position.inText(name, 1, 1);
        if (bytes == null) {
            if (!name.equals("conclusions.yml")) {
                missing(name, start);
            }
            return Entries.none(start, report);
        }
        return Encodings.read(name, bytes, report)
                .flatMap(text -> YamlReader.read(name, text, report))
                .map(yaml -> Entries.of(yaml, report))
                .orElseGet(() -> unread(name, start));
    }

    private Entries unread(String name, Position start) {
        readable &= !report.hasErrors(name);
        return Entries.none(start, report);
    }

    private void missing(String name, Position at) {
        Text without = switch (name) {
            case "signals.yml" -> say("シグナルは1つもないものとして扱います。", "No signal is known.");
            case "actions.yml" -> say("推奨アクションは1つもないものとして扱います。", "No action is known.");
            case "calendar.yml" -> say("土日だけを休みとして扱います。", "Only weekends are days off.");
            default -> say("初期値を使います。", "The defaults are used.");
        };
        report.warning(
                "missing-file",
                at,
                say(name + " がありません。" + without.ja(), name + " is missing. " + without.en()),
                say("ルールのフォルダーの一番上に " + name + " を置いてください。", "Put " + name + " at the top of the rule folder."));
    }
}
