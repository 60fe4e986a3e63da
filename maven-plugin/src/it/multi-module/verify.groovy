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

def both = new File(basedir, 'application/target/classes').path + File.pathSeparator
def library = new File(basedir, 'library/target/library-1.jar').path
assert run(new File(both + library), 'demo.Main') == '0101\n'
