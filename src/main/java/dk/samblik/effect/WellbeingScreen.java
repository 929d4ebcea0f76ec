package dk.samblik.effect;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The WHO-5 form: who may be asked, what was chosen where something must be put right, and on which days there were answers. */
record WellbeingScreen(
        String household,
        String number,
        List<Asked> asked,
        Map<String, String> form,
        boolean saved,
        List<LocalDate> before) {

    /** Somebody whose consent covers it. */
    public record Asked(String id, String name) {}

    WellbeingScreen {
        asked = List.copyOf(asked);
        form = Map.copyOf(form);
        before = List.copyOf(before);
    }

    public List<Integer> items() {
        return WellbeingPage.numbers();
    }

    /** From all of the time to at no time. */
    public List<Integer> scale() {
        return List.of(5, 4, 3, 2, 1, 0);
    }

    public boolean chosen(String field, Object value) {
        return value.toString().equals(form.get(field));
    }
}
