// Gives a function that runs a main class in a JVM of its own, without the agent, and returns what it prints.
return { File classes, String main ->
    def snapshots = new File(localRepositoryPath, 'dev/fermata/fermata-runtime').listFiles().find { it.directory }
    def runtime = snapshots.listFiles().find { it.name.endsWith('.jar') }
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def process = [java, '-cp', classes.path + File.pathSeparator + runtime.path, main].execute()
    def text = process.inputStream.text
    assert process.waitFor() == 0 : process.errorStream.text
    return text.normalize()
}
