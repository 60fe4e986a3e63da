package dev.fermata.tests.conformance.delegation;

import dev.fermata.Generator;
import dev.fermata.StopIteration;
import dev.fermata.Suspendable;
import dev.fermata.tests.conformance.Boom;
import dev.fermata.tests.conformance.Scenario;
import dev.fermata.tests.conformance.Scenarios;
import java.util.ArrayList;
import java.util.List;

/** A parser by recursive descent that is fed one character at a time. */
public final class PushParser extends Scenarios {
    @Scenario("PEP380-33")
    public void characters_go_down_and_results_come_up() {
        for (String text : List.of("[1,[22,3],[]]", "[]", "[1,]", "[12", "[[[7]]]")) {
            feed(text);
        }
    }

    private void feed(String text) {
        Generator<Void, Character, List<Object>> p = new Parser().parse();
        p.next();
        int sent = 0;
        try {
            for (char ch : (text + "$").toCharArray()) {
                sent++;
                p.send(ch);
            }
        } catch (StopIteration e) {
            log(text, "->", e.value(), "after", sent);
        } catch (Boom e) {
            log(text, "!!", e, "after", sent);
        }
    }

    private static final class Parser {
        private char look;

        @Suspendable
        Generator<Void, Character, List<Object>> parse() {
            Generator.yieldFrom(advance());
            List<Object> result = Generator.yieldFrom(parseList());
            if (look != '$') {
                throw new Boom("unexpected " + look);
            }
            return Generator.returning(result);
        }

        @Suspendable
        private Generator<Void, Character, Void> advance() {
            look = Generator.<Character>yield(null);
            return null;
        }

        @Suspendable
        private Generator<Void, Character, Void> expect(char ch) {
            if (look != ch) {
                throw new Boom("unexpected " + look);
            }
            Generator.yieldFrom(advance());
            return null;
        }

        @Suspendable
        private Generator<Void, Character, Integer> parseNumber() {
            StringBuilder digits = new StringBuilder();
            while (Character.isDigit(look)) {
                digits.append(look);
                Generator.yieldFrom(advance());
            }
            return Generator.returning(Integer.valueOf(digits.toString()));
        }

        @Suspendable
        private Generator<Void, Character, List<Object>> parseList() {
            List<Object> items = new ArrayList<>();
            Generator.yieldFrom(expect('['));
            if (look != ']') {
                items.add(Generator.yieldFrom(parseValue()));
                while (look == ',') {
                    Generator.yieldFrom(advance());
                    items.add(Generator.yieldFrom(parseValue()));
                }
            }
            Generator.yieldFrom(expect(']'));
            return Generator.returning(items);
        }

        @Suspendable
        private Generator<Void, Character, Object> parseValue() {
            if (look == '[') {
                return Generator.returning(Generator.yieldFrom(parseList()));
            }
            if (Character.isDigit(look)) {
                return Generator.returning(Generator.yieldFrom(parseNumber()));
            }
            throw new Boom("unexpected " + look);
        }
    }
}
