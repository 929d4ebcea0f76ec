package dk.samblik.campaign;

import dk.samblik.consent.Chunk;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSendingEvent;
import org.apache.camel.spi.CamelEvent.ExchangeSentEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.jspecify.annotations.Nullable;

/**
 * Lets a night take its households in any order and any portions, and its registers answer in any order. While a worker
 * claims, random households are held as another worker would hold them; before a register is asked it is kept waiting.
 */
final class AnyOrder extends EventNotifierSupport implements Watch {

    private static final String ASK = "direct://ask-";
    private static final String GATHER = "direct://gather";
    private static final long LONGEST_NANOS = 5_000_000;

    private final Random random;
    private final ReentrantLock oneClaim = new ReentrantLock();
    private final List<String> chunks = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answers = Collections.synchronizedList(new ArrayList<>());
    private final Set<List<String>> ordersOfChunks = new HashSet<>();
    private final Set<List<String>> ordersOfAnswers = new HashSet<>();
    private @Nullable DataSource owner;
    private @Nullable Connection holding;

    AnyOrder(Random random) {
        this.random = random;
    }

    /** Begins to disturb the order, of claims on this database. */
    void begin(DataSource database) {
        owner = database;
    }

    @Override
    public void before(Operation operation) throws SQLException {
        if (owner != null && operation.claims()) {
            oneClaim.lock();
            holding = owner.getConnection();
            holding.setAutoCommit(false);
            holdSome(holding);
        }
    }

    /** All pending households but at least one, whichever. */
    private void holdSome(Connection connection) throws SQLException {
        String hold = "select household_id from run_item where state = 'PENDING' order by md5(household_id || ?)"
                + " limit ? for update";
        try (Statement count = connection.createStatement();
                ResultSet pending = count.executeQuery("select count(*) from run_item where state = 'PENDING'");
                PreparedStatement some = connection.prepareStatement(hold)) {
            pending.next();
            int all = pending.getInt(1);
            some.setString(1, Long.toString(random.nextLong()));
            some.setInt(2, all == 0 ? 0 : random.nextInt(all));
            some.execute();
        }
    }

    @Override
    public void after(Operation operation) throws SQLException {
        if (holding != null && operation.claims()) {
            holding.close();
            oneClaim.unlock();
        }
    }

    @Override
    public void notify(CamelEvent event) {
        if (event instanceof ExchangeSendingEvent sending) {
            String to = sending.getEndpoint().getEndpointUri();
            if (to.startsWith(ASK)) {
                LockSupport.parkNanos(random.nextLong(LONGEST_NANOS));
            } else if (to.equals(GATHER)) {
                chunks.add(sending.getExchange()
                        .getMessage()
                        .getBody(Chunk.class)
                        .claimed()
                        .toString());
            }
        } else if (event instanceof ExchangeSentEvent sent
                && sent.getEndpoint().getEndpointUri().startsWith(ASK)) {
            answers.add(sent.getEndpoint().getEndpointUri());
        }
    }

    /** Notes the orders of the night that is over. */
    void over() {
        ordersOfChunks.add(List.copyOf(chunks));
        ordersOfAnswers.add(List.copyOf(answers));
        chunks.clear();
        answers.clear();
    }

    /** How many nights took households in portions, or in an order, that no night before had. */
    int ordersOfChunks() {
        return ordersOfChunks.size();
    }

    /** How many nights had their registers answer in an order that no night before had. */
    int ordersOfAnswers() {
        return ordersOfAnswers.size();
    }
}
