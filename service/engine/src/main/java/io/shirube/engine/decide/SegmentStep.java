package io.shirube.engine.decide;

import io.shirube.engine.explain.ValueText;
import io.shirube.engine.model.AccountSnapshot.Pending;
import io.shirube.engine.model.AccountSnapshot.Pin;
import io.shirube.engine.model.Decision.Segment;
import io.shirube.engine.model.FactType;
import io.shirube.engine.model.Position;
import io.shirube.engine.model.Reason;
import io.shirube.engine.model.Slots;
import io.shirube.engine.rules.EnumType;
import io.shirube.engine.rules.Field;
import io.shirube.engine.rules.Phase;
import io.shirube.engine.rules.Policies;
import io.shirube.engine.rules.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Settles touch and programme: a pin that has not expired fixes the touch, a narrow crossing waits; without any row it is LOW
 * and GROUP.
 */
final class SegmentStep {

    private static final List<String> PROGRAMME_OF_TOUCH = List.of("INDIVIDUAL", "GROUP", "SELF_SERVICE");
    private static final String DEFAULT_TOUCH = "LOW";

    private final Field touch;
    private final Field programme;
    private final Field sizeBand;
    private final EnumType touches;
    private final EnumType programmes;
    private final TouchDwell dwell;

    SegmentStep(Vocabulary vocabulary, Policies.Restraint restraint) {
        this.dwell = new TouchDwell(vocabulary, restraint);
        this.touch = vocabulary.required(FactType.SEGMENT, "touch");
        this.programme = vocabulary.required(FactType.SEGMENT, "programme");
        this.sizeBand = vocabulary.required(FactType.SEGMENT, "sizeBand");
        this.touches = Objects.requireNonNull(touch.enumType(), "touch");
        this.programmes = Objects.requireNonNull(programme.enumType(), "programme");
    }

    Segment run(Run run) {
        Map<Integer, Concluded> concluded = run.conclude(Phase.SEGMENT);
        Concluded row = concluded.get(touch.slot());
        Pin pin = pin(run);
        Slots slots = run.facts().account();
        String ruled = pin != null
                ? pin.touch()
                : row == null
                        ? defaultTouch(run)
                        : touches.values().get((int) row.value().number());
        TouchDwell.Kept kept = pin != null ? null : dwell.keep(run, ruled);
        String settled = kept == null ? ruled : kept.touch();
        int ordinal = touches.ordinal(settled);
        slots.set(touch.slot(), ordinal);
        if (kept != null || !concluded.containsKey(programme.slot())) {
            slots.set(programme.slot(), programmes.ordinal(PROGRAMME_OF_TOUCH.get(ordinal)));
        }
        List<Reason> reasons = reasons(run, pin, kept, row);
        Pending pending = kept == null ? null : kept.pending();
        String programmeName = programmes.values().get((int) slots.number(programme.slot()));
        return new Segment(settled, programmeName, sizeBand(slots), pin != null, pending, reasons);
    }

    private List<Reason> reasons(Run run, @Nullable Pin pin, TouchDwell.@Nullable Kept kept, @Nullable Concluded row) {
        if (pin != null) {
            return pinned(run, pin);
        }
        List<Reason> reasons = new ArrayList<>(row == null ? List.of() : run.reasons(row.by()));
        if (kept != null && run.wantsReasons()) {
            reasons.add(0, kept(kept, run.asOf()));
        }
        return reasons;
    }

    private Reason kept(TouchDwell.Kept kept, LocalDate asOf) {
        String to = kept.pending().touch();
        LocalDate movesOn = dwell.movesOn(kept, asOf);
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("touch", kept.touch());
        facts.put("pending", to);
        return new Reason(
                "dwell",
                Position.inText("policies.yml", 1, 1),
                "規模か契約額が境目をわずかに越えましたが、切替の猶予中のため" + touches.labelJa(kept.touch()) + "のままです。" + ValueText.dayJa(movesOn)
                        + "まで続けば、" + touches.labelJa(to) + "に切り替わります。",
                "Size or money crossed its limit by little: " + labelEn(kept.touch()) + " stays for now, " + labelEn(to)
                        + " follows on " + movesOn + " if that lasts.",
                facts);
    }

    private String labelEn(String name) {
        return touches.labelsEn().getOrDefault(name, name);
    }

    /** Returns the ordinal of the settled touch. */
    int touch(Run run) {
        return (int) run.facts().account().number(touch.slot());
    }

    /** Returns the name of a touch. */
    String name(int ordinal) {
        return touches.values().get(ordinal);
    }

    private @Nullable String sizeBand(Slots slots) {
        EnumType bands = sizeBand.enumType();
        return bands == null || !slots.isKnown(sizeBand.slot())
                ? null
                : bands.values().get((int) slots.number(sizeBand.slot()));
    }

    private static String defaultTouch(Run run) {
        run.notices()
                .add(
                        "NO_SEGMENT_ROW",
                        "セグメント表に当てはまる行がないため、ロータッチ・集合プログラムとしました。",
                        "No row of the segmentation applies: LOW and GROUP are taken.",
                        Map.of("touch", DEFAULT_TOUCH));
        return DEFAULT_TOUCH;
    }

    private @Nullable Pin pin(Run run) {
        Pin pin = run.snapshot().pin();
        LocalDate expires = pin == null ? null : pin.expiresOn();
        if (pin != null && expires != null && expires.isBefore(run.asOf())) {
            run.notices()
                    .add(
                            "PIN_EXPIRED",
                            touches.labelJa(pin.touch()) + "への固定は、" + ValueText.dayJa(expires) + "に期限が切れています。",
                            "The pin to " + pin.touch() + " expired on " + expires + ".",
                            Map.of("touch", pin.touch(), "expiresOn", expires.toString()));
            return null;
        }
        return pin;
    }

    private List<Reason> pinned(Run run, Pin pin) {
        if (!run.wantsReasons()) {
            return List.of();
        }
        String why = Objects.requireNonNullElse(pin.reason(), "");
        String by = Objects.requireNonNullElse(pin.by(), "");
        LocalDate expires = pin.expiresOn();
        String ja = touches.labelJa(pin.touch());
        String en = labelEn(pin.touch());
        String details = Stream.of(why.isEmpty() ? "" : "理由:" + why, by.isEmpty() ? "" : "設定者:" + by)
                .filter(detail -> !detail.isEmpty())
                .collect(Collectors.joining("、"));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("touch", pin.touch());
        return List.of(new Reason(
                "pin",
                Position.inText("pin", 1, 1),
                (expires == null ? "" : ValueText.dayJa(expires) + "まで") + ja + "に固定されています"
                        + (details.isEmpty() ? "。" : "(" + details + ")。"),
                "Pinned to " + en + (expires == null ? "" : " until " + expires) + (by.isEmpty() ? "" : " by " + by)
                        + (why.isEmpty() ? "" : ": " + why),
                facts));
    }
}
