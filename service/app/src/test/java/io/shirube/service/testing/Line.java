package io.shirube.service.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line to a port of this machine that can be cut and mended. */
public final class Line implements AutoCloseable {

    private final int target;
    private final int port;
    private final List<Socket> ends = new CopyOnWriteArrayList<>();
    private volatile ServerSocket door;

    private Line(int target, ServerSocket door) {
        this.target = target;
        this.door = door;
        this.port = door.getLocalPort();
    }

    public static Line to(int target) throws IOException {
        Line line = new Line(target, new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
        start(line::serve);
        return line;
    }

    public int port() {
        return port;
    }

    /** Breaks every connection and takes no new one. */
    public void cut() throws IOException {
        door.close();
        for (Socket end : ends) {
            end.close();
        }
        ends.clear();
    }

    public void mend() throws IOException {
        door = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        start(this::serve);
    }

    private void serve() {
        ServerSocket open = door;
        while (!open.isClosed()) {
            try {
                Socket near = open.accept();
                Socket far = new Socket(InetAddress.getLoopbackAddress(), target);
                ends.addAll(List.of(near, far));
                start(() -> pump(near, far));
                start(() -> pump(far, near));
            } catch (IOException e) {
                // because it was cut
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // because it was cut
        }
    }

    private static void start(Runnable work) {
        Thread thread = new Thread(work, "line");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
