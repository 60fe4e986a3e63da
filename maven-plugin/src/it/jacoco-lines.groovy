// Gives a function that reads the colours of a source file's lines out of JaCoCo's XML report, and one that reads what is
// expected out of the comments at the ends of the lines.
def colour = { line ->
    def missed = line.@mi.toInteger()
    def covered = line.@ci.toInteger()
    return covered == 0 ? 'none' : missed == 0 && line.@mb.toInteger() == 0 ? 'fully' : 'partly'
}

def reported = { File project, String name ->
    def parser = new groovy.xml.XmlParser(false, false)
    parser.setFeature('http://apache.org/xml/features/nonvalidating/load-external-dtd', false)
    parser.setFeature('http://apache.org/xml/features/disallow-doctype-decl', false)
    def report = parser.parse(new File(project, 'target/site/jacoco/jacoco.xml'))
    def file = report.'package'.sourcefile.find { it.@name == name }
    return file.line.collectEntries { [it.@nr.toInteger(), colour(it)] }
}

def expected = { File source ->
    def lines = [:]
    source.eachLine { text, number ->
        def remark = text =~ /\/\/ (none|partly|fully)$/
        if (remark.find()) {
            lines[number] = remark.group(1)
        }
    }
    return lines
}

return [reported: reported, expected: expected]
