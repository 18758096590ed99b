package io.shirube.service.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A receiver of messages on this machine, which answers as it is told to, well or badly. It speaks just as much HTTP as is needed to do
 * so. Safe for use by many threads.
 */
public final class Receiver implements AutoCloseable {

    /** How to answer a request once it was read. */
    public interface Reply {
        void write(Socket connection) throws IOException;
    }

    /** A request that was read to its end; names of headers are in small letters. */
    public record Seen(String target, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    private final ServerSocket server;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final List<Seen> seen = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Seen, Reply> behaviour;

    /** Starts one on a free port. */
    public Receiver(Function<Seen, Reply> behaviour) {
        this(0, behaviour);
    }

    public Receiver(int port, Function<Seen, Reply> behaviour) {
        this.behaviour = behaviour;
        try {
            this.server = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread(this::accept);
    }

    public static Reply status(int status, String... headers) {
        return connection -> {
            StringBuilder answer = new StringBuilder("HTTP/1.1 " + status + " Told\r\nContent-Length: 2\r\n");
            for (String header : headers) {
                answer.append(header).append("\r\n");
            }
            write(connection, answer + "\r\nok");
        };
    }

    /** Never answers. */
    public static Reply silence() {
        return connection -> {
            while (connection.getInputStream().read() >= 0) {
                // because nothing else comes until the other side gives up
            }
            throw new IOException("given up");
        };
    }

    /** Breaks the connection. */
    public static Reply reset() {
        return connection -> {
            connection.setSoLinger(true, 0);
            connection.close();
            throw new IOException("reset");
        };
    }

    /** Sends its answer byte by byte, without ever coming to an end. */
    public static Reply drip(String begin) {
        return connection -> {
            write(connection, begin);
            connection.setSoTimeout(20);
            while (true) {
                write(connection, "x");
                try {
                    if (connection.getInputStream().read() < 0) {
                        throw new IOException("given up");
                    }
                } catch (SocketTimeoutException e) {
                    // because the other side waits yet
                }
            }
        };
    }

    public static Reply raw(String answer) {
        return connection -> {
            write(connection, answer);
            connection.shutdownOutput();
            throw new IOException("over");
        };
    }

    private static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    public void behave(Function<Seen, Reply> other) {
        behaviour = other;
    }

    public int port() {
        return server.getLocalPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/hook");
    }

    /** Returns all requests that were read, whatever they were answered. */
    public List<Seen> seen() {
        synchronized (seen) {
            return List.copyOf(seen);
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket connection = server.accept();
                connections.add(connection);
                thread(() -> serve(connection));
            }
        } catch (IOException e) {
            // because it was closed
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(connection.getInputStream());
            @Nullable Seen next = read(in);
            while (next != null) {
                seen.add(next);
                behaviour.apply(next).write(connection);
                next = read(in);
            }
        } catch (IOException e) {
            // because either side broke the connection
        } finally {
            connections.remove(connection);
        }
    }

    private static @Nullable Seen read(InputStream in) throws IOException {
        String first = line(in);
        if (first.isEmpty()) {
            return null;
        }
        Map<String, String> headers = new HashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            String[] parts = line.split(":", 2);
            headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
        }
        byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
        return new Seen(first.split(" ", 3)[1], headers, new String(body, UTF_8));
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "receiver");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }
}
