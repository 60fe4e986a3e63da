def log = new File(basedir, 'build.log').readLines()
def expected = 0
['Careless', 'Caller'].each { type ->
    new File(basedir, "src/main/java/demo/${type}.java").eachLine { text, line ->
        def comment = text =~ /\/\/ (FERMATA-\d+) (.*)$/
        if (comment) {
            def finding = "${comment[0][1]} demo.${type}.${comment[0][2]} (${type}.java:${line}): "
            assert log.count { it.startsWith("[WARNING] ${finding}") } == 1 : "line ${line}: ${finding}"
            expected++
        }
    }
}
assert expected == 4
assert log.any { it.contains('1 classes woven') }
assert log.count { it.startsWith('[ERROR] FERMATA-020 ') } == 2
assert log.any { it.contains("'FERMATA-004=off' cannot be understood: FERMATA-004 is an error and stays one") }
