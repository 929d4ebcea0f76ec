package dk.samblik.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.ReducedMotion;
import dk.samblik.demo.Hub;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.env.Environment;

/** A real browser for tests: Debian's Chromium, headless. Fetches it where it may, else says what to install. */
public final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> TAGS =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "EN-301-549", "best-practice");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;
    private final String origin;

    private Browser(Playwright playwright, com.microsoft.playwright.Browser chromium, String origin) {
        this.playwright = playwright;
        this.chromium = chromium;
        this.origin = origin;
    }

    /** A browser for the pages at a port of this machine. */
    public static Browser at(int port) {
        installed();
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        com.microsoft.playwright.Browser chromium = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
        return new Browser(playwright, chromium, "http://localhost:" + port);
    }

    /** A browser for the pages of a hub. */
    public static Browser of(Hub hub) {
        return at(Integer.parseInt(hub.bean(Environment.class).getRequiredProperty("local.server.port")));
    }

    /** A tab of its own with scripts, this many pixels wide, in Danish or English. */
    public Tab tab(int width, String language) {
        return tab(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(width, 900), language);
    }

    /** A language and a width that a page is read in. */
    public record Reading(String language, int width) {

        private static final boolean FULL = "full".equals(System.getProperty("samblik.campaign"));

        /** In the quick tier Danish on a tablet and English on a desk; in the full one also the other way round. */
        public static Stream<Reading> all() {
            return Stream.of("da", "en")
                    .flatMap(language -> Stream.of(768, 1280).map(width -> new Reading(language, width)))
                    .filter(reading -> FULL || reading.language.equals("da") == (reading.width == 768));
        }
    }

    /** A tab without scripts. */
    public Tab plainTab(int width) {
        return tab(
                new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setJavaScriptEnabled(false),
                "da");
    }

    private Tab tab(com.microsoft.playwright.Browser.NewContextOptions options, String language) {
        BrowserContext context = chromium.newContext(options.setBaseURL(origin).setReducedMotion(ReducedMotion.REDUCE));
        context.addCookies(List.of(new Cookie("samblik-sprog", language).setUrl(origin)));
        Page page = context.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onResponse(response -> {
            if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                complaints.add(response.status() + " " + response.url());
            }
        });
        return new Tab(page, complaints);
    }

    /** One tab, and what the browser complained of in it: scripts, the content policy, missing files. */
    public record Tab(Page page, List<String> complaints) implements AutoCloseable {

        /** Goes to a page. */
        public Tab open(String path) {
            page.navigate(path);
            return this;
        }

        /** Signs somebody in on the page that is open, and waits for the page they come to. */
        public Tab signIn(String subject) {
            page.locator("button[name=username][value=" + subject + "]").click();
            page.waitForURL(url -> !url.contains("log-paa"));
            return this;
        }

        /** What axe finds against WCAG 2.2 AA, EN 301 549 and its best practice, one line a rule and place. */
        public List<String> violations() {
            List<String> found = new ArrayList<>();
            for (Rule rule : new AxeBuilder(page)
                    .setLegacyMode(true)
                    .withTags(TAGS)
                    .analyze()
                    .getViolations()) {
                rule.getNodes().forEach(node -> found.add(rule.getId() + " " + node.getTarget()));
            }
            return found;
        }

        /** How wide the page is in a window this wide: more, where somebody would have to scroll sideways to read it. */
        public int widthAt(int window) {
            page.setViewportSize(window, 900);
            return ((Number) page.evaluate("() => document.scrollingElement.scrollWidth")).intValue();
        }

        /** How many things the pages have put into the browser's storage. */
        public int stored() {
            return ((Number) page.evaluate("() => localStorage.length + sessionStorage.length")).intValue();
        }

        /** Keeps what the whole page looks like, for a person to look at. */
        public void keep(String name) {
            page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve(name + ".png")));
        }

        /** The page on paper (A4), kept for a person to look at; how many sheets it takes. */
        public int sheets(String name) {
            byte[] paper = page.pdf(new Page.PdfOptions()
                    .setFormat("A4")
                    .setPreferCSSPageSize(true)
                    .setPath(SCREENSHOTS.resolve(name + ".pdf")));
            String written = new String(paper, StandardCharsets.ISO_8859_1);
            return (int) Pattern.compile("/Type\\s*/Page\\b")
                    .matcher(written)
                    .results()
                    .count();
        }

        @Override
        public void close() {
            page.context().close();
        }
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static void installed() {
        if (Files.isExecutable(CHROMIUM)) {
            return;
        }
        if (!"root".equals(System.getProperty("user.name")) || !install()) {
            throw new IllegalStateException(
                    "The browser tests need Chromium at /usr/bin/chromium. On Debian: sudo apt-get install -y chromium");
        }
    }

    private static boolean install() {
        try {
            return run("apt-get", "install", "-y", "--no-install-recommends", "chromium")
                    || (run("apt-get", "update")
                            && run("apt-get", "install", "-y", "--no-install-recommends", "chromium"));
        } catch (IOException noApt) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        return process.waitFor(5, TimeUnit.MINUTES) && process.exitValue() == 0 && Files.isExecutable(CHROMIUM);
    }
}
