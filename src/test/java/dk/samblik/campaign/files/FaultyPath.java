package dk.samblik.campaign.files;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A path of this machine that says it belongs to another file system; all it leads to belongs there too. */
record FaultyPath(Path real, FileSystem system) implements InvocationHandler {

    static Path wrap(Path real, FileSystem system) {
        return (Path) Proxy.newProxyInstance(
                FaultyPath.class.getClassLoader(), new Class<?>[] {Path.class}, new FaultyPath(real, system));
    }

    /** The path of the machine behind this one. */
    static Path real(Path path) {
        return Proxy.isProxyClass(path.getClass()) && Proxy.getInvocationHandler(path) instanceof FaultyPath faulty
                ? faulty.real
                : path;
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] values) throws Throwable {
        if (method.getName().equals("getFileSystem")) {
            return system;
        }
        if (method.getName().equals("toUri")) {
            return URI.create("faulty://" + real.toAbsolutePath());
        }
        try {
            Object result = method.invoke(real, unwrapped(values));
            return result instanceof Path path ? wrap(path, system) : result;
        } catch (InvocationTargetException fault) {
            throw fault.getCause();
        }
    }

    private static Object @Nullable [] unwrapped(Object @Nullable [] values) {
        if (values == null) {
            return null;
        }
        Object[] real = values.clone();
        for (int i = 0; i < real.length; i++) {
            real[i] = real[i] instanceof Path path ? real(path) : real[i];
        }
        return real;
    }
}
