package dk.samblik.demo;

import dk.samblik.demo.bolig.TenancyFile;
import dk.samblik.demo.bolig.TenancyRow;
import dk.samblik.demo.bu.BuDatabase;
import dk.samblik.demo.cpr.RecordFiles;
import dk.samblik.demo.jobcenter.JobCenterFiles;
import dk.samblik.demo.jobcenter.JobCenterRow;
import dk.samblik.demo.plan.DeliveryFault;
import dk.samblik.demo.plan.Planted;
import dk.samblik.demo.social.SocialApi;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import javax.sql.DataSource;

/**
 * The given systems of a world. Under one folder: {@code jobcenter/}, {@code bolig/}, {@code cpr/} as the senders fill
 * them, {@code import/} with the files of the consent desk, {@code expected/} with what the hub must find. The database
 * of children and youth and the interface of social services are made on demand.
 */
public final class DemoRegisters {

    private final World world;
    private final Path folder;
    private final JobCenterFiles jobcenter;
    private final TenancyFile bolig;
    private final RecordFiles cpr;

    public DemoRegisters(World world, Path folder) {
        this.world = world;
        this.folder = folder;
        this.jobcenter = new JobCenterFiles(world.setting(), world.jobcenter());
        this.bolig = new TenancyFile(world.bolig(), world.night());
        this.cpr = new RecordFiles(world.town());
    }

    /** Writes everything that lies there on the world's night, and what the hub must find. */
    public void writeAll() throws IOException {
        writeSources();
        new Expectations(world, this).write(expectedFolder());
    }

    /** Writes what the senders and the desk have sent by the world's night, the job centre's set of the day before included. */
    public void writeSources() throws IOException {
        cpr.writeAll(cprFolder());
        jobcenter.write(jobcenterFolder(), world.night().minusDays(1), DeliveryFault.NONE);
        jobcenter.write(jobcenterFolder(), world.night(), DeliveryFault.NONE);
        bolig.write(boligFolder(), world.night(), DeliveryFault.NONE);
        new ImportFiles(world).write(importFolder());
    }

    /** Creates and fills the children and youth system in an empty database of the owner. */
    public BuDatabase createBu(DataSource owner, String readerPassword) throws SQLException {
        return BuDatabase.create(owner, readerPassword).fill(world.bu());
    }

    /** Starts social services on loopback; port 0 takes a free one. */
    public SocialApi startSocial(SocialApi.Client client, int port) throws IOException {
        return SocialApi.start(world.social(), world.night(), client, port);
    }

    List<Planted<JobCenterRow>> jobcenterRows() {
        return jobcenter.rows(world.night());
    }

    List<Planted<TenancyRow>> boligRows() {
        return bolig.rows(TenancyFile.monday(world.night()));
    }

    /** Writes what arrives up to the morning of another night. */
    public void deliver(LocalDate night) throws IOException {
        deliver(night, DeliveryFault.NONE);
    }

    /**
     * The same, with a fault: in the job centre's case file, on a Monday in the tenancy file too, or in the change file of
     * the population register.
     */
    public void deliver(LocalDate night, DeliveryFault fault) throws IOException {
        cpr.deliver(cprFolder(), night.minusDays(1), fault);
        jobcenter.write(jobcenterFolder(), night, fault);
        if (night.getDayOfWeek() == DayOfWeek.MONDAY) {
            bolig.write(boligFolder(), night, fault);
        }
    }

    /** Where the job centre delivers. */
    public Path jobcenterFolder() {
        return folder.resolve("jobcenter");
    }

    /** Where the housing association delivers. */
    public Path boligFolder() {
        return folder.resolve("bolig");
    }

    /** Where the population register delivers. */
    public Path cprFolder() {
        return folder.resolve("cpr");
    }

    /** Where the files are that say what the hub must find on the first night. */
    public Path expectedFolder() {
        return folder.resolve("expected");
    }

    /** Where {@code households.json}, {@code consents.json} and {@code teams.json} are. */
    public Path importFolder() {
        return folder.resolve("import");
    }
}
