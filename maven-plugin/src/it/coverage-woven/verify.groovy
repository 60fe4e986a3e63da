def jacoco = evaluate(new File(itSources, 'jacoco-lines.groovy'))

def source = new File(basedir, 'src/main/java/demo/Kitchen.java')
assert jacoco.reported(basedir, 'Kitchen.java') == jacoco.expected(source)

def classes = new File(basedir, 'target/site/jacoco/jacoco.csv').readLines().drop(1).collect { it.split(',')[2] }
assert classes == ['Kitchen'] : 'frame classes are nobody\'s source'
