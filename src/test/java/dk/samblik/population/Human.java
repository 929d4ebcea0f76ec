package dk.samblik.population;

import dk.samblik.household.Cpr;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** An invented person as the population register would write it, record by record. */
public final class Human {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyyMMdd'0800'");

    private final Cpr cpr;
    private final List<String> more = new ArrayList<>();
    private final LocalDate born;
    private String status = "01";
    private String statusSince = "000000000000";
    private String inForce = "";
    private String mother = "0000000000";
    private String father = "0000000000";
    private boolean parents;

    private Human(Cpr cpr) {
        this.cpr = cpr;
        this.born = cpr.born();
    }

    /** Somebody with this number, of status 01, with nothing else known. */
    public static Human of(Cpr cpr) {
        return new Human(cpr);
    }

    /** The n-th invented person born on this day. */
    public static Human born(LocalDate day, int n) {
        return new Human(Invented.born(day, n));
    }

    public Cpr cpr() {
        return cpr;
    }

    public Human status(String code) {
        status = code;
        return this;
    }

    public Human status(String code, LocalDate since) {
        statusSince = MINUTE.format(since);
        return status(code);
    }

    /** This number is dead; the other is in force. */
    public Human changedTo(Cpr other) {
        inForce = other.digits();
        return status("60");
    }

    public Human earlier(Cpr number) {
        return line("022").put(14, number.digits()).end();
    }

    public Human named(String first, String last) {
        return line("008").put(14, first).put(106, last).end();
    }

    /** Lives in an invented municipality; road and house tell the dwelling. */
    public Human at(String road, String house, LocalDate since) {
        return line("002")
                .put(14, "0998")
                .put(18, road)
                .put(22, house)
                .put(26, "02")
                .put(28, "  tv")
                .put(70, MINUTE.format(since))
                .end();
    }

    public Human addressText(String text) {
        return line("003")
                .put(14, "navn")
                .put(116, text)
                .put(184, "9988")
                .put(188, "Fjordsted")
                .end();
    }

    public Human protectedFrom(String type, LocalDate from, String until) {
        return line("004").put(14, type).put(18, from.toString()).put(28, until).end();
    }

    public Human mother(Cpr number) {
        mother = number.digits();
        parents = true;
        return this;
    }

    public Human father(Cpr number) {
        father = number.digits();
        parents = true;
        return this;
    }

    public Human parentsUnknown() {
        parents = true;
        return this;
    }

    /** Custody by type 0003 to 0006, since birth; {@code until} and {@code other} may be blank. */
    public Human custody(String type, String until, String other) {
        return line("016")
                .put(14, type)
                .put(18, born.toString())
                .put(29, until)
                .put(39, other)
                .end();
    }

    public Human custodyOfBoth(Cpr herMother, Cpr herFather) {
        return mother(herMother).father(herFather).custody("0003", "", "").custody("0004", "", "");
    }

    public Human guardian(String until, String number) {
        return line("017")
                .put(14, born.plusYears(18).toString())
                .put(25, until)
                .put(35, "0001")
                .put(39, number)
                .end();
    }

    public Human line(String type, String rest) {
        more.add(type + cpr.digits() + rest);
        return this;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(new Line("001")
                .put(14, inForce)
                .put(24, status)
                .put(26, statusSince)
                .put(40, born.toString())
                .text());
        lines.addAll(more);
        if (parents) {
            lines.add(new Line("015").put(25, mother).put(92, father).text());
        }
        return lines;
    }

    private Line line(String type) {
        return new Line(type);
    }

    /** One record under way. */
    private final class Line {
        private final StringBuilder text;

        Line(String type) {
            text = new StringBuilder(type).append(cpr.digits());
        }

        Line put(int position, String value) {
            while (text.length() < position - 1 + value.length()) {
                text.append(' ');
            }
            text.replace(position - 1, position - 1 + value.length(), value);
            return this;
        }

        String text() {
            return text.toString().stripTrailing();
        }

        Human end() {
            more.add(text());
            return Human.this;
        }
    }
}
