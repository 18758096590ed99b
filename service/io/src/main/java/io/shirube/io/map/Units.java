package io.shirube.io.map;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Units behind numbers and in headings: what one of them is worth. */
final class Units {

    private static final Map<String, BigDecimal> WORTH = Map.ofEntries(
            Map.entry("%", new BigDecimal("0.01")),
            Map.entry("割", new BigDecimal("0.1")),
            Map.entry("千円", BigDecimal.valueOf(1_000)),
            Map.entry("万円", BigDecimal.valueOf(10_000)),
            Map.entry("百万円", BigDecimal.valueOf(1_000_000)),
            Map.entry("億円", BigDecimal.valueOf(100_000_000)),
            Map.entry("千", BigDecimal.valueOf(1_000)),
            Map.entry("万", BigDecimal.valueOf(10_000)),
            Map.entry("百万", BigDecimal.valueOf(1_000_000)),
            Map.entry("億", BigDecimal.valueOf(100_000_000)));
    private static final Set<String> PLAIN = Set.of(
            "円", "名", "人", "社", "件", "回", "席", "台", "本", "点", "日", "時間", "か月", "ヶ月", "カ月", "ヵ月", "月", "年", "ID",
            "アカウント", "ライセンス", "usd", "USD", "JPY");
    private static final Pattern IN_HEADING = Pattern.compile("\\(([^()]{1,10})\\)");

    private Units() {}

    /** Returns what one is worth; the unit must be narrowed. */
    static Optional<BigDecimal> worth(String unit) {
        return PLAIN.contains(unit) ? Optional.of(BigDecimal.ONE) : Optional.ofNullable(WORTH.get(unit));
    }

    /** Returns a unit that makes numbers under a heading mean more or less than they read. */
    static Optional<String> in(String heading) {
        Matcher matcher = IN_HEADING.matcher(heading);
        while (matcher.find()) {
            String unit = matcher.group(1).replace("単位", "").replace(":", "").strip();
            if (WORTH.containsKey(unit)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    static Set<String> words() {
        return WORTH.keySet();
    }
}
