// Each comment in the sources names the diagnostic that its line must give.
def log = new File(basedir, 'build.log').text
def expected = 0
['Misuse', 'MoreMisuse'].each { name ->
    def path = "src/main/java/demo/${name}.java"
    new File(basedir, path).eachLine { text, line ->
        def comment = text =~ /\/\/ (FERMATA-\d+) (.*)$/
        if (comment) {
            def wanted = "[ERROR] ${path}:[${line}] ${comment[0][1]} demo.${name}.${comment[0][2]}"
            assert log.readLines().any { it.contains(wanted) } : wanted
            expected++
        }
    }
}
assert expected == 12
assert log.contains('src/main/java/demo/Misuse.java: FERMATA-006 demo.Misuse.nat(): ')
assert log.contains('src/main/java/demo/Misuse.java: FERMATA-007 demo.Misuse.abs(): ')
assert log.contains('14 problem(s)')
assert !new File(basedir, 'target/classes/demo').list().any { it.contains('$$') }
