package io.shirube.engine.authoring.expression;

import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.ReasonTemplate;
import io.shirube.engine.rules.ReasonTemplate.Part;
import io.shirube.engine.rules.ReasonTemplate.Quote;
import io.shirube.engine.rules.ReasonTemplate.Words;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads reason sentences with places such as {@code {seatUtilisation}}, {@code {contract.arr}} or {@code {t.severity}}.
 * Used by one thread.
 */
public final class TemplateParser {

    private static final Pattern PERCENT_SIGN =
            Pattern.compile("^\\s*(%|％|パーセント|percent|ポイント|points?\\b|pt\\b).*", Pattern.DOTALL);
    private static final Pattern CERTAIN_PERCENT_SIGN = Pattern.compile("^\\s*(%|％|パーセント|percent).*", Pattern.DOTALL);

    private final Names names;
    private final FindingSink findings;

    public TemplateParser(Names names, FindingSink findings) {
        this.names = names;
        this.findings = findings;
    }

    /**
     * Reads a sentence.
     *
     * @param at place of its first character, or its cell
     * @param scope the names the rule has bound; an empty scope of the table's phase for a table
     * @return empty when there was an error, which then is among the findings
     */
    public Optional<ReasonTemplate> parse(String text, Position at, Scope scope) {
        return parse(SourceText.at(at, text), scope);
    }

    /** Reads a sentence whose characters have their own places. */
    public Optional<ReasonTemplate> parse(SourceText source, Scope scope) {
        String text = source.text();
        List<Part> parts = new ArrayList<>();
        boolean whole = true;
        int i = 0;
        while (i < text.length()) {
            int brace = nextBrace(text, i);
            if (brace > i) {
                parts.add(new Words(text.substring(i, brace)));
            }
            if (brace == text.length()) {
                break;
            }
            int close = text.indexOf('}', brace);
            int reopened = text.indexOf('{', brace + 1);
            if (text.charAt(brace) == '}') {
                findings.add(ReasonMessage.EXTRA_BRACE.at(source.position(brace)));
                return Optional.empty();
            }
            if (close < 0 || (reopened >= 0 && reopened < close)) {
                findings.add(ReasonMessage.UNCLOSED_PLACE.at(source.position(brace)));
                return Optional.empty();
            }
            Optional<Quote> quote = quote(source, brace, close, scope);
            quote.ifPresent(parts::add);
            whole &= quote.isPresent();
            i = close + 1;
        }
        return whole ? Optional.of(new ReasonTemplate(text, parts, source.position(0))) : Optional.empty();
    }

    private static int nextBrace(String text, int from) {
        int brace = from;
        while (brace < text.length() && text.charAt(brace) != '{' && text.charAt(brace) != '}') {
            brace++;
        }
        return brace;
    }

    private Optional<Quote> quote(SourceText source, int open, int close, Scope scope) {
        String name = source.text().substring(open + 1, close);
        List<Token> path = path(name, open + 1, scope);
        NameReading reading =
                new NameReading(names, scope, new Tokens(source, source.text(), path), null, Term.ACCOUNT, true);
        try {
            if (path.stream().anyMatch(part -> part.text().isEmpty())) {
                throw new Refusal(ReasonMessage.EMPTY_PLACE.at(source.position(open)));
            }
            Term term = term(path, reading);
            checkSign(source, open, close, term);
            return Optional.of(new Quote(name.strip(), term));
        } catch (Refusal refusal) {
            boolean maybeBound = scope.isIncomplete() && path.size() <= 2;
            if (!maybeBound) {
                findings.add(refusal.finding());
            }
            return Optional.empty();
        }
    }

    /** Cuts a name at its dots; a name the rule has bound gets its {@code $} back. */
    private static List<Token> path(String name, int offset, Scope scope) {
        List<Token> path = new ArrayList<>();
        int start = 0;
        while (start <= name.length()) {
            int dot = name.indexOf('.', start);
            int end = dot < 0 ? name.length() : dot;
            String part = name.substring(start, end).strip();
            boolean bound = path.isEmpty() && (scope.find("$" + part).isPresent() || scope.isHidden("$" + part));
            path.add(new Token(Kind.NAME, bound ? "$" + part : part, offset + start, offset + end));
            start = end + 1;
        }
        return path;
    }

    private static Term term(List<Token> path, NameReading reading) {
        Token first = path.get(0);
        boolean bound = path.size() == 1 && first.text().startsWith("$");
        if (bound && reading.lookUp(first) instanceof Scope.Result result) {
            return new Term.OfResult(result.number(), reading.tokens().origin(first, first));
        }
        return reading.resolve(new Expr.Path(path));
    }

    private void checkSign(SourceText source, int open, int close, Term term) {
        String after = source.text().substring(close + 1);
        Field field = term instanceof Term.OfField read ? read.field() : null;
        String name = source.text().substring(open, close + 1);
        boolean ratio =
                field != null && (field.unit().equals("ratio") || field.unit().equals("percent"));
        if (ratio && !PERCENT_SIGN.matcher(after).matches()) {
            throw new Refusal(ReasonMessage.RATIO_WITHOUT_SIGN.at(source.position(open), name));
        }
        if (!ratio && field != null && CERTAIN_PERCENT_SIGN.matcher(after).matches()) {
            throw new Refusal(ReasonMessage.SIGN_WITHOUT_RATIO.at(source.position(close + 1), name));
        }
    }
}
