package dk.samblik.consent;

import dk.samblik.household.Cpr;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What was recorded together, and what happens now. */
@Controller
class ReceiptPage {

    private final Desk desk;
    private final DeskSteps steps;
    private final Receipts receipts;
    private final PopulationCheck check;
    private final DeskSettings settings;

    ReceiptPage(Desk desk, DeskSteps steps, Receipts receipts, PopulationCheck check, DeskSettings settings) {
        this.desk = desk;
        this.steps = steps;
        this.receipts = receipts;
        this.check = check;
        this.settings = settings;
    }

    /** One person; {@code missing} names who has not said yes, {@code noPaper} that all have but nothing proves it. */
    record Line(String name, String sources, Consent consent, String missing, boolean noPaper) {}

    @GetMapping("/samtykker/kvittering/{id}")
    String receipt(@PathVariable String id, Locale locale, Model model) {
        Optional<Receipts.Receipt> found = find(id);
        // One that is not there is refused as a household that is not there.
        Desk.Opened opened =
                desk.open(found.map(receipt -> receipt.household().toString()).orElse(""));
        Receipts.Receipt receipt = found.orElseThrow();
        DeskWords words = steps.words(locale);
        List<Line> lines = opened.household().members().stream()
                .filter(member -> isFor(receipt, member))
                .map(member -> line(opened.household(), member, words))
                .toList();
        model.addAttribute("receipt", receipt);
        model.addAttribute("household", opened.household());
        model.addAttribute("lines", lines);
        model.addAttribute(
                "inForce", lines.stream().anyMatch(line -> line.consent().status() == Consent.Status.ACTIVE));
        model.addAttribute(
                "drafts", lines.stream().anyMatch(line -> line.consent().status() == Consent.Status.DRAFT));
        model.addAttribute("withdrawal", settings.withdrawalMethod());
        return "consent/kvittering";
    }

    private Optional<Receipts.Receipt> find(String id) {
        try {
            return receipts.find(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    private static boolean isFor(Receipts.Receipt receipt, DeskMember member) {
        Consent newest = member.newest();
        return newest != null && receipt.versions().contains(new Consents.Version(newest.id(), newest.version()));
    }

    private Line line(DeskHousehold household, DeskMember member, DeskWords words) {
        Consent consent = Objects.requireNonNull(member.newest());
        List<DeskGrantor> missing = member.missing(consent.signatures(), this::hash);
        return new Line(
                words.name(household, member),
                words.list(Offer.DEPARTMENTS.stream()
                        .filter(consent.sources()::contains)
                        .map(department -> words.say("department." + department))
                        .toList()),
                consent,
                words.list(missing.stream()
                        .map(grantor -> words.grantor(household, member, grantor))
                        .toList()),
                missing.isEmpty() && consent.status() == Consent.Status.DRAFT);
    }

    private CprHash hash(Cpr number) {
        return check.hash(number);
    }
}
