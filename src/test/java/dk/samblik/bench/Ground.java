package dk.samblik.bench;

import dk.samblik.demo.DemoRegisters;
import dk.samblik.demo.World;
import dk.samblik.demo.WorldSize;
import dk.samblik.storage.Login;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Generates the registers and the desk's files of one size, in a process of its own because a whole municipality is held in
 * memory meanwhile.
 */
public final class Ground {

    private static final long SEED = 998;
    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int PASSERS_BY = 40;

    private final Path folder;
    private final LocalDate today = Site.today();
    private final World world;
    private final DemoRegisters registers;

    private Ground(Path folder, int households) {
        this.folder = folder;
        int others = PASSERS_BY + households / 10;
        WorldSize size = new WorldSize(households + others, households, WorldSize.Stories.NONE);
        this.world = World.make(SEED, today.minusDays(1), size);
        this.registers = new DemoRegisters(world, folder);
    }

    /** {@code folder households bu-url user password reader's-password}. */
    public static void main(String[] arguments) throws IOException, SQLException {
        Ground ground = new Ground(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        ground.write();
        Login bu = new Login(arguments[2], arguments[3], arguments[4]);
        ground.registers.createBu(Server.source(bu), arguments[5]);
        Jvm.answer("written");
    }

    private void write() throws IOException {
        registers.writeSources();
        registers.deliver(today);
        List<Enrolled> members = Enrolled.of(world);
        Enrolled.write(folder, members);
        List<Enrolled> changed = Enrolled.changed(members);
        SocialFile.write(folder, world.social().citizens(), changed, today);
        wait(Site.Morning.UNCHANGED, world.night());
        wait(Site.Morning.CHANGED, today);
        interviews(changed);
    }

    private void wait(Site.Morning morning, LocalDate day) throws IOException {
        Path waiting = Files.createDirectories(folder.resolve("waiting").resolve(morning.name()));
        String date = day.format(DateTimeFormatter.BASIC_ISO_DATE);
        try (Stream<Path> files = Files.list(registers.jobcenterFolder())) {
            for (Path file : files.toList()) {
                if (file.getFileName().toString().contains(date)) {
                    Files.move(file, waiting.resolve(file.getFileName()), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        }
    }

    /** A new interview for each changed adult. */
    private void interviews(List<Enrolled> changed) throws IOException {
        String date = today.format(DateTimeFormatter.BASIC_ISO_DATE);
        Path file =
                folder.resolve("waiting").resolve(Site.Morning.CHANGED.name()).resolve("JC_KONTAKT_" + date + ".csv");
        String text = Files.readString(file, WINDOWS);
        int trailer = text.lastIndexOf("SLUT;");
        int records = Integer.parseInt(text.substring(trailer + 5).strip());
        String day = today.plusDays(9).format(DateTimeFormatter.ofPattern("dd-MM-yyyy"));
        List<String> more = new ArrayList<>();
        for (Enrolled member : changed) {
            if (member.asks("EMPLOYMENT")) {
                more.add(UUID.randomUUID() + ";" + member.cpr() + ";Opfølgning;" + day
                        + ";10:15;Telefon;Planlagt;;\r\n");
            }
        }
        Files.writeString(
                file,
                text.substring(0, trailer) + String.join("", more) + "SLUT;" + (records + more.size()) + "\r\n",
                WINDOWS);
    }
}
