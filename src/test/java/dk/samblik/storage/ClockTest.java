package dk.samblik.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.quartz.QuartzAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Quartz works on our tables as the pipeline's role, with the settings that ship. */
@SpringBootTest(classes = ClockTest.Hub.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
class ClockTest {

    private static final TestDatabase DATABASE = TestDatabase.fresh();
    private static final CountDownLatch FIRED = new CountDownLatch(1);

    @Import(StorageConfiguration.class)
    @ImportAutoConfiguration(QuartzAutoConfiguration.class)
    static class Hub {}

    /** Says that it was called. */
    public static class Bell implements Job {
        @Override
        public void execute(JobExecutionContext context) {
            FIRED.countDown();
        }
    }

    @DynamicPropertySource
    static void storage(DynamicPropertyRegistry registry) {
        DATABASE.settings().forEach((key, value) -> registry.add(key, () -> value));
    }

    @Test
    void aTriggerIsKeptAndFires(@Autowired Scheduler scheduler) throws SchedulerException, InterruptedException {
        assertThat(scheduler.getMetaData().isJobStoreClustered()).isTrue();
        assertThat(scheduler.isStarted()).isFalse();
        scheduler.scheduleJob(
                JobBuilder.newJob(Bell.class)
                        .withIdentity("bell")
                        .storeDurably()
                        .build(),
                TriggerBuilder.newTrigger()
                        .withIdentity("bell")
                        .withSchedule(CronScheduleBuilder.cronSchedule("* * * * * ?"))
                        .build());
        assertThat(JdbcClient.create(DATABASE.owner())
                        .sql("select trigger_name from qrtz_triggers")
                        .query(String.class)
                        .list())
                .containsExactly("bell");

        scheduler.start();

        assertThat(FIRED.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(scheduler.unscheduleJob(org.quartz.TriggerKey.triggerKey("bell")))
                .isTrue();
    }
}
