def jacoco = evaluate(new File(itSources, 'jacoco-lines.groovy'))

def source = new File(basedir, 'src/main/java/demo/Kitchen.java')
assert jacoco.reported(basedir, 'Kitchen.java') == jacoco.expected(source)

def frames = { File directory -> new File(directory, 'demo').list().findAll { it.contains('$$') } }
assert frames(new File(basedir, 'target/classes')).isEmpty()
assert frames(new File(basedir, 'target/woven-classes')).size() == 3

def jar = new java.util.jar.JarFile(new File(basedir, 'target/coverage-agent-1.jar'))
assert jar.entries().toList().count { it.name.contains('$$') } == 3
jar.close()
