package dk.samblik.demo;

import dk.samblik.demo.bolig.TenancyFile;
import dk.samblik.demo.cpr.RecordFiles;
import dk.samblik.demo.jobcenter.JobCenterFiles;
import dk.samblik.demo.plan.DeliveryFault;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * The given systems of a world, under one folder: {@code jobcenter/}, {@code bolig/}, {@code cpr/} as the senders fill
 * them, and {@code import/} with the files of the consent desk.
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

    /** Writes everything that lies there on the world's night, the job centre's set of the day before included. */
    public void writeAll() throws IOException {
        cpr.writeAll(cprFolder());
        jobcenter.write(jobcenterFolder(), world.night().minusDays(1), DeliveryFault.NONE);
        jobcenter.write(jobcenterFolder(), world.night(), DeliveryFault.NONE);
        bolig.write(boligFolder(), world.night(), DeliveryFault.NONE);
        new ImportFiles(world).write(importFolder());
    }

    /** Writes what arrives up to the morning of another night. */
    public void deliver(LocalDate night) throws IOException {
        deliver(night, DeliveryFault.NONE);
    }

    /** The same, with a fault in the job centre's case file, or in the tenancy file if that day is a Monday. */
    public void deliver(LocalDate night, DeliveryFault fault) throws IOException {
        cpr.deliver(cprFolder(), night.minusDays(1));
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

    /** Where {@code households.json}, {@code consents.json} and {@code teams.json} are. */
    public Path importFolder() {
        return folder.resolve("import");
    }
}
