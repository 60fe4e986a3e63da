def run = evaluate(new File(itSources, 'run-main.groovy'))
def log = new File(basedir, 'build.log').text
def builds = log.split('Building explain 1').toList().drop(1)
assert builds.size() == 4

def range = '''demo.Main.range(int)  (Main.java:11)
  kind   generator, returns Iterable
'''
def point = '''  1 yield  line 12  Generator.yield(i);
      keeps  upTo  int  in int0  read at line 11, when the loop comes round
      keeps  i     int  in int1  read at line 11
      then 1 or end
'''
builds[0..2].each {
    assert it.contains(range)
    assert it.contains(point)
}

// Before weaving the class is explained as it is, afterwards compiled anew.
def note = 'note: The class has been woven already; this is its source compiled anew.'
assert !builds[0].contains('1 classes woven') && !builds[0].contains(note)
assert builds[1].contains('1 classes woven') && builds[1].contains(note)
assert !builds[1].contains('demo.Main.twice')
assert builds[2].contains('demo.Main.twice(Twice)')
assert !builds[2].contains('demo.Twice')
assert builds[3].contains('there is no class demo.Nobody in ')

def page = new File(basedir, 'target/fermata/explain/demo.Main.html').text
assert page.contains('Generator.yield(from.second());')
assert run(new File(basedir, 'target/classes'), 'demo.Main') == 'got 0\ngot 1\ngot 2\n'
