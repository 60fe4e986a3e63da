// Each comment in the source names the diagnostic that its line must give.
def log = new File(basedir, 'build.log').text
def expected = 0
new File(basedir, 'src/main/java/demo/Misuse.java').eachLine { text, line ->
    def comment = text =~ /\/\/ (FERMATA-\d+) (.*)$/
    if (comment) {
        def wanted = "${comment[0][1]} demo.Misuse.${comment[0][2]}"
        assert log.readLines().any { it.contains(wanted) && it.contains("(Misuse.java:${line})") } : "line ${line}: ${wanted}"
        expected++
    }
}
assert expected == 10
assert log.contains('FERMATA-006 demo.Misuse.nat() (Misuse.java)')
assert log.contains('FERMATA-007 demo.Misuse.abs() (Misuse.java)')
assert log.contains('12 problem(s)')
assert !new File(basedir, 'target/classes/demo').list().any { it.contains('$$') }
