package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskDraft.Heard;
import dk.samblik.consent.DeskDraft.How;
import dk.samblik.consent.DeskDraft.Identity;
import dk.samblik.consent.DeskDraft.Method;
import dk.samblik.consent.DeskSteps.Step;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Step 3 of recording: how the consent was given, when, in what language, and on what paper. */
@Controller
class HowPage {

    private final Desk desk;
    private final DeskSteps steps;
    private final DeskDrafts drafts;
    private final DeskSettings settings;
    private final DeskTerms terms;

    HowPage(Desk desk, DeskSteps steps, DeskDrafts drafts, DeskSettings settings, DeskTerms terms) {
        this.desk = desk;
        this.steps = steps;
        this.drafts = drafts;
        this.settings = settings;
        this.terms = terms;
    }

    /** What is filled in, by the names of the fields, and what there is to choose from. */
    record Screen(
            Map<String, String> fields,
            ThreeFields given,
            List<Apart> apart,
            ThreeFields last,
            List<Method> methods,
            List<Identity> identities,
            List<Language> languages,
            List<Child> children,
            boolean paper) {

        /** Whether anything is said of somebody apart from the others. */
        public boolean anyApart() {
            return apart.stream()
                    .anyMatch(one -> !one.given().empty() || !one.chosen().isEmpty());
        }
    }

    /** Somebody who may have signed on another day or in another form than the others. */
    record Apart(String key, String name, ThreeFields given, String chosen) {}

    /** A language people may have been told in. */
    record Language(String code, String name, boolean chosen) {}

    /** A child, and what was written of its hearing. */
    record Child(String id, String name, @Nullable String heard, List<Heard> choices) {}

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/husstande/{id}/hvordan")
    ModelAndView show(@PathVariable String id, Locale locale) {
        Desk.Opened opened = desk.open(id);
        if (opened.draft().sources().isEmpty()) {
            return DeskSteps.to(Step.HVAD.address(opened.household()));
        }
        return page(opened, fields(opened), new FormMistakes(), steps.words(locale));
    }

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/hvordan")
    ModelAndView save(
            @PathVariable String id,
            @RequestParam Map<String, String> form,
            @RequestParam(required = false) @Nullable MultipartFile bilag,
            @RequestParam int revision,
            Locale locale)
            throws IOException {
        DeskWords words = steps.words(locale);
        Desk.Opened opened = desk.open(id);
        FormMistakes mistakes = new FormMistakes();
        Optional<How> how = new HowForm(
                        form,
                        children(opened, words),
                        signers(opened, words),
                        terms.in(opened.household().area()),
                        words)
                .read(mistakes, opened.household());
        byte[] paper = paper(bilag, mistakes, words);
        if (how.isEmpty() || !mistakes.none()) {
            return page(opened, form, mistakes, words);
        }
        if (!steps.keep(opened, opened.draft().how(how.get()), revision)) {
            Desk.Opened now = steps.anew(id, mistakes, words);
            return DeskSteps.changed(page(now, fields(now), mistakes, words));
        }
        if (paper.length > 0) {
            drafts.add(opened.household().id(), paper);
        }
        return DeskSteps.to(Step.TJEK.address(opened.household()));
    }

    /** The paper, no bytes where none was sent. What the sender calls it is not kept. */
    private static byte[] paper(@Nullable MultipartFile file, FormMistakes mistakes, DeskWords words)
            throws IOException {
        if (file == null || file.isEmpty()) {
            return new byte[0];
        }
        if (file.getSize() > Evidence.MOST) {
            mistakes.add("bilag", words.say("consent.err.file.size"));
            return new byte[0];
        }
        byte[] bytes = file.getBytes();
        if (!Evidence.isPdf(bytes)) {
            mistakes.add("bilag", words.say("consent.err.file.type"));
        }
        return bytes;
    }

    private static List<DeskMember> children(Desk.Opened opened, DeskWords words) {
        return opened.household().members().stream()
                .filter(member -> !opened.draft().yesFor(member).isEmpty() && member.childOn(words.today()))
                .toList();
    }

    /** Everybody whose yes there is; nobody where it is one alone, who has no others to differ from. */
    private static List<HowForm.Signer> signers(Desk.Opened opened, DeskWords words) {
        Map<String, HowForm.Signer> signers = new LinkedHashMap<>();
        for (DeskMember member : opened.household().members()) {
            member.grantors().stream()
                    .filter(grantor -> opened.draft().yesFor(member).contains(grantor.key()))
                    .forEach(grantor -> signers.computeIfAbsent(
                            grantor.signer(),
                            key -> new HowForm.Signer(key, name(opened.household(), member, grantor, words))));
        }
        return signers.size() < 2 ? List.of() : List.copyOf(signers.values());
    }

    private static String name(HouseholdAtDesk household, DeskMember subject, DeskGrantor grantor, DeskWords words) {
        String name = grantor.name();
        return name == null ? words.grantor(household, subject, grantor) : name;
    }

    /** What was filled in; before anything is, the days that stand in a draft that waited for the others. */
    private static Map<String, String> fields(Desk.Opened opened) {
        How how = opened.draft().how();
        return how == null ? waiting(opened) : fields(how);
    }

    private static Map<String, String> waiting(Desk.Opened opened) {
        Map<String, String> fields = new HashMap<>();
        for (DeskMember member : opened.household().members()) {
            Consent newest = member.newest();
            if (newest != null && newest.status() == Consent.Status.DRAFT) {
                member.grantors()
                        .forEach(grantor -> newest.signatures().stream()
                                .filter(signature -> signature.by().hex().startsWith(grantor.signer()))
                                .findFirst()
                                .ifPresent(signature ->
                                        put(fields, ThreeFields.of("dato-" + grantor.signer(), signature.given()))));
            }
        }
        return fields;
    }

    private static Map<String, String> fields(How how) {
        Map<String, String> fields = new HashMap<>();
        fields.put("maade", how.method().name());
        fields.put("legitimation", how.identity().name());
        fields.put("sprog", how.language());
        put(fields, ThreeFields.of("dato", how.given()));
        how.signed().forEach((signer, apart) -> {
            put(fields, ThreeFields.of("dato-" + signer, apart.day()));
            fields.put(
                    "maade-" + signer,
                    apart.method() == how.method() ? "" : apart.method().name());
        });
        put(fields, ThreeFields.of("slut", how.lastDay()));
        Optional.ofNullable(how.reference()).ifPresent(reference -> fields.put("reference", reference));
        how.heard().forEach((child, heard) -> fields.put("hoert-" + child, heard.name()));
        if (how.interpreter()) {
            fields.put("tolk", "1");
        }
        if (how.easyRead()) {
            fields.put("letlaest", "1");
        }
        return fields;
    }

    private static void put(Map<String, String> fields, ThreeFields date) {
        fields.put(date.name() + "-dag", date.day());
        fields.put(date.name() + "-maaned", date.month());
        fields.put(date.name() + "-aar", date.year());
    }

    private ModelAndView page(Desk.Opened opened, Map<String, String> fields, FormMistakes mistakes, DeskWords words) {
        List<Child> children = children(opened, words).stream()
                .map(child -> new Child(
                        child.id().toString(),
                        words.name(opened.household(), child),
                        fields.get("hoert-" + child.id()),
                        List.of(Heard.values())))
                .toList();
        Screen screen = new Screen(
                fields,
                ThreeFields.of("dato", fields),
                signers(opened, words).stream()
                        .map(signer -> new Apart(
                                signer.key(),
                                signer.name(),
                                ThreeFields.of(signer.day(), fields),
                                fields.getOrDefault(signer.method(), "")))
                        .toList(),
                ThreeFields.of("slut", fields),
                List.of(Method.values()),
                List.of(Identity.values()),
                languages(fields.getOrDefault("sprog", settings.languages().get(0)), words),
                children,
                opened.kept().paper());
        return DeskSteps.page(Step.HVORDAN, opened, mistakes, screen);
    }

    private List<Language> languages(String chosen, DeskWords words) {
        return settings.languages().stream()
                .map(code -> new Language(
                        code, Locale.forLanguageTag(code).getDisplayLanguage(words.locale()), code.equals(chosen)))
                .toList();
    }
}
