package dk.samblik.demo.jobcenter;

import java.util.List;

/** A record of one of the files, values in the usual column order; empty is null. */
public record JobCenterRow(Table table, List<String> values) {
    public JobCenterRow {
        values = List.copyOf(values);
    }
}
