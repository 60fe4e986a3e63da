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

def classes = new File(basedir, 'target/classes')
assert run(classes, 'demo.Main') == 'edited 0\nedited 1\nedited 2\n'
def before = new File(basedir, 'frames.txt').readLines()
def after = new File(classes, 'demo').list().findAll { it.contains('$$') }
assert before.size() == 2
assert after.size() == 1
assert !before.contains(after[0])
