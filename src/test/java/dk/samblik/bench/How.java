package dk.samblik.bench;

/** What the figures of the page stand for. */
final class How {

    private How() {}

    static final String TEXT = """
            ## How it is measured

            - **Sizes.** Households whose consent is in force, families of two to six, with a tenth as many neighbours who are not
              enrolled; made by the demo's generator from one seed.
            - **Nights** take from `started_at` to `ended_at` in the run table of a resident hub. Before each, every delivered file
              is touched, so that it is scanned as on a morning, and PostgreSQL has made a checkpoint. Below 20,000 households a
              night warms the JVM up first, and the middle one of three counts; above, the first night of the process counts.
            - **Nothing changed** means a new delivery of the job centre that says the same about everybody enrolled. **1 % changed**
              is a new interview, a new appointment and a new school class for one household in a hundred, and the five interviews
              that the generator's day has anyway.
            - **The yardstick** is run in turn with the first nights, on the same server and the same sources: the job centre's,
              the housing association's and the population register's files by COPY, the answers of the hub's own queries to the
              children-and-youth database for 10,000 children at a time by COPY, the social services' answers for 50 at a time,
              all side by side into unlogged tables, then one statement that writes one JSON document a household, as `json` and
              as `jsonb`, of which the faster counts. It has no consent gate, encryption, ledger, log, history or checks.
            - **Social services** answer from memory in a process of their own, without the real one's limits; the hub's own pace of
              calls is set to none.
            - **Refreshes** are 200 households one after the other while a night is under way, each from the click in the browser to
              the end of its run. Beside each a bare round asks the same registers the same questions, side by side, over open
              connections and known places in the files, and throws the answers away.
            - **Pages** are 1,500 household pages of coordinators who are signed in, one every 20 ms whether or not the last has come,
              while a night is under way; a page counts from the moment it was due. 6,000 pages before them do not count: until then the
              compiler of the JVM takes up to a third of the processors, which a hub has behind it within its first day.
            - **Processor seconds** are of the last round of a night, as the operating system counts them, on all cores together;
              what is left over is the server's own work, the measuring and the system.
            - **Heap** is read from the log of the collector, all memory from the operating system, statements from PostgreSQL.
            """;
}
