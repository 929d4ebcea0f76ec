package dk.samblik.team;

import dk.samblik.team.Looks.Look;
import dk.samblik.view.Recipients;
import java.util.List;
import org.springframework.stereotype.Component;

/** The sheets of a household that was opened, by today's consents. */
@Component
class SheetsOf {

    /** What a look is for that goes on the table. */
    static final String PURPOSE = "citizen-meeting";

    private static final String TO_ADULTS = "HOUSEHOLD_ADULTS";

    private final Recipients recipients;
    private final OwnContent own;

    SheetsOf(Recipients recipients, OwnContent own) {
        this.recipients = recipients;
        this.own = own;
    }

    Sheets sheets(Look look) {
        return new Sheets(
                look.whole(),
                look.door().seeing(),
                recipients.naming(TO_ADULTS, List.of(look.door().household())),
                own.of(look));
    }

    /** A sheet to choose: its name in the address, and whose it is. */
    record Choice(String name, String title) {}

    static List<Choice> choices(Sheets sheets, Words words) {
        People people = new People(sheets.seen(), words);
        return sheets.all().stream()
                .map(sheet -> new Choice(sheet.name(), SheetScreen.title(sheet, people, words)))
                .toList();
    }
}
