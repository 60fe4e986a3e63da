package demo;

public class Main {
    public static void main(String[] args) throws Exception {
        new Work("step").steps(4).forEach(System.out::println);
        Work.doubled().upTo(2).forEach(System.out::println);
        try {
            Work.sum(3).send(null);
        } catch (dev.fermata.StopIteration end) {
            System.out.println(end.value());
        }
        Work.neverIterated();
        System.out.println(Work.plain(1));
    }
}
