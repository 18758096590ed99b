package io.shirube.engine.authoring.expression;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Text;
import io.shirube.engine.names.NearestName;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Term;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where names of an expression are looked up.
 *
 * @param own the fact type whose fields may be written bare, or null where none may
 * @param variable number of the item whose fields they are, {@link Term#ACCOUNT} for a singleton
 * @param catalogue whether bare names are account-level fields, as in catalogues and reasons
 */
record NameReading(
        Names names, Scope scope, Tokens tokens, @Nullable FactType own, int variable, boolean catalogue) {

    /** Returns what a path reads, or refuses it. */
    Term.OfField resolve(Expr.Path path) {
        Token first = path.first();
        Term.OfField read = switch (path.parts().size()) {
            case 1 -> single(first);
            case 2 -> dotted(path);
            default -> throw refuse(NameMessage.TOO_MANY_DOTS, path.parts().get(2), path.text());
        };
        refuseConclusion(read.field(), path.last());
        return new Term.OfField(read.variable(), read.field(), tokens.origin(path.first(), path.last()));
    }

    private void refuseConclusion(Field field, Token at) {
        Phase concludedIn = field.concludedIn();
        if (concludedIn == null || field.readableIn(scope.phase())) {
            return;
        }
        if (scope.inputsOnly()) {
            throw refuse(NameMessage.CONCLUSION_IN_CATALOGUE, at, field.qualifiedName(), concludedIn.folder());
        }
        throw refuse(
                NameMessage.LATER_PHASE,
                at,
                field.qualifiedName(),
                concludedIn.folder(),
                scope.phase().folder());
    }

    /** Returns whether a path reads something here. */
    boolean canResolve(Expr.Path path) {
        String first = path.first().text();
        return path.parts().size() > 1
                || first.startsWith("$")
                || bareField(first).isPresent();
    }

    private Optional<Field> bareField(String name) {
        if (own != null) {
            return names.vocabulary().field(own, name);
        }
        return catalogue ? names.accountField(name) : Optional.empty();
    }

    private Term.OfField single(Token name) {
        if (name.text().startsWith("$")) {
            return bound(name);
        }
        Field field = bareField(name.text()).orElseThrow(() -> unknownBare(name));
        return new Term.OfField(own == null ? Term.ACCOUNT : variable, field, tokens.origin(name, name));
    }

    private Term.OfField bound(Token name) {
        Scope.Bound bound = lookUp(name);
        if (bound instanceof Scope.Alias alias) {
            return new Term.OfField(alias.variable(), alias.field(), tokens.origin(name, name));
        }
        if (bound instanceof Scope.Item item) {
            String example = names.vocabulary().fields(item.type()).stream()
                    .findFirst()
                    .map(Field::name)
                    .orElse("id");
            throw refuse(NameMessage.ITEM_WITHOUT_FIELD, name, name.text(), example);
        }
        throw refuse(NameMessage.RESULT_USED_LATER, name, name.text());
    }

    /** Returns what a name stands for, or refuses it. */
    Scope.Bound lookUp(Token name) {
        return scope.find(name.text()).orElseThrow(() -> unknownBinding(name));
    }

    private Refusal unknownBinding(Token name) {
        if (scope.isHidden(name.text())) {
            return refuse(NameMessage.HIDDEN_BINDING, name, name.text());
        }
        return NearestName.of(name.text(), scope.names())
                .map(near -> refuse(NameMessage.MISSPELT_BINDING, name, name.text(), near))
                .orElseGet(() -> refuse(NameMessage.UNKNOWN_BINDING, name, name.text()));
    }

    private Term.OfField dotted(Expr.Path path) {
        Token owner = path.first();
        Token name = path.last();
        if (!owner.text().startsWith("$")) {
            FactType type = catalogue ? names.singleton(owner.text()).orElse(null) : null;
            if (type == null) {
                throw unknownOwner(path);
            }
            return fieldOf(type, Term.ACCOUNT, name);
        }
        Scope.Bound bound = lookUp(owner);
        if (bound instanceof Scope.Item item) {
            return fieldOf(item.type(), item.variable(), name);
        }
        throw refuse(NameMessage.NOT_AN_ITEM, owner, owner.text(), name.text());
    }

    private Refusal unknownOwner(Expr.Path path) {
        Token owner = path.first();
        if (!catalogue) {
            return refuse(NameMessage.FOREIGN_FIELD, owner, path.text());
        }
        return refuse(NameMessage.UNKNOWN_OWNER, owner, owner.text());
    }

    private Term.OfField fieldOf(FactType type, int itemVariable, Token name) {
        Field field = names.vocabulary().field(type, name.text()).orElseThrow(() -> unknownField(type, name));
        return new Term.OfField(itemVariable, field, tokens.origin(name, name));
    }

    private Refusal unknownBare(Token name) {
        if (own != null) {
            return unknownField(own, name);
        }
        if (!catalogue) {
            return refuse(NameMessage.BIND_FIRST, name, name.text());
        }
        if (names.accountFields(name.text()).size() > 1) {
            Field first = names.accountFields(name.text()).get(0);
            return refuse(NameMessage.AMBIGUOUS_FIELD, name, name.text(), templateName(first));
        }
        return names.nearestField(names.vocabulary().accountFields(), name.text())
                .map(near -> refuse(NameMessage.MISSPELT_NAME, name, name.text(), templateName(near)))
                .orElseGet(() -> refuse(NameMessage.UNKNOWN_NAME, name, name.text()));
    }

    private String templateName(Field field) {
        boolean plain = names.accountField(field.name()).filter(field::equals).isPresent();
        return plain ? field.name() : Names.lowerFirst(field.owner().ruleName()) + "." + field.name();
    }

    private Refusal unknownField(FactType type, Token name) {
        Optional<Field> near = names.nearestField(type, name.text());
        if (near.isPresent()) {
            return refuse(
                    NameMessage.MISSPELT_FIELD,
                    name,
                    name.text(),
                    type.ruleName(),
                    near.get().name());
        }
        Optional<String> elsewhere = names.ownersOf(name.text()).stream().findFirst();
        if (elsewhere.isPresent()) {
            return refuse(NameMessage.FIELD_ELSEWHERE, name, name.text(), type.ruleName(), elsewhere.get());
        }
        Text some = Names.some(names.vocabulary().fields(type).stream()
                .filter(field -> !names.vocabulary().isDayCount(field))
                .map(Field::name)
                .toList());
        return refuse(NameMessage.UNKNOWN_FIELD, name, name.text(), type.ruleName(), some);
    }

    Refusal refuse(Message message, Token at, Object... details) {
        return new Refusal(message.at(tokens.position(at), details));
    }
}
