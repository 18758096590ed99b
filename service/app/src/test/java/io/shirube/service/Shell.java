package io.shirube.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;

/** Runs the program as a shell does, and keeps what the last run printed. For one thread. */
final class Shell {

    private String out = "";
    private String err = "";

    /** Runs it with empty standard input and returns its exit code. */
    int run(String... arguments) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try (PrintStream outStream = new PrintStream(printed, true, UTF_8);
                PrintStream errStream = new PrintStream(told, true, UTF_8)) {
            int code = ShirubeMain.run(arguments, InputStream.nullInputStream(), outStream, errStream);
            out = printed.toString(UTF_8);
            err = told.toString(UTF_8);
            return code;
        }
    }

    String out() {
        return out;
    }

    String err() {
        return err;
    }
}
