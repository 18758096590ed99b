package io.shirube.service.figures;

import io.shirube.engine.portfolio.report.BookReport;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads shares as people write them. Stateless. */
public final class Shares {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");
    private static final Set<String> TOUCHES = Set.of("HIGH", "LOW", "TECH");
    private static final int PLACES = 2;

    private Shares() {}

    /** Returns a share written as {@code 5%} or {@code 0.05}, 0..1; nothing when it is none. */
    public static Optional<Double> of(String written) {
        boolean percent = written.endsWith("%");
        String number = percent ? written.substring(0, written.length() - 1).strip() : written;
        if (!NUMBER.matcher(number).matches()) {
            return Optional.empty();
        }
        BigDecimal value = new BigDecimal(number);
        double share = (percent ? value.movePointLeft(PLACES) : value).doubleValue();
        return share <= 1 ? Optional.of(share) : Optional.empty();
    }

    /** Returns shares by touch, written as {@code 50%} for all or {@code TECH=50%,LOW=30%}; nothing when they are none. */
    public static Optional<Map<String, Double>> byTouch(String written) {
        Map<String, Double> shares = new HashMap<>();
        for (String part : written.split(",", -1)) {
            int equals = part.indexOf('=');
            String touch =
                    equals < 0 ? BookReport.ALL : part.substring(0, equals).strip();
            Optional<Double> share = of(part.substring(equals + 1).strip());
            boolean known = equals < 0 || TOUCHES.contains(touch);
            if (share.isEmpty() || !known || shares.put(touch, share.get()) != null) {
                return Optional.empty();
            }
        }
        return Optional.of(shares);
    }
}
