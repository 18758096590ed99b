package io.shirube.io.simulate.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/** Makes figures readable in one language; hours come as thousandths. Immutable, safe for use by many threads. */
record Numbers(boolean japanese, String currency) {

    private static final int MILLI_DIGITS = 3;
    private static final long MAN = 10_000;
    private static final long OKU = 100_000_000;
    private static final long THOUSAND = 1_000;
    private static final long MILLION = 1_000_000;
    private static final long BILLION = 1_000_000_000;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    Figure count(String key, long count) {
        return new Figure(key, String.valueOf(count), plain(count));
    }

    /** A count with its sign. */
    Figure change(String key, long change) {
        return new Figure(key, String.valueOf(change), signed(plain(change), change));
    }

    Figure money(String key, long money) {
        return new Figure(key, String.valueOf(money), yen(plain(units(money))));
    }

    /** Money to two or three places, for pictures. */
    Figure roughMoney(String key, long money) {
        return new Figure(key, String.valueOf(money), yen(rough(units(money))));
    }

    Figure hours(String key, long milli) {
        return new Figure(key, exact(milli), tenths(milli));
    }

    /** Hours with their sign. */
    Figure hoursChange(String key, long milli) {
        return new Figure(key, exact(milli), signed(tenths(milli), milli));
    }

    /** A share in percent, to a tenth. */
    Figure share(String key, long part, long whole) {
        BigDecimal share =
                BigDecimal.valueOf(part).multiply(HUNDRED).divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
        return new Figure(key, share.toPlainString(), share.toPlainString() + "%");
    }

    /** The mean of a count over accounts, to two places. */
    Figure mean(String key, long count, long accounts) {
        BigDecimal mean = BigDecimal.valueOf(count).divide(BigDecimal.valueOf(accounts), 2, RoundingMode.HALF_UP);
        return new Figure(key, mean.toPlainString(), mean.toPlainString());
    }

    private static String exact(long milli) {
        return BigDecimal.valueOf(milli, MILLI_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String tenths(long milli) {
        return String.format(
                Locale.ROOT, "%,.1f", BigDecimal.valueOf(milli, MILLI_DIGITS).setScale(1, RoundingMode.HALF_UP));
    }

    private static String plain(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String signed(String shown, long number) {
        String minus = shown.replace('-', '−');
        return number > 0 ? "+" + minus : number == 0 ? "±0" : minus;
    }

    /** Money is kept in the currency's smallest unit. */
    private long units(long money) {
        int digits;
        try {
            digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException unknownCurrency) {
            digits = 0;
        }
        return BigDecimal.valueOf(money, digits)
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private String yen(String amount) {
        if (currency.equals("JPY")) {
            return japanese ? amount + "円" : "¥" + amount;
        }
        return amount + " " + currency;
    }

    private String rough(long money) {
        if (japanese) {
            return money >= OKU ? in(money, OKU) + "億" : money >= MAN ? in(money, MAN) + "万" : plain(money);
        }
        if (money >= BILLION) {
            return in(money, BILLION) + "B";
        }
        return money >= MILLION
                ? in(money, MILLION) + "M"
                : money >= THOUSAND ? in(money, THOUSAND) + "k" : plain(money);
    }

    /** One place behind the point below a hundred units, none above. */
    private static String in(long money, long unit) {
        int places = money < unit * 100 && unit != MAN ? 1 : 0;
        return String.format(
                Locale.ROOT,
                "%,." + places + "f",
                BigDecimal.valueOf(money).divide(BigDecimal.valueOf(unit), places, RoundingMode.HALF_UP));
    }
}
