package dev.fermata.tests.inspection.programs;

import java.io.IOException;

/** A program without Fermata that runs until its input ends. */
public final class Plain {
    private Plain() {}

    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        while (System.in.read() >= 0) {
            continue;
        }
    }
}
