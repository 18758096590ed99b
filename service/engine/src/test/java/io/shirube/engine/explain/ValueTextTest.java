package io.shirube.engine.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.FieldRegister;
import io.shirube.engine.rules.ValueType;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {

    @ParameterizedTest(name = "{0} {1} is shown as {2}")
    @CsvSource(
            delimiter = ';',
            value = {
                "0.92; ratio; 92",
                "0.285; ratio; 28.5",
                "0.2855; ratio; 28.6",
                "-0.25; ratio; -25",
                "1.0; ratio; 100",
                "0.0; ratio; 0",
                "-0.00001; ratio; 0",
                "12000000; yen; 12,000,000",
                "999; yen; 999",
                "-1234567; yen; -1,234,567",
                "1820; people; 1820",
                "4.125; points; 4.1",
                "4.125; times; 4.13",
                "161; days; 161",
                "4.4; items; 4",
                "4.5; items; 5",
                "10000000; people; 10000000"
            })
    void showsNumbersInTheirUnit(double number, String unit, String shown) {
        assertThat(ValueText.show(Quoted.number(number), field(unit), true)).isEqualTo(shown);
        assertThat(ValueText.show(Quoted.number(number), field(unit), false)).isEqualTo(shown);
    }

    @Test
    void showsDaysAsEachLanguageWritesThem() {
        Field day = new FieldRegister()
                .draft(FactType.SIGNALS, "seen", ValueType.DATE, "日", "Day")
                .add();
        Quoted value = Quoted.number((double) LocalDate.of(2026, 12, 28).toEpochDay());
        assertThat(ValueText.show(value, day, true)).isEqualTo("2026/12/28(月)");
        assertThat(ValueText.show(value, day, false)).isEqualTo("2026-12-28");
        assertThat(ValueText.plain(value, day)).isEqualTo(LocalDate.of(2026, 12, 28));
    }

    @Test
    void showsNamesByTheirLabel() {
        EnumType type = new EnumType("Mood", List.of("GOOD", "BAD"), Map.of("GOOD", "良好"), Map.of("GOOD", "Good"));
        Field mood = new FieldRegister()
                .draft(FactType.SIGNALS, "mood", type, "見立て", "Mood")
                .add();
        assertThat(ValueText.show(Quoted.number(0), mood, true)).isEqualTo("良好");
        assertThat(ValueText.show(Quoted.number(1), mood, true)).isEqualTo("BAD");
        assertThat(ValueText.plain(Quoted.number(0), mood)).isEqualTo("GOOD");
    }

    @Test
    void neverShowsNull() {
        assertThat(ValueText.show(Quoted.UNKNOWN, field(""), true)).isEqualTo("不明");
        assertThat(ValueText.show(Quoted.UNKNOWN, field(""), false)).isEqualTo("unknown");
        assertThat(ValueText.show(Quoted.ABSENT, field(""), true)).isEqualTo("なし");
        assertThat(ValueText.show(Quoted.ABSENT, field(""), false)).isEqualTo("none");
        assertThat(ValueText.plain(Quoted.UNKNOWN, field(""))).isNull();
    }

    @Test
    void joinsTheMembersOfASet() {
        Field products = new FieldRegister()
                .draft(FactType.CONTRACT, "products", ValueType.TEXT_SET, "製品", "Products")
                .add();
        Set<String> members = new LinkedHashSet<>(List.of("SSO", "API"));
        Quoted value = new Quoted(Slots.KNOWN, 0, null, members);
        assertThat(ValueText.show(value, products, true)).isEqualTo("SSO、API");
        assertThat(ValueText.show(value, products, false)).isEqualTo("SSO, API");
    }

    @Test
    void roundsAFigureAndSaysThatItIsAShare() {
        assertThat(ValueText.figure(1.3265306122448979, field("ratio"), true)).isEqualTo("132.7%");
        assertThat(ValueText.figure(-76, field("days"), true)).isEqualTo("-76");
    }

    private static Field field(String unit) {
        return new FieldRegister()
                .draft(FactType.SIGNALS, "n", ValueType.NUMBER, "数", "Number")
                .unit(unit)
                .add();
    }
}
