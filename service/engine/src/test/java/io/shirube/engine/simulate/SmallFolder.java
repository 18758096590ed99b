package io.shirube.engine.simulate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.RuleBundle;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** A small rule folder of all five phases, as texts, that is edited as CS ops would. Folders are never changed, but copied. */
public final class SmallFolder {

    static final String SIZE = "1-lifecycle/size.table.csv";
    static final String SEGMENT = "2-segment/segmentation.table.csv";
    static final String ADOPTION = "3-health/adoption.table.csv";
    public static final String RULES = "5-actions/calls.drl";

    private static final Map<String, String> SOUND = Map.of(
            "signals.yml",
            """
            signals:
              licensedSeats: {type: number, unit: seats, min: 0, step: 1, ja: 契約席数, en: Licensed seats}
              seatUtilisation: {type: number, unit: ratio, min: 0, max: 1, step: 0.01, ja: 席利用率, en: Seat utilisation}
            """,
            "actions.yml",
            """
            # the catalogue
            actions:
              UPSELL_PROMPT: {ja: 増席, en: Upsell, class: S, driver: EXPANSION, purpose: {ja: 席, en: seats}, owner: CSM,
                due: {workingDays: 10}, excludedBy: [TRAINING_INVITE], proof: {indicator: seatUtilisation}}
              TRAINING_INVITE: {ja: 研修, en: Training, class: S, driver: RETENTION, purpose: {ja: 利用, en: use}, owner: CSM,
                due: {workingDays: 10}, proof: {indicator: seatUtilisation}}
              CHECK_IN: {ja: 連絡, en: Check-in, class: S, driver: RETENTION, purpose: {ja: 利用, en: use}, owner: CSM,
                due: {workingDays: 5}, proof: {indicator: seatUtilisation}}
            """,
            "policies.yml",
            """
            currency: JPY
            segmentMargin: 0.1
            segmentDwellDays: 60
            bands: {green: 70, yellow: 40}
            dimensions:
              - {name: adoption, ja: 活用, en: Adoption}
            """,
            "calendar.yml",
            "until: 2027-12-31\n",
            SIZE,
            """
            table,size
            hit,single
            従業員数,sizeBand,reason_ja,reason_en,備考
            100以上,LARGE,大規模です。,Large.,
            30以上100未満,MEDIUM,中規模です。,Medium.,"a remark, with a comma"
            30未満,SMALL,小規模です。,Small.,
            不明,UNKNOWN,不明です。,Unknown.,
            """,
            SEGMENT,
            """
            table,segmentation
            hit,first
            owner,cs-ops
            規模区分,契約席数,タッチ,プログラム,reason_ja,reason_en
            大規模,,HIGH,INDIVIDUAL,大きい顧客です。,A large account.
            ,500以上,HIGH,INDIVIDUAL,席が多い顧客です。,Many seats.
            中規模,,LOW,GROUP,中くらいの顧客です。,A medium account.
            ,50以上,LOW,GROUP,席がある顧客です。,Some seats.
            ,,TECH,SELF_SERVICE,小さい顧客です。,A small account.
            """,
            ADOPTION,
            """
            table,adoption
            hit,single
            席利用率,adoption,reason_ja,reason_en
            70%以上,90,よく使われています。,Used well.
            40%以上70%未満,60,使われています。,Used.
            40%未満,20,あまり使われていません。,Hardly used.
            """,
            "3-health/weights.table.csv",
            "table,weights\nhit,single\nタッチ,weight.adoption\nハイタッチ|ロータッチ|テックタッチ,100\n",
            RULES,
            """
            // when to call whom
            rule "Seats are used up" @reason_ja("席が足りません。") @reason_en("Seats run out.")
            when Segment( touch == HIGH ) Signals( seatUtilisation >= 0.9 )
            then propose( UPSELL_PROMPT, "seats" ); end

            rule "Hardly used" @reason_ja("使われていません。") @reason_en("Hardly used.")
            when Health( band == RED )
            then propose( TRAINING_INVITE, "use" ); end

            rule "Say hello" @reason_ja("連絡します。") @reason_en("Say hello.")
            when Segment( touch in (LOW, TECH) ) Signals( licensedSeats >= 20 )
            then propose( CHECK_IN, "hello" ); end

            rule "Too full to sell" @reason_ja("混雑しています。") @reason_en("Too full.")
            when Signals( seatUtilisation > 0.97 )
            then hold( UPSELL_PROMPT, SUITABILITY ); end
            """);

    private final Map<String, String> files;

    private SmallFolder(Map<String, String> files) {
        this.files = files;
    }

    public static SmallFolder sound() {
        return new SmallFolder(new TreeMap<>(SOUND));
    }

    /** Returns the folder in which the only place at which a file says something says something else. */
    public SmallFolder edit(String file, String before, String after) {
        String text = files.getOrDefault(file, "");
        assertThat(text.split(Pattern.quote(before), -1))
                .as(file + ": " + before)
                .hasSize(2);
        return put(file, text.replace(before, after));
    }

    public SmallFolder put(String file, String text) {
        Map<String, String> edited = new TreeMap<>(files);
        edited.put(file, text);
        return new SmallFolder(edited);
    }

    SmallFolder without(String file) {
        Map<String, String> edited = new TreeMap<>(files);
        edited.remove(file);
        return new SmallFolder(edited);
    }

    public SmallFolder append(String file, String text) {
        return put(file, files.getOrDefault(file, "") + text);
    }

    public RuleBundle bundle() {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((file, text) -> bytes.put(file, text.getBytes(UTF_8)));
        return RuleBundle.of(bytes);
    }
}
