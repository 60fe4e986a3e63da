package dev.fermata.tests.loop.recording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.fermata.loop.EventLoop;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Map;
import java.util.TreeMap;
import jdk.jfr.Configuration;
import jdk.jfr.EventType;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.SettingDescriptor;
import org.junit.jupiter.api.Test;

/** The settings file that comes with the runtime. */
class SettingsFileTest {
    static final String RESOURCE = "/dev/fermata/jfr/fermata.jfc";

    private static Configuration file() throws IOException, ParseException {
        try (Reader reader =
                new InputStreamReader(EventLoop.class.getResourceAsStream(RESOURCE), StandardCharsets.UTF_8)) {
            return Configuration.create(reader);
        }
    }

    /** All settings of all our types, with their defaults. */
    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (EventType type : FlightRecorder.getFlightRecorder().getEventTypes()) {
            if (type.getName().startsWith(Recorded.PREFIX)) {
                for (SettingDescriptor setting : type.getSettingDescriptors()) {
                    defaults.put(type.getName() + "#" + setting.getName(), setting.getDefaultValue());
                }
            }
        }
        return defaults;
    }

    @Test
    void it_turns_on_every_type_and_knows_no_setting_that_does_not_exist() throws Exception {
        Recorded.of(() -> new EventLoop().close()); // the types are known from now on
        Map<String, String> defaults = defaults();
        Map<String, String> settings = file().getSettings();
        assertEquals(
                Map.of(),
                settings.keySet().stream()
                        .filter(name -> !defaults.containsKey(name))
                        .collect(java.util.stream.Collectors.toMap(name -> name, settings::get)));
        defaults.keySet().stream()
                .filter(name -> name.endsWith("#enabled"))
                .forEach(name -> assertEquals("true", settings.get(name), name));
        assertEquals(
                8,
                settings.keySet().stream()
                        .filter(name -> name.endsWith("#enabled"))
                        .count());
    }

    @Test
    void types_of_which_there_are_many_events_are_off_without_it() {
        Recorded.of(() -> new EventLoop().close());
        Map<String, String> enabled = defaults();
        enabled.keySet().removeIf(name -> !name.endsWith("#enabled"));
        assertEquals(
                Map.of(
                        "dev.fermata.CoroutineDropped#enabled", "true",
                        "dev.fermata.LoopBlocked#enabled", "true",
                        "dev.fermata.SlowStep#enabled", "true",
                        "dev.fermata.TaskCancelled#enabled", "true",
                        "dev.fermata.TaskEnd#enabled", "false",
                        "dev.fermata.TaskStart#enabled", "false",
                        "dev.fermata.TaskStep#enabled", "false",
                        "dev.fermata.TaskSuspended#enabled", "false"),
                enabled);
    }

    @Test
    void a_recording_that_is_made_with_it_has_what_it_says() throws Exception {
        try (Recording recording = new Recording(file())) {
            recording.start();
            EventLoop.run(Kitchen.serve());
            recording.stop();
            Recorded recorded = Recorded.of(recording);
            assertEquals(2, recorded.all("TaskStart").size(), recorded::toString);
            assertEquals(2, recorded.all("TaskEnd").size(), recorded::toString);
            assertEquals(
                    java.util.List.of("eggs | sleep", "task-1 | task eggs"),
                    recorded.table("TaskSuspended", "task", "waitedFor"));
        }
    }
}
