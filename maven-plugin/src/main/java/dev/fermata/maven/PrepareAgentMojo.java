package dev.fermata.maven;

import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Has the tests woven by the agent as they run: puts {@code -javaagent} in front of the property that Surefire and
 * Failsafe take their JVM's arguments from.
 */
@Mojo(name = "prepare-agent", defaultPhase = LifecyclePhase.INITIALIZE, threadSafe = true)
public final class PrepareAgentMojo extends AbstractMojo {
    private static final String AGENT = "dev.fermata:fermata-agent";

    /** The property that the argument goes to. */
    @Parameter(property = "fermata.propertyName", defaultValue = "argLine", required = true)
    private String propertyName;

    /** Options for the agent, as they follow {@code -javaagent:fermata-agent.jar=}. */
    @Parameter(property = "fermata.agentOptions")
    private String agentOptions;

    /** Leaves the property as it is. */
    @Parameter(property = "fermata.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
    private Map<String, Artifact> pluginArtifacts;

    /** Called by Maven. */
    public PrepareAgentMojo() {}

    @Override
    public void execute() {
        if (skip) {
            getLog().info("skipped");
            return;
        }
        String agent =
                "-javaagent:" + quoted(pluginArtifacts.get(AGENT).getFile().getAbsolutePath() + options());
        Properties properties = project.getProperties();
        String before = properties.getProperty(propertyName);
        properties.setProperty(propertyName, before == null || before.isEmpty() ? agent : agent + " " + before);
        getLog().info(propertyName + " set to " + properties.getProperty(propertyName));
    }

    private String options() {
        return agentOptions == null || agentOptions.isEmpty() ? "" : "=" + agentOptions;
    }

    /** Surefire splits the property at spaces that are not quoted. */
    private static String quoted(String argument) {
        return argument.indexOf(' ') < 0 ? argument : "\"" + argument + "\"";
    }
}
