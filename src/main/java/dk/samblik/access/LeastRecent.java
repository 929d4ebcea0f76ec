package dk.samblik.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map of bounded size that lets go of what was not asked for the longest. */
final class LeastRecent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1L;

    private final int size;

    LeastRecent(int size) {
        super(16, 0.75f, true);
        this.size = size;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > size;
    }
}
