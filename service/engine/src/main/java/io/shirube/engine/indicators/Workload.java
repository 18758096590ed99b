package io.shirube.engine.indicators;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.OptionalLong;

/** How many accounts one person can look after, CSM capacity, 対応可能社数. Reckoned in exact decimals. */
public final class Workload {

    private Workload() {}

    /**
     * Hours that a person has for accounts: {@code working hours × utilisation × (1 − share of administration)}, in the period
     * of the working hours. Of the 520 hours of a quarter at 75 % and 15 % these are 331.5.
     *
     * @param workingHours 0 or more
     * @param utilisation 0..1, what absences and meetings leave
     * @param adminShare 0..1
     */
    public static double productiveHours(double workingHours, double utilisation, double adminShare) {
        return BigDecimal.valueOf(Money.notNegative(workingHours, "workingHours"))
                .multiply(BigDecimal.valueOf(Money.share(utilisation, "utilisation")))
                .multiply(BigDecimal.ONE.subtract(BigDecimal.valueOf(Money.share(adminShare, "adminShare"))))
                .doubleValue();
    }

    /**
     * Whole accounts that these hours are enough for: {@code productive hours ÷ (touches × hours a touch)}, rounded down.
     *
     * @param touches of one account in the same period, 0 or more
     * @param hoursPerTouch 0 or more
     * @return nothing when an account takes no time
     */
    public static OptionalLong accounts(double productiveHours, double touches, double hoursPerTouch) {
        BigDecimal each = BigDecimal.valueOf(Money.notNegative(touches, "touches"))
                .multiply(BigDecimal.valueOf(Money.notNegative(hoursPerTouch, "hoursPerTouch")));
        BigDecimal hours = BigDecimal.valueOf(Money.notNegative(productiveHours, "productiveHours"));
        return each.signum() == 0
                ? OptionalLong.empty()
                : OptionalLong.of(hours.divide(each, 0, RoundingMode.DOWN).longValueExact());
    }
}
