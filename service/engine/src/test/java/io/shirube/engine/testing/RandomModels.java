package io.shirube.engine.testing;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.rules.Condition;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Merge;
import io.shirube.engine.rules.Origin;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Rule;
import io.shirube.engine.rules.RuleModel;
import io.shirube.engine.rules.RuleUnit;
import io.shirube.engine.rules.Table;
import io.shirube.engine.rules.ValueType;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Rule models drawn at random over a small vocabulary with every kind of field. Same seed, same model. */
public final class RandomModels {

    /** Words of a rule file that would do harm if they reached a compiler. */
    static final List<String> HOSTILE = List.of(
            "plain",
            "\"; System.exit(1); //",
            "\\u0022); } } System.exit(2); /*",
            "*/ eval(true) end rule \"x\" when then System.exit(3); end //",
            "改行\nと\"引用符\"",
            "\u0000nul",
            "${jndi:x}",
            "end",
            "' or 1==1");

    private static final EnumType COLOUR =
            new EnumType("Colour", List.of("RED", "YELLOW", "GREEN"), Map.of(), Map.of());

    private final SplittableRandom random;
    private final List<Field> fields = new ArrayList<>();
    private int accountSlots;

    private RandomModels(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a model of the given number of units, spread over two phases. */
    public static RuleModel model(long seed, int units) {
        return new RandomModels(seed).model(units);
    }

    private RuleModel model(int count) {
        declareFields();
        Vocabulary vocabulary = new Vocabulary(fields, List.of(), List.of(COLOUR));
        RandomConditions conditions = new RandomConditions(random, vocabulary, HOSTILE.size());
        List<RuleUnit> units = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Phase phase = number < count / 2 ? Phase.SEGMENT : Phase.ACTIONS;
            units.add(random.nextInt(4) == 0 ? table(number, phase, conditions) : rule(number, phase, conditions));
        }
        return new RuleModel("sha256:test", vocabulary, units, List.of(), policies(), HOSTILE);
    }

    private Rule rule(int number, Phase phase, RandomConditions conditions) {
        conditions.startRule();
        Condition condition = conditions.leftSide();
        return new Rule(
                number,
                hostile() + number,
                phase,
                position(),
                day(),
                null,
                condition,
                conditions.variables(),
                conditions.results(),
                List.of(),
                null,
                null,
                Map.of("owner", hostile()));
    }

    private Table table(int number, Phase phase, RandomConditions conditions) {
        List<Field> readable = conditions.accountFields();
        List<Table.Column> columns = new ArrayList<>();
        int width = 1 + random.nextInt(4);
        for (int i = 0; i < width; i++) {
            columns.add(new Table.Column(readable.get(random.nextInt(readable.size())), position()));
        }
        List<Table.Row> rows = new ArrayList<>();
        int height = 1 + random.nextInt(8);
        for (int i = 0; i < height; i++) {
            List<Table.Cell> cells = columns.stream()
                    .map(column -> conditions.cell(column.field()))
                    .toList();
            rows.add(new Table.Row(i, cells, List.of(), null, null, position()));
        }
        Table.Hit hit = conditions.pick(Table.Hit.values());
        return new Table(number, hostile() + number, phase, position(), null, day(), hit, columns, rows, Map.of());
    }

    private void declareFields() {
        for (FactType owner : List.of(FactType.ACCOUNT, FactType.CONTRACT, FactType.SIGNALS)) {
            declare(owner, "number", ValueType.NUMBER, 1);
            declare(owner, "ratio", ValueType.NUMBER, 0);
            declare(owner, "flag", ValueType.BOOLEAN, 1);
            declare(owner, "colour", ValueType.ENUM, 1);
            declare(owner, "day", ValueType.DATE, 1);
            declare(owner, "text", ValueType.TEXT, 1);
            declare(owner, "texts", ValueType.TEXT_SET, 1);
        }
        for (FactType owner : List.of(FactType.TICKET, FactType.CONTACT)) {
            accountSlots = 0;
            declare(owner, "number", ValueType.NUMBER, 1);
            declare(owner, "ratio", ValueType.NUMBER, 0);
            declare(owner, "flag", ValueType.BOOLEAN, 1);
            declare(owner, "colour", ValueType.ENUM, 1);
            declare(owner, "day", ValueType.DATE, 1);
            declare(owner, "text", ValueType.TEXT, 1);
        }
    }

    private void declare(FactType owner, String name, ValueType type, double step) {
        fields.add(new Field(
                owner,
                name,
                accountSlots++,
                type,
                type == ValueType.ENUM ? COLOUR : null,
                "",
                null,
                null,
                step,
                hostile(),
                hostile(),
                null,
                false,
                Merge.SINGLE));
    }

    private @Nullable LocalDate day() {
        return random.nextInt(5) == 0 ? LocalDate.of(2026, 11, 20 + random.nextInt(3)) : null;
    }

    private String hostile() {
        return HOSTILE.get(random.nextInt(HOSTILE.size()));
    }

    static Origin origin() {
        return new Origin(position(), HOSTILE.get(1));
    }

    static Position position() {
        return Position.inText("5-actions/\"; System.exit(4); //.drl", 1, 1);
    }

    private static Policies policies() {
        return new Policies(
                "JPY",
                1,
                Set.of(),
                Map.of(),
                Map.of(),
                List.of(3, 2, 1),
                List.of(0.6, 0.6, 0.5),
                70,
                40,
                List.of(List.of(180), List.of(90), List.of(60)),
                30,
                0,
                2,
                60,
                90,
                Set.of(),
                LocalDate.of(2027, 12, 31),
                List.of());
    }
}
