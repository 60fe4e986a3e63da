// The second build sees one class edited and another deleted.
def run = evaluate(new File(itSources, 'run-main.groovy'))

def classes = new File(basedir, 'target/classes')
assert run(classes, 'demo.Main') == 'edited 0\nedited 1\nedited 2\n'
def log = new File(basedir, 'build.log').text
assert log.contains('2 classes woven, 0 stale frame classes removed')
assert log.contains('1 classes woven, 2 stale frame classes removed')
assert new File(classes, 'demo').list().findAll { it.contains('$$') }.size() == 1
