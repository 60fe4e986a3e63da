def run = evaluate(new File(itSources, 'run-main.groovy'))

def both = new File(basedir, 'application/target/classes').path + File.pathSeparator
def library = new File(basedir, 'library/target/library-1.jar').path
assert run(new File(both + library), 'demo.Main') == '0101\n'
