// Runs the main class in a JVM of its own, without the agent.
String run(File classes, String main) {
    def version = new XmlSlurper().parse(new File(basedir, 'pom.xml')).dependencies.dependency[0].version.text()
    def runtime = new File(localRepositoryPath, "dev/fermata/fermata-runtime/${version}/fermata-runtime-${version}.jar")
    def java = new File(System.getProperty('java.home'), 'bin/java').path
    def process = [java, '-cp', classes.path + File.pathSeparator + runtime.path, main].execute()
    def text = process.inputStream.text
    assert process.waitFor() == 0 : process.errorStream.text
    return text.normalize()
}

assert run(new File(basedir, 'target/classes'), 'demo.Main') == 'got 0\ngot 1\ngot 2\n'
def log = new File(basedir, 'build.log').text
assert log.contains('1 classes woven')
assert log.contains('nothing to weave')
