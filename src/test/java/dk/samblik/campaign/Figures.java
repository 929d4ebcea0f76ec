package dk.samblik.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestPlan;

/**
 * Tells the figures of every campaign when its tests are through: in a file of the folder {@code -Dsamblik.figures}, from
 * which the build prints all at its end, or where there is none on standard output. With {@code -Dsamblik.docs=write} they are
 * kept in {@code docs/reliability.md} too, where the part of a campaign that did not run stays as it is.
 */
public final class Figures implements TestExecutionListener {

    static final Path PAGE = Path.of("docs", "reliability.md");

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        new TreeMap<>(Campaign.all()).values().forEach(Figures::show);
    }

    private static void show(Campaign campaign) {
        if (campaign.figures().isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        campaign.figures().forEach((what, value) -> lines.add(what + ": " + value));
        tell(campaign, lines);
        if ("write".equals(System.getProperty("samblik.docs"))) {
            write(campaign, lines);
        }
    }

    private static void tell(Campaign campaign, List<String> lines) {
        String told = "campaign " + campaign.name() + " (" + Campaign.tierName() + ", seed " + campaign.seed() + ")\n  "
                + String.join("\n  ", lines) + "\n";
        String folder = System.getProperty("samblik.figures");
        if (folder == null) {
            System.out.print(told);
            return;
        }
        try {
            Files.writeString(Files.createDirectories(Path.of(folder)).resolve(campaign.name()), told);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Campaign campaign, List<String> lines) {
        String open = "<!-- " + campaign.name() + " -->";
        String shut = "<!-- /" + campaign.name() + " -->";
        // Several JVMs run campaigns side by side, and all write to the one page.
        try (FileChannel lock = FileChannel.open(
                        Path.of("target", "reliability.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            String page = Files.readString(PAGE);
            int from = page.indexOf(open);
            int to = page.indexOf(shut);
            if (from < 0 || to < from) {
                throw new IllegalStateException(PAGE + " has no place for " + campaign.name());
            }
            String figures = open + "\n" + LocalDate.now() + ", " + Campaign.tierName() + " tier, seed "
                    + campaign.seed() + "\n\n" + table(lines) + shut;
            Files.writeString(PAGE, page.substring(0, from) + figures + page.substring(to + shut.length()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String table(List<String> lines) {
        StringBuilder table = new StringBuilder("| Figure | Count |\n|---|---|\n");
        for (String line : lines) {
            int colon = line.lastIndexOf(": ");
            table.append("| ").append(line, 0, colon).append(" | ");
            table.append(line.substring(colon + 2)).append(" |\n");
        }
        return table.toString();
    }
}
