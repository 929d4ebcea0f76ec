package dk.samblik.demo;

import dk.samblik.demo.enrolment.EnrolledHousehold;
import dk.samblik.demo.plan.Seen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what the hub must find on the first night, from the plan alone: a file for each open household, the counts, and
 * the households that must stay closed.
 */
final class Expectations {

    private final World world;
    private final Asked asked;

    Expectations(World world, DemoRegisters registers) {
        this.world = world;
        this.asked = new Asked(world, registers);
    }

    void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (EnrolledHousehold household : world.desk().households()) {
            if (household.open()) {
                Files.write(
                        folder.resolve(household.number() + ".txt"),
                        new ExpectedHousehold(world, household).lines(asked));
            }
        }
        Files.write(folder.resolve("counts.txt"), new ExpectedCounts(asked).lines());
        Files.write(folder.resolve("closed.txt"), closed());
        Files.write(folder.resolve("stories.txt"), stories());
    }

    private List<String> closed() {
        return world.desk().households().stream()
                .filter(household -> !household.open())
                .map(household -> Seen.line(household.number(), household.closedBy()))
                .sorted()
                .toList();
    }

    // Not part of what is compared: tells a reader of the folder which household stands for which case.
    private List<String> stories() {
        return world.desk().households().stream()
                .filter(household -> !household.story().isEmpty())
                .map(household -> Seen.line(household.number(), household.story()))
                .sorted()
                .toList();
    }
}
