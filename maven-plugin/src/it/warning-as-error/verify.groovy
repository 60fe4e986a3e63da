def log = new File(basedir, 'build.log').text
assert log.contains('[ERROR] src/main/java/demo/Careless.java:[17] FERMATA-020 demo.Careless.drops(): ')
assert log.contains('[ERROR] src/main/java/demo/Caller.java:[5] FERMATA-020 demo.Caller.drops(): ')
assert log.contains('[WARNING] src/main/java/demo/Careless.java:[23] FERMATA-021 demo.Careless.blocks(): ')
assert log.contains('nothing has been woven')
assert !new File(basedir, 'target/classes/demo').list().any { it.contains('$$') }
