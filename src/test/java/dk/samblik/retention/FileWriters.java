package dk.samblik.retention;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The types among some that make or write files, by what of the JDK they use, or that hand text to {@code PrivateFile}.
 * Those of the demo are named by its package.
 */
record FileWriters(JavaClasses classes) {

    private static final Pattern WRITES =
            Pattern.compile("java\\.nio\\.file\\.Files\\.(write\\w*|newOutputStream|newBufferedWriter"
                    + "|createFile|createTemp\\w+|move|copy)"
                    + "|java\\.nio\\.file\\.StandardOpenOption\\.(WRITE|APPEND|CREATE|CREATE_NEW)"
                    + "|java\\.io\\.(FileOutputStream|FileWriter|RandomAccessFile)\\.<init>"
                    + "|java\\.io\\.File\\.createTempFile"
                    + "|java\\.lang\\.ProcessBuilder\\$Redirect\\.(to|appendTo)"
                    + "|dk\\.samblik\\.access\\.PrivateFile\\.(replace|append)");

    Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (JavaClass type : classes) {
            if (type.getAccessesFromSelf().stream().anyMatch(FileWriters::writes)) {
                names.add(name(type));
            }
        }
        return names;
    }

    private static boolean writes(JavaAccess<?> access) {
        return WRITES.matcher(access.getTargetOwner().getName() + "." + access.getName())
                .matches();
    }

    private static String name(JavaClass type) {
        return type.getPackageName().startsWith("dk.samblik.demo")
                ? "demo"
                : outermost(type).getSimpleName();
    }

    /** A lambda's or record's own type belongs to the one it stands in, but a type of a test's does not. */
    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass()
                .filter(outer -> !outer.getSimpleName().endsWith("Test"))
                .map(FileWriters::outermost)
                .orElse(type);
    }
}
