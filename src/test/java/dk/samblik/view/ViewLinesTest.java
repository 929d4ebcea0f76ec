package dk.samblik.view;

import static org.assertj.core.api.Assertions.assertThat;

import dk.samblik.household.PersonId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The lines that a view is compared by. */
class ViewLinesTest {

    private final Husstand home = new Husstand();
    private final PersonId amina = home.member("Amina", LocalDate.of(1985, 2, 1));

    @Test
    void aViewIsTheLinesOfAnExpectationFile() {
        home.declined(1);
        home.answers(amina, "jobcenter", Facts.benefit("Kontanthjælp", LocalDate.of(2025, 4, 1), null));
        home.leavesOut(amina, dk.samblik.household.Department.SOCIAL);
        home.answers(amina, "bolig", Facts.tenancy("101-3-12", LocalDate.of(2020, 1, 1), "proevevej 9"));

        assertThat(ViewLines.of(home.merged()))
                .containsExactly(
                        "benefit|Amina Testesen|Kontanthjælp||2025-04-01|",
                        "disagree|Amina Testesen|ADDRESS",
                        "member|Amina Testesen|ADULT|1985-02-01",
                        "notpart|1",
                        "state|boern-og-unge|Amina Testesen|NOT_YET|0",
                        "state|bolig|Amina Testesen|ANSWERED|0",
                        "state|jobcenter|Amina Testesen|ANSWERED|0",
                        "state|social|Amina Testesen|NOT_IN_SCOPE|0",
                        "tenancy|Amina Testesen|101-3-12|2020-01-01||NONE||0||");
    }

    @Test
    void aHiddenPlaceIsAnEmptyField() {
        home.protectedMember("Lea", LocalDate.of(2018, 1, 1));
        home.answers(amina, "bolig", Facts.tenancy("101-3-12", LocalDate.of(2020, 1, 1), "proevevej 9"));

        assertThat(ViewLines.of(home.merged()))
                .contains("disagree|Amina Testesen|ADDRESS_HIDDEN")
                .containsAll(ViewLines.hidden(List.of("tenancy|Amina Testesen|101-3-12|2020-01-01||NONE||0||")));
    }
}
