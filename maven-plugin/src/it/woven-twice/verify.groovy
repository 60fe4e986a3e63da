def run = evaluate(new File(itSources, 'run-main.groovy'))

assert run(new File(basedir, 'target/classes'), 'demo.Main') == 'got 0\ngot 1\ngot 2\n'
def log = new File(basedir, 'build.log').text
assert log.contains('1 classes woven')
assert log.contains('nothing to weave')
