package io.shirube.engine.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Rule files drawn at random over the built-in fields, as an author might write them. Same seed, same text. The fields of
 * one comparison have one type, so that every text is a valid rule.
 */
public final class RandomDrl {

    private static final List<String> ACCOUNT_NUMBERS = List.of("employees", "groupEmployees");
    private static final List<String> CONTRACT_NUMBERS = List.of("arr", "mrr", "termMonths", "decisionDateDaysAhead");
    private static final List<String> TICKET_NUMBERS = List.of("severity", "reopened", "openedDaysAgo");
    private static final List<String> CONTACT_NUMBERS = List.of("ratingValue", "ratingDaysAgo", "lastContactDaysAgo");
    private static final List<String> COMPARISONS = List.of("==", "!=", "<", "<=", ">", ">=");
    private static final List<String> TEXTS = List.of("login", "billing", "slow report", "export-3");

    private final SplittableRandom random;
    private int bindings;
    private String ticket = "";

    private RandomDrl(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** Returns a file of {@code rules} rules for the folder 5-actions; they propose the given action. */
    public static String file(long seed, int rules, String action) {
        RandomDrl drl = new RandomDrl(seed);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rules; i++) {
            text.append(drl.rule("generated " + i, action));
        }
        return text.toString();
    }

    private String rule(String name, String action) {
        bindings = 0;
        ticket = "";
        StringBuilder text = new StringBuilder("rule \"" + name + "\"\n  @owner(\"test\")\n"
                + "  @reason_ja(\"生成された理由です。\") @reason_en(\"A generated reason.\")\nwhen\n");
        int parts = 1 + random.nextInt(4);
        for (int i = 0; i < parts; i++) {
            text.append("  ").append(part(2)).append('\n');
        }
        return text.append("then\n  propose( ")
                .append(action)
                .append(" );\nend\n\n")
                .toString();
    }

    private String part(int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 5)) {
            case 0 -> "Account( " + constraints(this::accountConstraint) + " )";
            case 1 -> "Contract( " + constraints(this::contractConstraint) + " )";
            case 2 -> "Segment( " + pick("touch == HIGH", "touch != TECH", "touch in ( LOW, TECH )") + " )";
            case 3 -> ticketPattern();
            case 4 -> "Contact( " + constraints(this::contactConstraint) + " )";
            case 5 -> "not " + quantified();
            case 6 -> "exists " + quantified();
            case 7 -> accumulate();
            default -> "( " + scoped(depth) + " or " + scoped(depth) + " )";
        };
    }

    /** A part whose bindings end with it. */
    private String scoped(int depth) {
        String outside = ticket;
        String text = part(depth - 1);
        ticket = outside;
        return text;
    }

    private String ticketPattern() {
        String constraints = constraints(this::ticketConstraint);
        if (!ticket.isEmpty()) {
            return "Ticket( " + constraints + " )";
        }
        ticket = "$t" + bindings++;
        return ticket + " : Ticket( " + constraints + " )";
    }

    private String quantified() {
        return switch (random.nextInt(3)) {
            case 0 -> "Ticket( " + constraints(this::ticketConstraint) + " )";
            case 1 -> "Contact( " + constraints(this::contactConstraint) + " )";
            default ->
                "( Ticket( " + constraints(this::ticketConstraint) + " ) and Contact( "
                        + constraints(this::contactConstraint) + " ) )";
        };
    }

    private String accumulate() {
        String value = "$v" + bindings++;
        String result = "$r" + bindings++;
        String function = pick("count()", "sum( " + value + " )", "min( " + value + " )", "max( " + value + " )");
        return "accumulate( Ticket( " + constraints(this::ticketConstraint) + ", " + value + " : openedDaysAgo ); "
                + result + " : " + function + "; " + result + " " + pick(COMPARISONS) + " " + random.nextInt(6) + " )";
    }

    private interface Source {
        String next(int depth);
    }

    private String constraints(Source source) {
        List<String> parts = new ArrayList<>();
        int count = 1 + random.nextInt(2);
        for (int i = 0; i < count; i++) {
            parts.add(source.next(2));
        }
        return String.join(", ", parts);
    }

    private String accountConstraint(int depth) {
        return nested(depth, this::accountConstraint, () -> switch (random.nextInt(4)) {
            case 0 -> "industry == \"" + pick(TEXTS) + "\"";
            case 1 -> "industry matches \"" + pick("log.*", ".*3", "[a-z ]+") + "\"";
            default -> numbers(ACCOUNT_NUMBERS);
        });
    }

    private String contractConstraint(int depth) {
        return nested(depth, this::contractConstraint, () -> switch (random.nextInt(5)) {
            case 0 -> pick("autoRenew == true", "autoRenew == false", "autoRenew != true");
            case 1 -> "products contains \"" + pick(TEXTS) + "\"";
            case 2 -> "start " + pick("<", ">=") + " end";
            default -> numbers(CONTRACT_NUMBERS);
        });
    }

    private String ticketConstraint(int depth) {
        return nested(depth, this::ticketConstraint, () -> switch (random.nextInt(6)) {
            case 0 -> pick("open == true", "open == false", "waitingForCustomer != true");
            case 1 -> "kind " + pick("== INCIDENT", "!= REQUEST", "in ( INCIDENT, QUESTION )", "not in ( REQUEST )");
            case 2 -> "cause == \"" + pick(TEXTS) + "\"";
            case 3 -> ticket.isEmpty() ? numbers(TICKET_NUMBERS) : "cause == " + ticket + ".cause";
            default -> numbers(TICKET_NUMBERS);
        });
    }

    private String contactConstraint(int depth) {
        return nested(depth, this::contactConstraint, () -> switch (random.nextInt(4)) {
            case 0 -> "role " + pick("== CHAMPION", "!= USER", "in ( CHAMPION, SPONSOR )");
            case 1 -> pick("present == true", "ratingAnswered == false");
            default -> numbers(CONTACT_NUMBERS);
        });
    }

    private interface Leaf {
        String next();
    }

    private String nested(int depth, Source source, Leaf leaf) {
        int draw = random.nextInt(depth > 0 ? 10 : 7);
        if (draw < 7) {
            return leaf.next();
        } else if (draw == 7) {
            return "!( " + source.next(depth - 1) + " )";
        }
        return "( " + source.next(depth - 1) + (draw == 8 ? " && " : " || ") + source.next(depth - 1) + " )";
    }

    private String numbers(List<String> fields) {
        String left = pick(fields);
        if (random.nextInt(5) == 0) {
            left = left + " " + pick("+", "-", "*") + " " + random.nextInt(1, 4);
        }
        String right = random.nextInt(4) == 0 ? pick(fields) : String.valueOf(random.nextInt(1, 40));
        return left + " " + pick(COMPARISONS) + " " + right;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
