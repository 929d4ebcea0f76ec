package dk.samblik.notice;

import dk.samblik.access.Staff;
import dk.samblik.access.Viewer;
import dk.samblik.notice.News.ToReader;
import dk.samblik.notice.Notices.Unnoted;
import dk.samblik.run.Switches;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Finds out after each run to whom its new versions are news, and notes that; of what they say it keeps nothing. */
@Component("noting")
public class Noting {

    private static final Logger LOG = LoggerFactory.getLogger(Noting.class);

    private final Notices notices;
    private final News news;
    private final Staff staff;
    private final Switches switches;

    Noting(Notices notices, News news, Staff staff, Switches switches) {
        this.notices = notices;
        this.news = news;
        this.staff = staff;
        this.switches = switches;
    }

    /** Looks through every version that is not yet. Never fails the run: what is left, also while it is off, is later. */
    public void afterRun() {
        try {
            while (!switches.isOff("after-notice") && some()) {}
        } catch (RuntimeException fault) {
            LOG.error("what is new could not be noted: {}", fault.getClass().getName());
        }
    }

    private boolean some() {
        List<Unnoted> versions = notices.unnoted(News.AT_ONCE);
        if (versions.isEmpty()) {
            return false;
        }
        List<Viewer> followers = staff.followers();
        List<ToReader> asked = versions.stream()
                .flatMap(version -> followers.stream()
                        .filter(reader -> reader.areas().contains(version.area()))
                        .map(reader -> new ToReader(reader, version.household(), version.version())))
                .toList();
        notices.note(versions, asked.isEmpty() ? Set.of() : news.among(asked));
        return true;
    }
}
