package io.shirube.io.map;

import java.util.List;
import java.util.Map;

/** What an account becomes. */
sealed interface Template {

    /** A value. */
    record Value(Expr expr) implements Template {}

    /** Members. */
    record Fields(Map<String, Template> members) implements Template {}

    /** Items in a row. */
    record Items(List<Template> items) implements Template {}

    /** One object for each row that a table has for the account. */
    record Rows(String table, Fields each) implements Template {}
}
