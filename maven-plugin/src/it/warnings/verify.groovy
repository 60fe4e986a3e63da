def log = new File(basedir, 'build.log').text
assert log.contains('[WARNING] src/main/java/demo/Careless.java:[17] FERMATA-020 demo.Careless.drops(): the coroutine that save returns')
assert log.contains('[WARNING] src/main/java/demo/Caller.java:[5] FERMATA-020 demo.Caller.drops(): the coroutine that save returns')
assert log.findAll(/FERMATA-\d+ demo/).size() == 2
assert log.contains('1 classes woven')
