package io.shirube.engine.internal.drools.parse;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.drools.drl.ast.descr.AccumulateDescr;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExistsDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsParserException;
import org.kie.internal.builder.conf.LanguageLevelOption;

/** Asks Drools' DRL6 parser about the text of one rule, and remembers its latest answers. Safe for use by many threads. */
public final class DrlSyntax {

    private static final int MOST_REMEMBERED = 2_000;
    private static final int LONGEST_REMEMBERED = 20_000;

    /** By text. The parser is half of reading a folder, and an edit changes a rule or two of hundreds. */
    private static final Map<String, Optional<Outline>> LATELY =
            Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Optional<Outline>> eldest) {
                    return size() > MOST_REMEMBERED;
                }
            });

    private final List<Outline.Pattern> patterns = new ArrayList<>();

    private DrlSyntax() {}

    /**
     * Returns what Drools reads in a rule's text, or empty when it is not exactly one rule of DRL.
     *
     * @param rule from the word {@code rule} to the word {@code end}; nested at most as deep as the front end allows,
     *     because the grammar recurses
     */
    public static Optional<Outline> parse(String rule) {
        Optional<Outline> known = LATELY.get(rule);
        if (known != null) {
            return known;
        }
        Optional<Outline> outline = ask(rule);
        if (rule.length() <= LONGEST_REMEMBERED) {
            LATELY.put(rule, outline);
        }
        return outline;
    }

    private static Optional<Outline> ask(String rule) {
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        PackageDescr read;
        try {
            read = parser.parse(false, rule);
        } catch (DroolsParserException | RuntimeException refused) {
            return Optional.empty();
        }
        if (read == null || parser.hasErrors() || read.getRules().size() != 1) {
            return Optional.empty();
        }
        RuleDescr only = read.getRules().get(0);
        DrlSyntax syntax = new DrlSyntax();
        String shape = syntax.shape(only.getLhs());
        return Optional.of(new Outline(shape, syntax.patterns));
    }

    private String shape(BaseDescr descr) {
        if (descr instanceof PatternDescr pattern) {
            return pattern.getSource() instanceof AccumulateDescr accumulate
                    ? "accumulate(" + shape(accumulate.getInput()) + ")"
                    : pattern(pattern);
        }
        List<String> inner = new ArrayList<>();
        collect(descr, name(descr), inner);
        String name = name(descr);
        boolean wraps = name.equals("and") || name.equals("or");
        return wraps && inner.size() == 1 ? inner.get(0) : name + "(" + String.join(",", inner) + ")";
    }

    /** An {@code and} directly inside an {@code and}, and likewise {@code or}, is spliced: it says the same. */
    private void collect(BaseDescr descr, String joining, List<String> inner) {
        if (descr instanceof ConditionalElementDescr element) {
            for (Object part : element.getDescrs()) {
                boolean splice = (part instanceof AndDescr || part instanceof OrDescr)
                        && name((BaseDescr) part).equals(joining);
                if (splice) {
                    collect((BaseDescr) part, joining, inner);
                } else {
                    inner.add(shape((BaseDescr) part));
                }
            }
        }
    }

    private static String name(BaseDescr descr) {
        if (descr instanceof AndDescr) {
            return "and";
        }
        if (descr instanceof OrDescr) {
            return "or";
        }
        if (descr instanceof NotDescr) {
            return "not";
        }
        if (descr instanceof ExistsDescr) {
            return "exists";
        }
        return descr instanceof PatternDescr ? "pattern" : "other";
    }

    private String pattern(PatternDescr pattern) {
        String type = pattern.getObjectType();
        if (pattern.getSource() != null) {
            return "other(" + type + ")";
        }
        List<Integer> conditions = pattern.getConstraint().getDescrs().stream()
                .map(condition -> ((BaseDescr) condition).getStartCharacter())
                .toList();
        patterns.add(new Outline.Pattern(type, pattern.getIdentifier(), pattern.getStartCharacter(), conditions));
        return type;
    }
}
