package dk.samblik.notice;

import dk.samblik.access.Access;
import dk.samblik.access.AccessLog;
import dk.samblik.access.Grant;
import dk.samblik.access.LookRows;
import dk.samblik.access.Reader;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DataController;
import dk.samblik.household.HouseholdId;
import dk.samblik.team.Seeing;
import dk.samblik.team.TeamSettings;
import dk.samblik.view.Change;
import dk.samblik.view.Changes;
import dk.samblik.view.HouseholdView;
import dk.samblik.view.Recipients;
import dk.samblik.view.Views;
import dk.samblik.view.Views.Step;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * What a version brought that its reader may see now, by today's consents, role and protection. Whoever asks is in the access
 * log first: a reader for the page, the hub itself where it only finds out whether there is anything.
 */
@Component
@EnableConfigurationProperties(DataController.class)
class News {

    /** Why the hub opens views, in the words of the log. */
    static final String PURPOSE = "change-notice";

    /** As many households as are held in memory at a time. */
    static final int AT_ONCE = 200;

    private final LookRows rows;
    private final AccessLog log;
    private final Views views;
    private final Recipients recipients;
    private final TeamSettings authority;

    News(LookRows rows, AccessLog log, Views views, Recipients recipients, DataController controller) {
        this.rows = rows;
        this.log = log;
        this.views = views;
        this.recipients = recipients;
        this.authority = new TeamSettings(controller.name(), "");
    }

    /** A version, and somebody it may be news to. */
    record ToReader(Viewer reader, HouseholdId household, int version) {}

    /** A notice with what it says: the view as its reader sees it, and what counts as new in it. */
    record Told(Notice notice, HouseholdView view, List<Change> changes) {
        Told {
            changes = List.copyOf(changes);
        }
    }

    /** What these notices say to their reader, in their order; one of which there is nothing to tell any more is left out. */
    List<Told> told(Grant grant, List<Notice> notices, Viewer reader) {
        Map<HouseholdId, Set<Integer>> wanted = new LinkedHashMap<>();
        notices.forEach(notice -> wanted.computeIfAbsent(notice.household(), id -> new LinkedHashSet<>())
                .add(notice.version()));
        Seeing seeing = Seeing.of(reader, authority, recipients, wanted.keySet());
        Map<HouseholdId, Map<Integer, Step>> steps = views.steps(grant, wanted);
        List<Told> told = new ArrayList<>();
        for (Notice notice : notices) {
            Step step = steps.getOrDefault(notice.household(), Map.of()).get(notice.version());
            List<Change> changes = step == null ? List.of() : changes(step, seeing);
            if (step != null && !changes.isEmpty()) {
                told.add(new Told(notice, seeing.of(step.after()), changes));
            }
        }
        return told;
    }

    /** Those of them that are news to their reader. The hub opens each household once, whoever reads. */
    Set<ToReader> among(Collection<ToReader> asked) {
        Map<HouseholdId, List<ToReader>> byHousehold = new LinkedHashMap<>();
        asked.forEach(one -> byHousehold
                .computeIfAbsent(one.household(), id -> new ArrayList<>())
                .add(one));
        List<HouseholdId> all = List.copyOf(byHousehold.keySet());
        Set<ToReader> news = new HashSet<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<HouseholdId> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            among(some, byHousehold, news);
        }
        return news;
    }

    private void among(List<HouseholdId> some, Map<HouseholdId, List<ToReader>> asked, Set<ToReader> news) {
        Grant grant = log.record(rows.of(Access.Action.VIEW, Viewer.HUB, PURPOSE, some));
        Map<HouseholdId, Set<Integer>> wanted = new HashMap<>();
        some.forEach(id -> asked.getOrDefault(id, List.of())
                .forEach(one ->
                        wanted.computeIfAbsent(id, household -> new HashSet<>()).add(one.version())));
        Map<HouseholdId, Map<Integer, Step>> steps = views.steps(grant, wanted);
        Map<Like, Seeing> sights = new HashMap<>();
        Map<Answered, Boolean> answers = new HashMap<>();
        for (HouseholdId id : some) {
            for (ToReader one : asked.getOrDefault(id, List.of())) {
                Step step = steps.getOrDefault(id, Map.of()).get(one.version());
                Like like = Like.of(one.reader(), authority.authority());
                Seeing seeing =
                        sights.computeIfAbsent(like, unknown -> Seeing.of(one.reader(), authority, recipients, some));
                if (step != null
                        && answers.computeIfAbsent(
                                new Answered(like, id, one.version()),
                                unknown -> !changes(step, seeing).isEmpty())) {
                    news.add(one);
                }
            }
        }
    }

    /** Readers who see alike. */
    private record Like(Reader reader, String recipient) {
        static Like of(Viewer viewer, String authority) {
            Reader reader = Reader.of(viewer, authority);
            return new Like(reader, reader.recipient(viewer));
        }
    }

    private record Answered(Like like, HouseholdId household, int version) {}

    private static List<Change> changes(Step step, Seeing seeing) {
        return Changes.between(seeing.of(step.before()), seeing.of(step.after())).stream()
                .filter(change -> change.kind().counts())
                .toList();
    }
}
