package dk.samblik.demo.social;

import dk.samblik.demo.people.Dice;
import dk.samblik.demo.plan.Fate;
import dk.samblik.demo.plan.Seen;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code sager} and {@code forloeb} of a citizen. */
final class CaseItems {

    private static final List<String> SUBJECTS = List.of("27.36.12", "27.36.04", "27.48.08", "27.54.08", "27.12.12");
    private static final Map<String, String> TEXTS =
            Map.of("OPSTAAET", "Opstået", "OPLYST", "Oplyst", "AFGJORT", "Afgjort", "AFSLUTTET", "Afsluttet");

    private int running = 31;

    void write(RecordDraft record, Staff.Employee primary) {
        Dice dice = record.dice();
        LocalDate night = record.setting().night();
        one(record, primary, dice.any("OPLYST", "AFGJORT", "OPSTAAET"), night.minusDays(dice.between(10, 1200)), null);
        if (dice.chance(0.5)) {
            LocalDate closed = night.minusDays(dice.between(4, 900));
            one(record, primary, "AFSLUTTET", closed.minusDays(dice.between(20, 900)), closed);
        }
        Map<String, @Nullable Object> pathway = new LinkedHashMap<>();
        pathway.put("id", 9000 + running);
        pathway.put("navn", "Voksen, støtte i hverdagen");
        pathway.put("niveau", "GRUND");
        pathway.put("overordnetId", null);
        pathway.put("status", "ACTIVE");
        pathway.put("oprettet", Times.date(night.minusDays(400), dice));
        record.write("forloeb", pathway);
    }

    private void one(
            RecordDraft record, Staff.Employee primary, String status, LocalDate opened, @Nullable LocalDate closed) {
        Dice dice = record.dice();
        String kle = dice.chance(0.05) ? null : dice.pick(SUBJECTS);
        String number =
                (kle == null ? "SAG" : kle) + "-" + opened.getYear() + String.format(Locale.ROOT, "-%05d", running++);
        String unit = dice.any("Myndighed Voksen", "Myndighed Ældre", "Handicap og Psykiatri");
        boolean secret = dice.chance(0.015);
        int worker = dice.below(10);
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("sagsnummer", number);
        item.put("kle", kle);
        item.put("status", dice.chance(0.1) ? TEXTS.get(status) : status);
        item.put("foelsomhed", secret ? 4 : dice.between(1, 3));
        item.put("oprettet", Times.date(opened, dice));
        item.put("afsluttet", Times.date(closed, dice));
        item.put("enhed", unit);
        item.put("behandlerId", worker < 8 ? Integer.valueOf(primary.id()) : gone(worker));
        boolean over = closed != null && closed.isBefore(record.setting().back(record.person()));
        Seen seen = Seen.of(
                        record.person().id(), "case", "social", record.person().shownName())
                .and(number, kle, closed == null ? "OPEN" : "CLOSED", opened, closed)
                .and(unit, worker < 8 ? primary.name() : "");
        record.add("sager", item, secret || over ? Fate.FILTERED : Fate.MAPPED, List.of(seen));
    }

    // Somebody who is not among those responsible, or nobody.
    private static @Nullable Integer gone(int worker) {
        return worker == 8 ? 9999 : null;
    }
}
