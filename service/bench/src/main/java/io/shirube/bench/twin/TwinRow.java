package io.shirube.bench.twin;

import java.util.Set;

/**
 * A row of a table: an industry, some stages, and a range of employees and of yearly contract value, each from the first to
 * below the second. No two rows of a table take the same customer.
 *
 * @param arrUnknown whether the row takes those whose contract value nobody told, and no others
 */
public record TwinRow(
        String industry,
        Set<TwinCustomer.Stage> stages,
        double employeesFrom,
        double employeesBelow,
        double arrFrom,
        double arrBelow,
        boolean arrUnknown) {

    public TwinRow {
        stages = Set.copyOf(stages);
    }

    boolean takes(TwinCustomer customer) {
        return industry.equals(customer.industry())
                && customer.stage() != null
                && stages.contains(customer.stage())
                && customer.employees() >= employeesFrom
                && customer.employees() < employeesBelow
                && (arrUnknown ? Double.isNaN(customer.arr()) : customer.arr() >= arrFrom && customer.arr() < arrBelow);
    }
}
