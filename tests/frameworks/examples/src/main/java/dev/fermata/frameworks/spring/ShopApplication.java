package dev.fermata.frameworks.spring;

import dev.fermata.loop.LoopThread;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** A shop that asks a wholesaler, and sells some things by auction. */
@SpringBootApplication
public class ShopApplication {
    // region loop
    @Bean // Spring closes it
    LoopThread auctioneer() {
        return LoopThread.start(task -> new Thread(task, "auctioneer"));
    }
    // endregion

    /**
     * Starts the shop.
     *
     * @param arguments {@code --wholesaler=http://...}, and whatever else Spring Boot understands
     */
    public static void main(String[] arguments) {
        SpringApplication.run(ShopApplication.class, arguments);
    }
}
