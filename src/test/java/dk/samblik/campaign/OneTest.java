package dk.samblik.campaign;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Arrays;
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
final class OneTest implements TestExecutionListener {

    static final String FAILED = "one-test failed ";

    private final AtomicInteger run = new AtomicInteger();

    private OneTest() {}

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
