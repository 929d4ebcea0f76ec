package dk.samblik.team;

import dk.samblik.access.CurrentViewer;
import dk.samblik.access.OpenSignIn;
import dk.samblik.access.SessionLeft;
import dk.samblik.access.Viewer;
import dk.samblik.consent.DataController;
import dk.samblik.household.CivilClock;
import dk.samblik.programme.Programmes;
import dk.samblik.register.PlannedOutages;
import dk.samblik.register.PlannedOutages.Planned;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.thymeleaf.context.LazyContextVariable;

/** Gives every page its frame and its words. */
@ControllerAdvice(
        basePackages = {
            "dk.samblik.consent",
            "dk.samblik.draw",
            "dk.samblik.team",
            "dk.samblik.notice",
            "dk.samblik.effect",
            "dk.samblik.enrolment",
            "dk.samblik.operations",
            "dk.samblik.oversight"
        })
@EnableConfigurationProperties({DataController.class, HelpSettings.class})
class PageFrames {

    private final TeamSettings settings;
    private final CurrentViewer viewers;
    private final MessageSource messages;
    private final CivilClock clock;
    private final boolean demo;
    private final Unread unread;
    private final ObjectProvider<PlannedOutages> outages;
    private final Called.By called;

    PageFrames(
            DataController controller,
            HelpSettings help,
            CurrentViewer viewers,
            MessageSource messages,
            CivilClock clock,
            ObjectProvider<OpenSignIn> open,
            Unread unread,
            ObjectProvider<PlannedOutages> outages,
            ObjectProvider<Programmes> programmes) {
        this.settings = new TeamSettings(controller.name(), help.phone());
        this.viewers = viewers;
        this.messages = messages;
        this.clock = clock;
        this.demo = open.getIfAvailable() != null;
        this.unread = unread;
        this.outages = outages;
        Programmes files = programmes.getIfAvailable();
        this.called = files == null ? Called.By.NO_PROGRAMME : Called.By.files(files);
    }

    @ModelAttribute("words")
    Words words(Locale locale, @ModelAttribute("frame") PageFrame frame) {
        Viewer viewer = frame.viewer();
        return new Words(messages, locale, clock, called, viewer == null ? Set.of() : viewer.areas());
    }

    /**
     * How long the reader's session lasts, for the page to tell before it ends; null where nobody is signed in, and on the
     * page of an error, which says the same whenever it is shown.
     */
    @ModelAttribute("lasts")
    @Nullable
    SessionLeft lasts(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR
                ? null
                : SessionLeft.of(request).orElse(null);
    }

    @ModelAttribute("frame")
    PageFrame frame(HttpServletRequest request) {
        return PageFrame.of(settings, viewer(request), demo, request.getRequestURI());
    }

    /** Of how many households the reader has unread news; asked when the navigation is drawn, so never for a way on. */
    @ModelAttribute("unread")
    @Nullable
    LazyContextVariable<Integer> unread(@ModelAttribute("frame") PageFrame frame, HttpServletRequest request) {
        Viewer viewer = frame.viewer();
        if (viewer == null || !viewer.inTeam() || request.getDispatcherType() == DispatcherType.ERROR) {
            return null;
        }
        return new LazyContextVariable<>() {
            @Override
            protected Integer loadValue() {
                return unread.households(viewer);
            }
        };
    }

    /** What operations tells the teams of sources that are away now; asked when the page is drawn. */
    @ModelAttribute("outages")
    @Nullable
    LazyContextVariable<List<Planned>> outages(@ModelAttribute("frame") PageFrame frame, HttpServletRequest request) {
        Viewer viewer = frame.viewer();
        if (viewer == null || !viewer.inTeam() || request.getDispatcherType() == DispatcherType.ERROR) {
            return null;
        }
        return new LazyContextVariable<>() {
            @Override
            protected List<Planned> loadValue() {
                return outages.stream().flatMap(all -> all.now().stream()).toList();
            }
        };
    }

    /** An error page is drawn even where the question who is signed in is what failed. */
    private @Nullable Viewer viewer(HttpServletRequest request) {
        try {
            return viewers.find().orElse(null);
        } catch (RuntimeException unknown) {
            if (request.getDispatcherType() == DispatcherType.ERROR) {
                return null;
            }
            throw unknown;
        }
    }
}
