package dk.samblik.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Prints what was measured, and writes it to {@code docs/benchmark.md}; the words between the marks there are kept. */
final class Report {

    private static final Path PAGE = Path.of("docs", "benchmark.md");
    private static final String OPEN = "<!-- words -->";
    private static final String SHUT = "<!-- /words -->";

    private final String machine;
    private final List<Measured> all;

    Report(String machine, List<Measured> all) {
        this.machine = machine;
        this.all = List.copyOf(all);
    }

    void write() throws IOException {
        String kept = Files.exists(PAGE) ? words(Files.readString(PAGE)) : OPEN + "\n" + SHUT;
        String page = """
                # Benchmark

                Made by `mvn -Pbench verify` on %s; every number is measured by that run, none is written by hand.
                The hub (`-Xmx512m`, as it is shipped), its registers, PostgreSQL and the measuring process share one machine:
                %s.

                ## Goals

                %s
                ## Figures

                %s
                %s
                %s
                """.formatted(LocalDate.now(), machine, goals(), figures(), How.TEXT, kept);
        System.out.println(goals());
        System.out.println(figures());
        Files.writeString(PAGE, page);
    }

    private static String words(String page) {
        int from = page.indexOf(OPEN);
        int to = page.indexOf(SHUT);
        return from < 0 || to < from ? OPEN + "\n" + SHUT : page.substring(from, to + SHUT.length());
    }

    private String goals() {
        StringBuilder table = new StringBuilder(head("|", " Goal | Held |")).append(rule(2));
        for (Goal goal : Goal.ALL) {
            table.append("| ").append(goal.what()).append(cells(goal::written));
            table.append(" ").append(goal.aim()).append(" | ");
            table.append(written(goal.held().apply(all))).append(" |\n");
        }
        return table.toString();
    }

    private static String written(Goal.Held held) {
        return switch (held) {
            case YES -> "yes";
            case NO -> "**no**";
            case NOT_MEASURED -> "not measured";
        };
    }

    private String figures() {
        return head("|", "")
                + rule(0)
                + row("People with a consent in force", "%.0f", Measured::persons)
                + row("First night, s", "%.1f", one -> one.firstNight().seconds())
                + row("Yardstick, s", "%.1f", one -> one.yard().seconds())
                + row("of which loading, s", "%.1f", one -> one.yard().loading())
                + row(
                        "Night with nothing changed, s",
                        "%.1f",
                        one -> one.unchangedNight().seconds())
                + busy("first night", Measured::busyFirst)
                + busy("night with nothing changed", Measured::busyUnchanged)
                + row("Night with 1 % changed, s", "%.1f", one -> one.changed().seconds())
                + row(
                        "Households a second, first night",
                        "%.0f",
                        one -> one.households() / one.firstNight().seconds())
                + row(
                        "Rows a second, first night",
                        "%.0f",
                        one -> one.firstNight().rows() / one.firstNight().seconds())
                + row(
                        "Statements a chunk of 200, own database",
                        "%.1f",
                        one -> one.statements().own())
                + row(
                        "Statements a chunk of 200, children and youth",
                        "%.1f",
                        one -> one.statements().register())
                + row("Database bytes a household", "%.0f", Measured::bytesAHousehold)
                + row("Heap in use, at most, MB", "%.0f", one -> one.memory().used())
                + row(
                        "All memory of the hub, at most, MB",
                        "%.0f",
                        one -> one.memory().resident())
                + row(
                        "Refresh during a night, p50, ms",
                        "%.0f",
                        one -> one.refreshes().refreshes().p50())
                + row(
                        "Bare round to the registers, p50, ms",
                        "%.0f",
                        one -> one.refreshes().bare().p50())
                + row(
                        "Bare round to the registers, p95, ms",
                        "%.0f",
                        one -> one.refreshes().bare().p95())
                + row(
                        "Page during a night, p50, ms",
                        "%.0f",
                        one -> one.pages().pages().p50())
                + row(
                        "Page during a night, p99, ms",
                        "%.0f",
                        one -> one.pages().pages().at(0.99))
                + row("Pages refused", "%.0f", one -> one.pages().refused());
    }

    private String busy(String night, Function<Measured, Busy> busy) {
        return row(
                        "Processor seconds of a " + night,
                        "%.1f",
                        one -> busy.apply(one).machine())
                + row("of which the hub", "%.1f", one -> busy.apply(one).hub())
                + row("of which its database", "%.1f", one -> busy.apply(one).database())
                + row(
                        "of which the children-and-youth database",
                        "%.1f",
                        one -> busy.apply(one).children())
                + row(
                        "of which the social services",
                        "%.1f",
                        one -> busy.apply(one).social());
    }

    private String row(String what, String format, java.util.function.ToDoubleFunction<Measured> value) {
        return "| " + what + cells(one -> String.format(Locale.ROOT, format, value.applyAsDouble(one))) + "\n";
    }

    private String head(String begin, String more) {
        return begin + " Households" + cells(one -> String.format(Locale.ROOT, "%,d", one.households())) + more + "\n";
    }

    private String rule(int more) {
        return "|---|" + "---:|".repeat(all.size()) + "---|".repeat(more) + "\n";
    }

    private String cells(Function<Measured, String> cell) {
        return all.stream().map(cell).collect(Collectors.joining(" | ", " | ", " |"));
    }
}
