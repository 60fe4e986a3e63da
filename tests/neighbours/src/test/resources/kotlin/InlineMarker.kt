package demo

import dev.fermata.Generator
import dev.fermata.Suspendable

inline fun twoTimes(value: Int) {
    Generator.`yield`<Any?>(value)
    Generator.`yield`<Any?>(value)
}

@Suspendable
fun ones(): Iterable<Int>? {
    twoTimes(1)
    return null
}
