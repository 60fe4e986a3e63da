package demo;

import twin.Generator;

public class Main {
    public static void main(String[] args) {
        new Work("step").steps(4);
        Work.doubled().upTo(2);
        Generator.yielded.forEach(System.out::println);
        System.out.println(twin.Coroutine.await(Work.sum(3)));
        // What is never iterated never runs: the twin would run it when called.
        System.out.println(Work.plain(1));
    }
}
