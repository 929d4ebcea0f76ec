package dk.samblik.run;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Counts the answers that are being made, for the night to give way to. A stream of events counts until it is open. */
@Component
class AnswersFirst implements Filter {

    private final RightOfWay rightOfWay;

    AnswersFirst(RightOfWay rightOfWay) {
        this.rightOfWay = rightOfWay;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        rightOfWay.answerBegins();
        try {
            chain.doFilter(request, response);
        } finally {
            rightOfWay.answerEnds();
        }
    }
}
