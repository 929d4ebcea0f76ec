package dk.samblik.register;

import dk.samblik.storage.KeyedHash;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans a delivery once and accepts it or holds it back, always as a whole. */
final class Acceptance {

    private static final Logger LOG = LoggerFactory.getLogger(Acceptance.class);

    private final RegisterFile file;
    private final DeliveryFolder folder;
    private final DeliveryLog log;
    private final KeyedHash hash;

    Acceptance(RegisterFile file, DeliveryFolder folder, DeliveryLog log, KeyedHash hash) {
        this.file = file;
        this.folder = folder;
        this.log = log;
        this.hash = hash;
    }

    /** The delivery ready for use; throws HeldBack, and writes either down. */
    AcceptedDelivery of(DeliveryFolder.Lying lying) throws IOException {
        if (log.acceptedAfter(file.name(), lying.day())) {
            LOG.warn("delivery {} of {} is older than one that was in use", lying.day(), file.name());
            throw new HeldBack("OLDER_DELIVERY");
        }
        try {
            return accepted(lying);
        } catch (HeldBack refused) {
            LOG.warn("delivery {} of {} is held back: {}", lying.day(), file.name(), refused.reason());
            log.holdBack(file.name(), lying.day(), refused.reason(), refused.known());
            throw refused;
        }
    }

    /** Whether somebody in charge has accepted, since, a delivery that was held back. */
    boolean acceptedSince(DeliveryFolder.Lying lying) {
        return log.accepted(file.name(), lying.day()).isPresent();
    }

    private AcceptedDelivery accepted(DeliveryFolder.Lying lying) throws IOException {
        Map<Path, DeliveryFolder.Stamp> before = lying.stamps();
        if (before.containsValue(DeliveryFolder.Stamp.MISSING)) {
            throw new HeldBack("MISSING_FILE");
        }
        Instant produced = folder.producedAt(lying);
        Map<String, TableScan.Found> found = new HashMap<>();
        List<ScannedLookup> lookups = new ArrayList<>();
        for (RegisterFile.Lookup lookup : file.lookups()) {
            ScannedLookup scan = new ScannedLookup(lookup);
            found.put(lookup.table(), scan(lying, lookup.table(), scan));
            lookups.add(scan);
        }
        List<UnattributedRow> unattributed = new ArrayList<>();
        List<ScannedTable> tables = tables(lying, found, unattributed);
        if (!lying.stamps().equals(before)) {
            throw new HeldBack("GROWING");
        }
        judge(lying, produced, found);
        return new AcceptedDelivery(file, produced, tables, lookups, rows(found), unattributed);
    }

    private List<ScannedTable> tables(
            DeliveryFolder.Lying lying, Map<String, TableScan.Found> found, List<UnattributedRow> unattributed)
            throws IOException {
        List<ScannedTable> tables = new ArrayList<>();
        for (RegisterFile.Table table : file.tables()) {
            PersonTableScan scan = new PersonTableScan(table, hash);
            found.put(table.name(), scan(lying, table.name(), scan));
            tables.add(
                    scan.scanned(path(lying, table.name()), file.deliveryShape().delimiter()));
            unattributed.addAll(scan.unattributed());
        }
        return tables;
    }

    private TableScan.Found scan(DeliveryFolder.Lying lying, String table, TableScan.Taker taker) throws IOException {
        return new TableScan(path(lying, table), file.deliveryShape())
                .through(new HashSet<>(file.columns(table)), taker);
    }

    private static Path path(DeliveryFolder.Lying lying, String table) {
        Path path = lying.files().get(table);
        if (path == null) {
            throw new HeldBack("MISSING_FILE");
        }
        return path;
    }

    private void judge(DeliveryFolder.Lying lying, Instant produced, Map<String, TableScan.Found> found) {
        Map<String, String> marks = new HashMap<>();
        found.forEach((table, scan) -> marks.put(table, scan.mark()));
        DeliveryLog.Known now = new DeliveryLog.Known(rows(found), marks);
        Optional<DeliveryLog.Known> already = log.accepted(file.name(), lying.day());
        if (already.filter(known -> known.marks().isEmpty() || known.equals(now))
                .isEmpty()) {
            if (log.refused(file.name(), lying.day()).filter(now::equals).isPresent()) {
                throw new HeldBack(HeldDeliveries.REFUSED, now);
            }
            log.acceptedBefore(file.name(), lying.day()).ifPresent(last -> compare(last, now));
        }
        log.accept(file.name(), lying.day(), produced, now);
    }

    /** A table that lost too much, or came byte for byte as the last time, is a fault of the delivery. */
    private void compare(DeliveryLog.Known last, DeliveryLog.Known now) {
        for (RegisterFile.Table table : file.tables()) {
            long then = last.rows().getOrDefault(table.name(), 0L);
            long rows = now.rows().getOrDefault(table.name(), 0L);
            if (rows * 100 < then * (100 - file.deliveryShape().shrinkLimit())) {
                throw new HeldBack(HeldDeliveries.SHRUNK, now);
            }
            String mark = now.marks().getOrDefault(table.name(), "");
            if (rows > 0
                    && mark.equals(last.marks().get(table.name()))
                    && !file.deliveryShape().mayStay().contains(table.name())) {
                throw new HeldBack(HeldDeliveries.YESTERDAYS_FILE, now);
            }
        }
    }

    private static Map<String, Long> rows(Map<String, TableScan.Found> found) {
        Map<String, Long> rows = new HashMap<>();
        found.forEach((table, scan) -> rows.put(table, scan.records()));
        return rows;
    }
}
