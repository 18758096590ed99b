package io.shirube.engine.authoring;

import static io.shirube.engine.authoring.words.Report.say;

import io.shirube.engine.authoring.catalogue.CatalogueReader;
import io.shirube.engine.authoring.catalogue.Catalogues;
import io.shirube.engine.authoring.catalogue.FindingCatalogue;
import io.shirube.engine.authoring.check.IndicatorChecks;
import io.shirube.engine.authoring.check.RulesetChecks;
import io.shirube.engine.authoring.check.StageChecks;
import io.shirube.engine.authoring.drl.DrlFrontEnd;
import io.shirube.engine.authoring.expression.ExpressionParser;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.TemplateParser;
import io.shirube.engine.authoring.expression.TextInterner;
import io.shirube.engine.authoring.table.TableContext;
import io.shirube.engine.authoring.table.TableReader;
import io.shirube.engine.authoring.words.Encodings;
import io.shirube.engine.authoring.words.Report;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FindingType;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.RuleBundle;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.SignalType;
import io.shirube.engine.rules.Term;
import io.shirube.engine.rules.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a rule folder: parse, types, proofs. Whatever the bytes are, it answers with findings and never throws. */
public final class RulesetReader {

    private final RuleBundle bundle;
    private final Report report = new Report();
    private final TextInterner texts = new TextInterner();

    private RulesetReader(RuleBundle bundle) {
        this.bundle = bundle;
    }

    /** Returns the model, or why there is none, with every finding at once. */
    public static ReadResult read(RuleBundle bundle) {
        return new RulesetReader(bundle).read();
    }

    /** Returns the findings over many accounts that a sound folder asks for, in the author's order. */
    public static List<FindingType> findingTypes(RuleBundle bundle) {
        return FindingCatalogue.read(bundle, new Report());
    }

    private ReadResult read() {
        FolderLayout layout = new FolderLayout(bundle, report);
        @Nullable RuleModel model = null;
        if (layout.readable()) {
            layout.strangers();
            List<FindingType> findings = guarded(
                            Position.inText(FindingCatalogue.FILE, 1, 1),
                            () -> Optional.of(FindingCatalogue.read(bundle, report)))
                    .orElse(List.of());
            Optional<Catalogues> catalogues = guarded(
                    Position.inText("signals.yml", 1, 1),
                    () -> Optional.of(CatalogueReader.read(bundle, report, new Expressions())));
            if (catalogues.isPresent() && !catalogues.get().readable()) {
                report.notice(
                        "not-checked",
                        Position.inText(".", 1, 1),
                        say(
                                "一覧のファイルが読めないため、ルールと表は確認していません。",
                                "Rules and tables were not checked, because a catalogue cannot be read."),
                        say("一覧のエラーを直してから、もう一度確認してください。", "Mend the catalogue, then check again."));
            } else {
                model = catalogues.map(known -> model(layout, known, findings)).orElse(null);
            }
        }
        return new ReadResult(report.hasErrors() ? null : model, report.findings());
    }

    private RuleModel model(FolderLayout layout, Catalogues catalogues, List<FindingType> findings) {
        Names names = new Names(catalogues.vocabulary(), catalogues.actions(), texts);
        TemplateParser templates = new TemplateParser(names, report::add);
        TableContext context = new TableContext(
                catalogues.vocabulary(),
                catalogues.actions(),
                texts::intern,
                (text, at, phase) -> templates.parse(text, at, Scope.of(phase)));
        TableReader tables = new TableReader(context, report);
        DrlFrontEnd rules = new DrlFrontEnd(names, report::add);
        List<RuleUnit> units = new ArrayList<>();
        for (Phase phase : Phase.values()) {
            for (String file : layout.rules(phase)) {
                guarded(Encodings.start(file), () -> Optional.of(units(file, phase, units.size(), tables, rules)))
                        .ifPresent(units::addAll);
            }
        }
        boolean complete = !report.hasErrors();
        guarded(Position.inText(".", 1, 1), () -> {
            new RulesetChecks(catalogues.vocabulary(), units, catalogues.actions(), texts.texts(), findings, report)
                    .run(complete);
            if (complete) {
                new IndicatorChecks(catalogues.vocabulary(), units, catalogues.actions(), catalogues.aims(), report)
                        .run();
                new StageChecks(catalogues.vocabulary(), units, catalogues.actions(), report).run();
            }
            return Optional.of(units);
        });
        return new RuleModel(
                bundle.revision(),
                catalogues.vocabulary(),
                units,
                catalogues.actions(),
                catalogues.policies(),
                texts.texts());
    }

    private List<RuleUnit> units(String file, Phase phase, int first, TableReader tables, DrlFrontEnd rules) {
        byte[] bytes = bundle.files().getOrDefault(file, new byte[0]);
        Optional<String> text = Encodings.read(file, bytes, report);
        if (text.isEmpty()) {
            return List.of();
        }
        if (file.endsWith(FolderLayout.TABLE)) {
            return tables.read(file, text.get(), phase, first)
                    .<List<RuleUnit>>map(List::of)
                    .orElse(List.of());
        }
        return List.copyOf(rules.read(file, text.get(), phase, first));
    }

    /** Reads the formulas of catalogues. */
    private final class Expressions implements CatalogueReader.ExpressionReader {

        @Override
        public Optional<SignalType.Derivation> derivation(
                String text, Position at, Field target, Vocabulary vocabulary) {
            return parser(vocabulary).derivation(text, at);
        }

        @Override
        public Optional<Term> term(String text, Position at, Vocabulary vocabulary) {
            return parser(vocabulary).term(text, at, Phase.ACTIONS);
        }

        private ExpressionParser parser(Vocabulary vocabulary) {
            return new ExpressionParser(new Names(vocabulary, List.of(), texts), report::add);
        }
    }

    private interface Step<T> {
        Optional<T> run();
    }

    /** Runs a step; what nobody foresaw becomes a finding, because one odd file may not hide those of all others. */
    private <T> Optional<T> guarded(Position at, Step<T> step) {
        try {
            return step.run();
        } catch (RuntimeException | StackOverflowError unforeseen) {
            report.error(
                    "unreadable",
                    at,
                    say("このファイルは読めませんでした。", "This file could not be read."),
                    say(
                            "最近の変更を少しずつ戻して、原因の行を探してください。",
                            "Undo recent changes one by one to find the line that causes it."));
            return Optional.empty();
        }
    }
}
