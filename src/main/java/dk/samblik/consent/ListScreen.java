package dk.samblik.consent;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of consents: the households of one page with the members that fit the choice, and every task there is. */
record ListScreen(
        ListChoice choice,
        int inAll,
        List<DeskHousehold> tasks,
        List<Row> rows,
        int page,
        int pages,
        Recorders recorders) {

    private static final int PER_PAGE = 25;

    /** One household and those of its members that fit. */
    record Row(DeskHousehold household, List<DeskPerson> persons) {}

    static ListScreen of(List<DeskHousehold> households, ListChoice choice, Recorders recorders) {
        List<Row> fitting = households.stream()
                .map(household -> new Row(
                        household,
                        household.persons().stream().filter(choice::fits).toList()))
                .filter(row -> !row.persons().isEmpty())
                .toList();
        int pages = choice.all() ? 1 : Math.max(1, (fitting.size() + PER_PAGE - 1) / PER_PAGE);
        int page = Math.min(choice.page(), pages);
        return new ListScreen(
                choice,
                households.size(),
                households.stream()
                        .filter(household -> !household.tasks().isEmpty())
                        .toList(),
                fitting.stream()
                        .skip(choice.all() ? 0 : (page - 1L) * PER_PAGE)
                        .limit(choice.all() ? Long.MAX_VALUE : PER_PAGE)
                        .toList(),
                page,
                pages,
                recorders);
    }

    /** How many tasks there are in all. */
    public int taskCount() {
        return tasks.stream().mapToInt(household -> household.tasks().size()).sum();
    }

    /** The statuses to choose from. */
    public List<DeskStatus> choices() {
        return choice.choices();
    }

    /** Whether this status is the one chosen. */
    public boolean chosen(DeskStatus status) {
        return choice.chosen().filter(status::equals).isPresent();
    }

    /** The address of the page before; null on the first. */
    public @Nullable String previous() {
        return page > 1 ? choice.address(page - 1) : null;
    }

    /** The address of the page after; null on the last. */
    public @Nullable String following() {
        return page < pages ? choice.address(page + 1) : null;
    }

    /** The address of all rows with the same choice. */
    public String everything() {
        return choice.addressOfAll();
    }
}
