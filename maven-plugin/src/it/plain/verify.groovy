def run = evaluate(new File(itSources, 'run-main.groovy'))

assert run(new File(basedir, 'target/classes'), 'demo.Main') == 'got 0\ngot 1\ngot 2\n'
assert new File(basedir, 'build.log').text.contains('1 classes woven')
