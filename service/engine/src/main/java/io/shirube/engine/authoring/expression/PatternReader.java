package io.shirube.engine.authoring.expression;

import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.model.FactType;
import io.shirube.engine.rules.Constraint;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Term;
import java.util.ArrayList;
import java.util.List;

/** Reads what stands between the parentheses of one pattern: conditions and bindings, separated by commas. */
public final class PatternReader {

    private final NameReading reading;
    private final TokenReader reader;
    private final FindingSink findings;
    private final List<Integer> starts = new ArrayList<>();

    /**
     * @param reader over the tokens between the parentheses
     * @param variable number of the item, {@link Term#ACCOUNT} for a singleton
     * @param scope sees earlier bindings, gets the new ones
     */
    public PatternReader(
            Names names, Scope scope, TokenReader reader, FactType type, int variable, FindingSink findings) {
        this.reading = new NameReading(names, scope, reader.tokens(), type, variable, false);
        this.reader = reader;
        this.findings = findings;
    }

    /** Reads everything; each broken condition is one finding and hides no other. */
    public Constraint read(Origin origin) {
        List<Constraint> parts = new ArrayList<>();
        while (!reader.atEnd()) {
            int from = reader.index();
            starts.add(reader.peek().start());
            try {
                readOne(parts);
                endOfCondition();
            } catch (Refusal refusal) {
                findings.add(refusal.finding());
                reading.scope().markIncomplete();
                skip(from);
            }
        }
        return parts.size() == 1 ? parts.get(0) : new Constraint.AllOf(parts, origin);
    }

    /** Returns the offsets at which the conditions and bindings begin. */
    public List<Integer> starts() {
        return List.copyOf(starts);
    }

    private void readOne(List<Constraint> parts) {
        Token name = reader.peek();
        boolean binds = name.is(Kind.NAME) && reader.peek(1).is(":");
        if (binds) {
            reader.next();
            reader.next();
        }
        Expr expr = new ExprReader(reader, false).read();
        if (!binds || !(expr instanceof Expr.Path)) {
            parts.add(new ConstraintTyper(reading, findings).type(expr));
        }
        if (binds) {
            bind(name, expr);
        }
    }

    private void bind(Token name, Expr expr) {
        if (!name.text().startsWith("$")) {
            throw reader.refuse(NameMessage.BINDING_NEEDS_DOLLAR, name, name.text());
        }
        Expr left = expr;
        if (expr instanceof Expr.Compare compare) {
            left = compare.left();
        } else if (expr instanceof Expr.Word word) {
            left = word.left();
        }
        if (!(left instanceof Expr.Path path)) {
            throw reader.refuse(NameMessage.BINDING_FORM, left.first());
        }
        Term.OfField field = reading.resolve(path);
        if (!reading.scope().bind(name.text(), new Scope.Alias(field.variable(), field.field()))) {
            throw reader.refuse(NameMessage.DUPLICATE_BINDING, name, name.text());
        }
    }

    private void endOfCondition() {
        if (reader.atEnd()) {
            return;
        }
        Token after = reader.peek();
        if (!reader.accept(",")) {
            throw reader.refuse(SyntaxMessage.COMMA_EXPECTED, after, after.text());
        }
        if (reader.atEnd()) {
            throw reader.refuse(SyntaxMessage.VALUE_MISSING, reader.peek());
        }
    }

    /** Moves behind the comma that ends the condition which began at {@code from}. */
    private void skip(int from) {
        int stopped = reader.index();
        reader.moveTo(from);
        int depth = 0;
        while (!reader.atEnd()) {
            Token token = reader.next();
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (depth <= 0 && token.is(",") && reader.index() > stopped) {
                return;
            }
        }
    }
}
