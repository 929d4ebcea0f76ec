package dk.samblik.demo.bolig;

import dk.samblik.demo.people.Dice;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a tenancy stands with the rent. {@code amount} and {@code step} as written; empty where nothing is written. */
record Arrears(
        String amount,
        @Nullable LocalDate since,
        String step,
        @Nullable LocalDate terminated,
        @Nullable LocalDate eviction) {

    static Arrears roll(LocalDate night, Dice dice) {
        if (dice.chance(0.05)) {
            return new Arrears("", null, "", null, null);
        }
        if (!dice.chance(0.13)) {
            return new Arrears("0,00", null, "0", null, null);
        }
        int step = dice.between(1, 3);
        LocalDate since = night.minusDays(dice.between(20, 30) + 35L * step).withDayOfMonth(2);
        LocalDate terminated = step == 3 && dice.chance(0.5) ? night.minusDays(dice.between(3, 30)) : null;
        LocalDate eviction = terminated != null && dice.chance(0.5) ? night.plusDays(dice.between(10, 50)) : null;
        int crowns = dice.between(1_100, 23_900);
        String amount = String.format(Locale.ROOT, "%d.%03d,50", crowns / 1000, crowns % 1000);
        return new Arrears(amount, since, String.valueOf(step), terminated, eviction);
    }

    boolean owed() {
        return since != null;
    }
}
