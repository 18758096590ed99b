package io.shirube.engine.authoring.drl;

import io.shirube.engine.authoring.expression.FindingSink;
import io.shirube.engine.authoring.expression.Names;
import io.shirube.engine.authoring.expression.Refusal;
import io.shirube.engine.authoring.expression.Scope;
import io.shirube.engine.authoring.expression.Token;
import io.shirube.engine.authoring.expression.Token.Kind;
import io.shirube.engine.authoring.expression.TokenReader;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Consequence;
import io.shirube.engine.rules.Phase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the right side of a rule, one statement after another; a broken one hides no other. */
final class ConsequenceReader {

    private static final Set<String> MEMORY_WORDS = Set.of(
            "insert", "insertLogical", "modify", "update", "delete", "retract", "drools", "kcontext", "channels");

    private final TokenReader reader;
    private final Phase phase;
    private final Scope scope;
    private final FindingSink findings;
    private final ConclusionReader conclusions;
    private final ActionReader actions;

    ConsequenceReader(Names names, TokenReader reader, Scope scope, FindingSink findings) {
        this.reader = reader;
        this.phase = scope.phase();
        this.scope = scope;
        this.findings = findings;
        this.conclusions = new ConclusionReader(names, reader, scope);
        this.actions = new ActionReader(names, reader, scope);
    }

    List<Consequence> read(Position then) {
        List<Consequence> read = new ArrayList<>();
        if (reader.atEnd()) {
            findings.add(RuleMessage.EMPTY_THEN.at(then, Verb.words(phase)));
        }
        while (!reader.atEnd()) {
            if (reader.accept(";")) {
                continue;
            }
            int from = reader.index();
            try {
                read.addAll(statement());
            } catch (Refusal refusal) {
                report(refusal);
                skip(from);
            }
        }
        return read;
    }

    /** A name that is missing only because its condition could not be read is no second finding. */
    private void report(Refusal refusal) {
        boolean follows = scope.isIncomplete() && refusal.finding().code().endsWith("-binding");
        if (!follows) {
            findings.add(refusal.finding());
        }
    }

    /** Moves behind the next semicolon, or to the next line that begins with a verb. */
    private void skip(int from) {
        reader.moveTo(Math.max(from + 1, reader.index()));
        while (!reader.atEnd() && !reader.accept(";") && !startsStatement()) {
            reader.next();
        }
    }

    private boolean startsStatement() {
        return Verb.of(reader.peek().text()).isPresent()
                && reader.peek(1).is("(")
                && reader.position().line()
                        > reader.tokens().position(reader.last()).line();
    }

    private List<Consequence> statement() {
        Token word = reader.peek();
        Verb verb = verb(word);
        reader.next();
        if (!reader.at("(")) {
            throw reader.refuse(ConclusionMessage.ARGUMENTS, word, word.text(), verb.example());
        }
        reader.next();
        List<Consequence> read = switch (verb) {
            case PROPOSE -> List.of(actions.propose(word));
            case HOLD -> List.of(actions.hold(word));
            default -> conclusions.read(verb, word);
        };
        endOfStatement();
        return read;
    }

    private void endOfStatement() {
        if (reader.accept(";")) {
            return;
        }
        Token last = reader.last();
        boolean nextLine = reader.atEnd() || Verb.of(reader.peek().text()).isPresent();
        if (!nextLine) {
            Token after = reader.peek();
            throw reader.refuse(ConclusionMessage.JAVA_CODE, after, after.text(), Verb.words(phase));
        }
        findings.add(
                ConclusionMessage.MISSING_SEMICOLON.at(reader.tokens().source().position(last.end())));
    }

    private Verb verb(Token word) {
        Optional<Verb> known = word.is(Kind.NAME) ? Verb.of(word.text()) : Optional.empty();
        if (known.isPresent() && known.get().phases().contains(phase)) {
            return known.get();
        }
        Text here = Verb.words(phase);
        if (known.isPresent()) {
            Text there =
                    Names.all(known.get().phases().stream().map(Phase::folder).toList());
            throw reader.refuse(ConclusionMessage.VERB_ELSEWHERE, word, word.text(), phase.folder(), there, here);
        }
        if (word.is("[")) {
            throw reader.refuse(ConclusionMessage.CONSEQUENCE_NAMED, word);
        }
        if (MEMORY_WORDS.contains(word.text())) {
            throw reader.refuse(ConclusionMessage.WORKING_MEMORY, word, word.text(), here);
        }
        if (!word.is(Kind.NAME) || !reader.peek(1).is("(") || isStatementOfJava(word.text())) {
            throw reader.refuse(ConclusionMessage.JAVA_CODE, word, path(), here);
        }
        throw unknown(word, here);
    }

    private Refusal unknown(Token word, Text here) {
        return NearestName.of(word.text(), Verb.words())
                .map(near -> reader.refuse(ConclusionMessage.MISSPELT_VERB, word, word.text(), near))
                .orElseGet(() -> reader.refuse(ConclusionMessage.UNKNOWN_VERB, word, word.text(), here));
    }

    private static boolean isStatementOfJava(String word) {
        return Arrays.asList("if", "for", "while", "do", "switch", "try", "return", "new", "synchronized")
                .contains(word);
    }

    /** Returns the first words of a statement as far as dots join them. */
    private String path() {
        StringBuilder path = new StringBuilder(reader.peek().text());
        for (int i = 1; reader.peek(i).is(".") && reader.peek(i + 1).is(Kind.NAME); i += 2) {
            path.append('.').append(reader.peek(i + 1).text());
        }
        return path.toString();
    }
}
