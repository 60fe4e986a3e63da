// The script runs before each of the two builds; before the second it edits one source and deletes another.
def main = new File(basedir, 'src/main/java/demo/Main.java')
def classes = new File(basedir, 'target/classes/demo')
if (classes.exists()) {
    new File(basedir, 'frames.txt').text = classes.list().findAll { it.contains('$$') }.sort().join('\n')
    main.text = main.text.replace('int upTo)', 'long upTo)').replace('"got "', '"edited "')
    main.lastModified = System.currentTimeMillis() + 5000
    assert new File(basedir, 'src/main/java/demo/Gone.java').delete()
}
