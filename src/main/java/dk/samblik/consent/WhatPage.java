package dk.samblik.consent;

import dk.samblik.access.OpenTo;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DeskSteps.Step;
import dk.samblik.household.Category;
import dk.samblik.household.CivilClock;
import dk.samblik.household.Department;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Step 2 of recording: what each person's consent covers, person by department. Nothing is ticked before somebody does. */
@Controller
class WhatPage {

    private static final String HOUSEHOLD_ADULTS = "HOUSEHOLD_ADULTS";
    private static final String HOUSING_ORG = "HOUSING_ORG:";

    private final Desk desk;
    private final DeskSteps steps;
    private final DeskSettings settings;
    private final CivilClock clock;

    WhatPage(Desk desk, DeskSteps steps, DeskSettings settings, CivilClock clock) {
        this.desk = desk;
        this.steps = steps;
        this.settings = settings;
        this.clock = clock;
    }

    /** The table, and whom else it may be shared with. A person's row holds the kinds it can be narrowed to. */
    record Screen(List<Department> departments, List<Row> rows, List<Sharing> sharing) {}

    /** One person's row. */
    record Row(String id, String name, String age, List<Cell> cells, List<Kind> kinds) {

        /** Whether it is not all kinds. */
        public boolean narrowed() {
            return kinds.stream().anyMatch(Kind::ticked);
        }
    }

    /** One kind of information, and the departments that hold it. */
    record Kind(String value, String label, boolean ticked) {}

    /** One tick; {@code offered} false where the department cannot know the person. */
    record Cell(String value, String label, boolean offered, boolean ticked) {}

    /** One recipient besides the team. */
    record Sharing(String value, String label, boolean ticked) {}

    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @GetMapping("/samtykker/husstande/{id}/hvad")
    ModelAndView show(@PathVariable String id, Locale locale) {
        Desk.Opened opened = desk.open(id);
        return opened.draft().yes().isEmpty()
                ? DeskSteps.to(Step.HVEM.address(opened.household()))
                : page(opened, opened.draft(), new FormMistakes(), steps.words(locale));
    }

    /** {@code alle} asks for a whole row or column to be ticked, and for the page again. */
    @OpenTo({Viewer.Role.COORDINATOR, Viewer.Role.DESK})
    @PostMapping("/samtykker/husstande/{id}/hvad")
    ModelAndView save(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable List<String> kilde,
            @RequestParam(required = false) @Nullable List<String> slags,
            @RequestParam(required = false) @Nullable List<String> deles,
            @RequestParam(required = false) @Nullable String alle,
            @RequestParam int revision,
            Locale locale) {
        DeskWords words = steps.words(locale);
        Desk.Opened opened = desk.open(id);
        Set<String> ticked = new HashSet<>(kilde == null ? List.of() : kilde);
        Set<String> shared = new HashSet<>(deles == null ? List.of() : deles);
        shared.retainAll(recipients());
        DeskDraft draft = opened.draft()
                .what(
                        chosen(opened, ticked, alle == null ? "" : alle),
                        narrowed(opened, slags == null ? List.of() : slags),
                        shared);
        FormMistakes mistakes = alle == null ? mistakes(opened, draft, words) : new FormMistakes();
        if (!mistakes.none()) {
            return page(opened, draft, mistakes, words);
        }
        if (!steps.keep(opened, draft, revision)) {
            Desk.Opened now = steps.anew(id, mistakes, words);
            return DeskSteps.changed(page(now, now.draft(), mistakes, words));
        }
        return DeskSteps.to((alle == null ? Step.HVORDAN : Step.HVAD).address(opened.household()));
    }

    private Map<String, Set<Department>> chosen(Desk.Opened opened, Set<String> ticked, String all) {
        Map<String, Set<Department>> chosen = new HashMap<>();
        for (DeskMember member : asked(opened)) {
            Set<Department> sources = EnumSet.noneOf(Department.class);
            for (Department department : Offer.DEPARTMENTS) {
                String value = value(member, department);
                boolean wanted =
                        ticked.contains(value) || all.equals(member.id().toString()) || all.equals(department.name());
                if (wanted && Offer.fits(member, department, clock.today())) {
                    sources.add(department);
                }
            }
            if (!sources.isEmpty()) {
                chosen.put(member.id().toString(), sources);
            }
        }
        return chosen;
    }

    /** By person the kinds that were ticked; somebody with none ticked is not in it. */
    private Map<String, Set<Category>> narrowed(Desk.Opened opened, List<String> ticked) {
        Map<String, Set<Category>> narrowed = new HashMap<>();
        for (DeskMember member : asked(opened)) {
            Set<Category> kinds = offered(member);
            kinds.removeIf(kind -> !ticked.contains(value(member, kind)));
            if (!kinds.isEmpty()) {
                narrowed.put(member.id().toString(), kinds);
            }
        }
        return narrowed;
    }

    /** The kinds held by the departments that are asked about this person. */
    private Set<Category> offered(DeskMember member) {
        return Offer.kinds(Offer.DEPARTMENTS.stream()
                .filter(department -> Offer.fits(member, department, clock.today()))
                .toList());
    }

    private static FormMistakes mistakes(Desk.Opened opened, DeskDraft draft, DeskWords words) {
        FormMistakes mistakes = new FormMistakes();
        for (DeskMember member : asked(opened)) {
            String name = words.name(opened.household(), member);
            if (Offer.kinds(draft.sourcesOf(member)).isEmpty()) {
                boolean none = draft.sourcesOf(member).isEmpty();
                mistakes.add(
                        "person-" + member.id(), words.say(none ? "consent.err.what" : "consent.err.what.more", name));
            } else if (!draft.onlyOf(member).isEmpty()) {
                narrow(member, draft, name, words).ifPresent(text -> mistakes.add("slags-" + member.id(), text));
            }
        }
        return mistakes;
    }

    /** A kind that no chosen source holds, or a chosen source of which no kind is chosen, is no agreement. */
    private static Optional<String> narrow(DeskMember member, DeskDraft draft, String name, DeskWords words) {
        Set<Department> sources = draft.sourcesOf(member);
        Set<Category> only = draft.onlyOf(member);
        Optional<String> idle = only.stream()
                .filter(kind -> !Offer.kinds(sources).contains(kind))
                .findFirst()
                .map(kind -> words.say("consent.err.kind", words.say("category." + kind), name));
        return idle.isPresent()
                ? idle
                : Offer.DEPARTMENTS.stream()
                        .filter(sources::contains)
                        .filter(source -> !Offer.kinds(Set.of(source)).isEmpty()
                                && Collections.disjoint(Offer.kinds(Set.of(source)), only))
                        .findFirst()
                        .map(source -> words.say("consent.err.kind.none", words.say("department." + source), name));
    }

    private static List<DeskMember> asked(Desk.Opened opened) {
        return opened.household().members().stream()
                .filter(member -> !opened.draft().yesFor(member).isEmpty())
                .toList();
    }

    private static String value(DeskMember member, Enum<?> what) {
        return member.id() + "/" + what;
    }

    private List<String> recipients() {
        String housing = settings.housingOrganisation();
        return housing == null ? List.of(HOUSEHOLD_ADULTS) : List.of(HOUSEHOLD_ADULTS, HOUSING_ORG + housing);
    }

    private ModelAndView page(Desk.Opened opened, DeskDraft draft, FormMistakes mistakes, DeskWords words) {
        List<Row> rows = asked(opened).stream()
                .map(member -> row(opened.household(), member, draft, words))
                .toList();
        List<Sharing> sharing = recipients().stream()
                .map(recipient -> new Sharing(
                        recipient,
                        recipient.equals(HOUSEHOLD_ADULTS)
                                ? words.say("consent.recipient.HOUSEHOLD_ADULTS")
                                : words.say("consent.recipient.HOUSING_ORG", recipient.substring(HOUSING_ORG.length())),
                        draft.recipients().contains(recipient)))
                .toList();
        return DeskSteps.page(Step.HVAD, opened, mistakes, new Screen(Offer.DEPARTMENTS, rows, sharing));
    }

    private Row row(HouseholdAtDesk household, DeskMember member, DeskDraft draft, DeskWords words) {
        String name = words.name(household, member);
        List<Cell> cells = Offer.DEPARTMENTS.stream()
                .map(department -> new Cell(
                        value(member, department),
                        words.say("consent.cell", name, words.say("department." + department)),
                        Offer.fits(member, department, clock.today()),
                        draft.sourcesOf(member).contains(department)))
                .toList();
        List<Kind> kinds = offered(member).stream()
                .map(kind -> new Kind(
                        value(member, kind),
                        words.say("consent.kind", words.say("category." + kind), holders(member, kind, words)),
                        draft.onlyOf(member).contains(kind)))
                .toList();
        return new Row(member.id().toString(), name, words.age(member.person()), cells, kinds);
    }

    /** The departments that hold a kind about somebody, in words. */
    private String holders(DeskMember member, Category kind, DeskWords words) {
        return words.list(Offer.DEPARTMENTS.stream()
                .filter(department -> Offer.fits(member, department, clock.today()))
                .filter(department -> Offer.kinds(Set.of(department)).contains(kind))
                .map(department -> words.say("department." + department))
                .toList());
    }
}
