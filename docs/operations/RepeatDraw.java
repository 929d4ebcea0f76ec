// SPDX-License-Identifier: EUPL-1.2
// Repeats a draw from its protocol file and says whether the same households are drawn: java RepeatDraw.java protokol.csv
// Written from docs/vejledning/udtraek.md, not from the hub's code, and uses none of it.
import java.nio.file.*;
import java.security.MessageDigest;
import java.util.*;

class RepeatDraw {
    static String seed;

    public static void main(String[] file) throws Exception {
        Map<String, String> said = new HashMap<>();
        TreeMap<String, String> areas = new TreeMap<>();
        Map<String, String> parts = new HashMap<>();
        for (String line : Files.readAllLines(Path.of(file[0]))) {
            String[] cell = line.split(";", -1);
            if (cell.length == 2) said.put(cell[0], cell[1]);
            if (cell.length == 3 && cell[0].length() == 64) { areas.put(cell[0], cell[1]); parts.put(cell[0], cell[2]); }
        }
        seed = said.get("seed");
        StringBuilder lines = new StringBuilder();
        areas.forEach((key, area) -> lines.append(key).append(';').append(area).append('\n'));
        boolean right = hash(lines.toString().getBytes("UTF-8")).equals(said.get("fingerprint"));
        Set<String> drawn = take(areas, Integer.parseInt(said.get("wanted")));
        TreeMap<String, String> left = new TreeMap<>(areas);
        left.keySet().removeAll(drawn);
        Set<String> control = take(left, Integer.parseInt(said.get("control")));
        for (String key : areas.keySet()) {
            String part = drawn.contains(key) ? "DRAWN" : control.contains(key) ? "CONTROL" : "REST";
            right &= part.equals(parts.get(key)) || part.equals("CONTROL") && parts.get(key).equals("REST");
        }
        drawn.forEach(System.out::println);
        System.out.println(right ? "SAME" : "DIFFERENT");
        System.exit(right ? 0 : 1);
    }

    static Set<String> take(TreeMap<String, String> areas, int wanted) throws Exception {
        TreeMap<String, TreeMap<String, String>> rows = new TreeMap<>();
        for (var each : areas.entrySet()) {
            byte[] key = HexFormat.of().parseHex(each.getKey());
            byte[] start = seed.getBytes("UTF-8");
            byte[] both = Arrays.copyOf(start, start.length + key.length);
            System.arraycopy(key, 0, both, start.length, key.length);
            rows.computeIfAbsent(each.getValue(), none -> new TreeMap<>()).put(hash(both), each.getKey());
        }
        long all = areas.size(), n = Math.min(wanted, all), given = 0;
        Map<String, Long> shares = new HashMap<>();
        for (String area : rows.keySet()) { shares.put(area, n * rows.get(area).size() / all); given += shares.get(area); }
        List<String> byRest = new ArrayList<>(rows.keySet());
        byRest.sort(Comparator.comparingLong(area -> -(n * rows.get(area).size() % all)));
        for (String area : byRest.subList(0, (int) (n - given))) shares.merge(area, 1L, Long::sum);
        Set<String> taken = new LinkedHashSet<>();
        rows.forEach((area, row) -> row.values().stream().limit(shares.get(area)).forEach(taken::add));
        return taken;
    }

    static String hash(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
