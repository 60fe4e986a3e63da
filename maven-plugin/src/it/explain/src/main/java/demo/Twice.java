package demo;

/** Has nothing to weave; the other class needs it when it is compiled anew. */
record Twice(int first, int second) {}
