package dev.fermata.tests.iofaults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** A JVM full of clients: connects as many as it is told, and has each send a byte and wait for it to come back. */
final class Crowd {
    private Crowd() {}

    public static void main(String[] arguments) throws IOException {
        InetSocketAddress server = new InetSocketAddress("127.0.0.1", Integer.parseInt(arguments[0]));
        int many = Integer.parseInt(arguments[1]);
        List<SocketChannel> channels = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            channels.add(SocketChannel.open(server));
        }
        System.out.println("connected " + channels.size());
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in));
        for (String order = orders.readLine(); order != null; order = orders.readLine()) {
            System.out.println("echoed " + echoes(channels));
        }
        System.exit(0);
    }

    private static int echoes(List<SocketChannel> channels) throws IOException {
        int echoes = 0;
        for (SocketChannel channel : channels) {
            channel.write(ByteBuffer.wrap(new byte[] {1}));
        }
        for (SocketChannel channel : channels) {
            echoes += channel.read(ByteBuffer.allocate(1));
        }
        return echoes;
    }
}
