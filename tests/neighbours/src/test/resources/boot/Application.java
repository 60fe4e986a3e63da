package app;

import dev.fermata.Coroutine;
import dev.fermata.Generator;
import dev.fermata.Suspendable;
import dev.fermata.loop.EventLoop;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.Banner;
import org.springframework.boot.CommandLineRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

@Configuration
@ComponentScan
public class Application {
    public static void main(String[] args) {
        SpringApplication application = new SpringApplication(Application.class);
        application.setBannerMode(Banner.Mode.OFF);
        application.setLogStartupInfo(false);
        application.run(args);
    }

    /** Scanned as a class file by Spring, made a bean, and a host. */
    @Component
    public static class Numbers {
        @Value("${from:3}")
        private int from;

        @Suspendable
        public Iterable<Integer> countdown() {
            for (int i = from; i > 0; i--) {
                Generator.yield(i);
            }
            return null;
        }

        @Suspendable
        public Coroutine<Integer> sum() {
            int sum = 0;
            for (int i : countdown()) {
                sum += Coroutine.await(later(i));
            }
            return Coroutine.of(sum);
        }

        @Suspendable
        private Coroutine<Integer> later(int i) {
            Coroutine.await(EventLoop.sleep(java.time.Duration.ZERO));
            return Coroutine.of(i);
        }
    }

    /** A configuration class is subclassed by Spring; its bean method runs a lambda with a generator beside it. */
    @Bean
    public CommandLineRunner runner(Numbers numbers) {
        return args -> {
            numbers.countdown().forEach(System.out::println);
            System.out.println(EventLoop.run(numbers.sum()));
            System.out.println(numbers.getClass().getClassLoader().getClass().getSimpleName());
            demo.Countdown.main(null);
        };
    }
}
