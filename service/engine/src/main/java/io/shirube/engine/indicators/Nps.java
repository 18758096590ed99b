package io.shirube.engine.indicators;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Net Promoter Score: answers of 0–10 to "would you recommend us". F. Reichheld, The one number you need to grow, Harvard
 * Business Review 12/2003. Answers in Japan sit in the middle, so the trend says more than the level.
 *
 * @param promoters answers of 9 and 10
 * @param passives answers of 7 and 8
 * @param detractors answers of 0 to 6
 */
public record Nps(long promoters, long passives, long detractors) {

    /** Fewer answers of one account are a rating, not an NPS. */
    public static final long LEAST_OF_AN_ACCOUNT = 3;

    /** No answer. */
    public static final Nps NONE = new Nps(0, 0, 0);

    private static final double PROMOTER = 9;
    private static final double PASSIVE = 7;
    private static final double HIGHEST = 10;

    public Nps {
        if (promoters < 0 || passives < 0 || detractors < 0) {
            throw new IllegalArgumentException("answers: below 0");
        }
    }

    /** Returns this with one answer more, 0..10; an answer between two whole ones, such as 8.5, counts for the lower. */
    public Nps with(double answer) {
        if (!(answer >= 0 && answer <= HIGHEST)) {
            throw new IllegalArgumentException("answer: " + answer + " is not 0..10");
        }
        if (answer >= PROMOTER) {
            return new Nps(promoters + 1, passives, detractors);
        }
        return answer >= PASSIVE
                ? new Nps(promoters, passives + 1, detractors)
                : new Nps(promoters, passives, detractors + 1);
    }

    /** Returns how many answers there are. */
    public long n() {
        return promoters + passives + detractors;
    }

    /** Returns {@code (promoters − detractors) ÷ n × 100}, −100..100; nothing without answers. */
    public OptionalDouble score() {
        return n() == 0 ? OptionalDouble.empty() : OptionalDouble.of(100.0 * (promoters - detractors) / n());
    }

    /**
     * The adjusted Wald interval of the score, in its unit: ¾ added to promoters and to detractors and 3 to n, then
     * {@code d ± z √((p + q − d²) ÷ n)} with {@code d = p − q}. B. Rocks, Interval estimation for the Net Promoter Score, The
     * American Statistician 70 (2016) 365–372. For answers that do not hang together; see {@link RatioOfSums} for several of
     * each account.
     *
     * @return inside −100..100 and holding the score; nothing with fewer than two answers
     */
    public Optional<Interval> interval() {
        if (n() < 2) {
            return Optional.empty();
        }
        double n = n() + 3.0;
        double p = (promoters + 0.75) / n;
        double q = (detractors + 0.75) / n;
        double half = Interval.Z * Math.sqrt((p + q - (p - q) * (p - q)) / n);
        return Optional.of(new Interval(100 * Math.max(-1, p - q - half), 100 * Math.min(1, p - q + half)));
    }
}
