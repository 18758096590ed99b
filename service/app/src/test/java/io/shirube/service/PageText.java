package io.shirube.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a report page as it was written: its figures by their names, and what else it says. */
record PageText(String html) {

    private static final Pattern FIGURE =
            Pattern.compile("<\\w+ data-figure=\"([^\"]*)\" data-value=\"([^\"]*)\"[^>]*>([^<]*)</");
    private static final Pattern SEVERAL = Pattern.compile("<title data-figures=\"([^\"]*)\">([^<]*)</");
    private static final Pattern LEAF =
            Pattern.compile("<(\\w+) (?:[^>]* )?data-(?:figure|figures|text)=\"[^\"]*\"[^>]*>[^<]*</\\1>");

    /** One figure as it stands somewhere. */
    record Shown(String key, BigDecimal value, String shown) {}

    List<Shown> shown() {
        List<Shown> all = new ArrayList<>();
        Matcher one = FIGURE.matcher(html);
        while (one.find()) {
            all.add(new Shown(plain(one.group(1)), new BigDecimal(one.group(2)), plain(one.group(3))));
        }
        Matcher several = SEVERAL.matcher(html);
        while (several.find()) {
            for (String figure : several.group(1).split(" ", -1)) {
                int equals = figure.lastIndexOf('=');
                all.add(new Shown(
                        plain(figure.substring(0, equals)), new BigDecimal(figure.substring(equals + 1)), ""));
            }
        }
        return all;
    }

    Map<String, BigDecimal> figures() {
        Map<String, BigDecimal> figures = new TreeMap<>();
        for (Shown one : shown()) {
            BigDecimal known = figures.put(one.key(), one.value());
            if (known != null && known.compareTo(one.value()) != 0) {
                throw new AssertionError(one.key() + " is " + known + " and " + one.value());
            }
        }
        return figures;
    }

    /** Returns what stands in the body beside figures, names and scales, without tags. */
    String rest() {
        String body = html.substring(html.indexOf("<body>"), html.lastIndexOf("<script>"));
        return plain(LEAF.matcher(body).replaceAll("").replaceAll("<[^>]*>", " "));
    }

    /** Returns the numbers among what {@link #rest} says, with some words around. */
    List<String> numbers() {
        return Pattern.compile(".{0,20}[0-9].{0,20}")
                .matcher(rest())
                .results()
                .map(MatchResult::group)
                .toList();
    }

    static String plain(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
