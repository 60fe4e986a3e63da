package demo;

import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Iterator;
import java.util.List;

/** Mocks a final class while a frame of it is suspended. */
public class Mocked {
    public static void main(String[] args) {
        Iterator<String> before = new Account("before").lines(2).iterator();
        System.out.println(before.next());

        Account mock = mock(Account.class);
        when(mock.lines(anyInt())).thenReturn(List.of("mocked"));
        mock.lines(7).forEach(System.out::println);
        verify(mock).lines(7);

        Account spy = spy(new Account("real"));
        doReturn("spied").when(spy).owner();
        spy.lines(2).forEach(System.out::println);

        System.out.println(before.next());
        new Account("after").lines(1).forEach(System.out::println);
    }
}
