package dk.samblik.campaign;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs one test method in this JVM and says on standard output by name what failed. Ends with 0 when something was run. */
public final class OneTest implements TestExecutionListener {

    private static final String FAILED = "one-test failed ";
    private static final long MINUTES = 15;

    private final AtomicInteger run = new AtomicInteger();

    private OneTest() {}

    /** The tests that fail when this one is run in a JVM of its own with these options; what it says goes to the log. */
    public static List<String> failing(String test, List<String> options, Path log)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of(OneTest.class.getName(), test));
        Process other = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (!other.waitFor(MINUTES, TimeUnit.MINUTES)) {
            other.destroyForcibly().waitFor();
            throw new IllegalStateException("it did not end; see " + log);
        }
        if (other.exitValue() != 0) {
            throw new IllegalStateException("no test was run; see " + log);
        }
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith(FAILED))
                .map(line -> line.substring(FAILED.length()))
                .distinct()
                .toList();
    }

    public static void main(String[] test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(method(test[0]))
                .build();
        OneTest told = new OneTest();
        LauncherFactory.create().execute(request, told);
        System.exit(told.run.get() > 0 ? 0 : 1);
    }

    /** Found by its name, since selecting it otherwise needs its parameters too. */
    private static DiscoverySelector method(String test) {
        String[] names = test.split("#", 2);
        try {
            return Arrays.stream(Class.forName(names[0]).getDeclaredMethods())
                    .filter(method -> method.getName().equals(names[1]))
                    .findFirst()
                    .map(method -> selectMethod(method.getDeclaringClass(), method))
                    .orElseThrow(() -> new IllegalArgumentException("there is no test " + test));
        } catch (ClassNotFoundException gone) {
            throw new IllegalArgumentException("there is no test " + test, gone);
        }
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        run.addAndGet(test.isTest() ? 1 : 0);
        if (result.getStatus() == Status.FAILED) {
            System.out.println(FAILED + test.getSource().map(OneTest::named).orElse(test.getDisplayName()));
        }
    }

    private static String named(TestSource source) {
        return source instanceof MethodSource method
                ? method.getClassName() + "#" + method.getMethodName()
                : source.toString();
    }
}
