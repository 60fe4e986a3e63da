def log = new File(basedir, 'build.log').readLines()
assert log.any { it.startsWith('[ERROR] FERMATA-020 demo.Careless.run() (Careless.java:19): ') }
assert log.any { it.startsWith('[ERROR] FERMATA-020 demo.Caller.run() (Caller.java:7): ') }
assert log.any { it.startsWith('[WARNING] FERMATA-021 demo.Careless.read() (Careless.java:13): ') }
assert !log.any { it.contains('FERMATA-022') }
assert log.any { it.contains('3 problem(s)') }
assert !new File(basedir, 'target/classes/demo').list().any { it.contains('$$') }
