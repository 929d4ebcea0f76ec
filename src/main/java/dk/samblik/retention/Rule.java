package dk.samblik.retention;

import java.util.Set;

/**
 * The end of one class of what the hub keeps.
 *
 * @param name as it is named in the configuration and the documents
 * @param what what it is, in a few words
 * @param tables names of tables, of which one that ends in {@code *} stands for all that begin so
 * @param writers types, or whole packages, of the hub that write the files of this class
 * @param kept how long: an ISO 8601 period or duration, or in words what it lasts as long as
 * @param from from when a period is counted; empty where none is
 * @param by what ends it
 */
public record Rule(String name, String what, Set<String> tables, Set<String> writers, String kept, String from, By by) {

    /** What ends a class. */
    public enum By {
        FOREIGN_KEY("foreign key"),
        SWEEP("sweep after each night"),
        CHECKPOINT("checkpoint of the log"),
        IMPORT("the next import"),
        OVERWRITING("overwritten in place"),
        KEY("destroying the key"),
        JOURNAL("writing it to the erasure journal"),
        COMPUTING("the monthly computing of the effect figures"),
        MEMORY("memory"),
        OPERATIONS("operations");

        private final String words;

        By(String words) {
            this.words = words;
        }

        /** As documents say it. */
        public String words() {
            return words;
        }
    }

    public Rule {
        tables = Set.copyOf(tables);
        writers = Set.copyOf(writers);
    }

    /** Whether this is the rule of a table. */
    public boolean ofTable(String table) {
        return tables.stream()
                .anyMatch(name -> name.endsWith("*")
                        ? table.startsWith(name.substring(0, name.length() - 1))
                        : name.equals(table));
    }
}
