package io.shirube.io;

/**
 * Finds bytes that are not UTF-8 as the standard has it: JSON parsers let overlong forms and surrogates pass, and guess at
 * UTF-16 by its zeros.
 */
final class Utf8 {

    private static final int CONTINUED = 0x80;
    private static final int SIX_BITS = 0x3F;
    private static final int SEVEN_BITS = 0x7F;

    private Utf8() {}

    /** Returns the index of the first character that is not UTF-8, or is zero; -1 when there is none. */
    static int firstFault(byte[] bytes, int offset, int length) {
        int end = offset + length;
        int at = offset;
        while (at < end) {
            int size = bytes[at] > 0 ? 1 : size(bytes, at, end);
            if (size == 0) {
                return at;
            }
            at += size;
        }
        return -1;
    }

    /** Returns how many bytes the character has that begins here, none when it is no character. */
    private static int size(byte[] bytes, int at, int end) {
        int lead = bytes[at] & 0xFF;
        int size = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
        if (size == 0 || at + size > end) {
            return 0;
        }
        int point = lead & (SEVEN_BITS >> size);
        for (int i = 1; i < size; i++) {
            int next = bytes[at + i] & 0xFF;
            if ((next & ~SIX_BITS) != CONTINUED) {
                return 0;
            }
            point = (point << 6) | (next & SIX_BITS);
        }
        boolean overlong = (size == 3 && point < 0x800) || (size == 4 && point < 0x1_0000);
        boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return overlong || surrogate || point > Character.MAX_CODE_POINT ? 0 : size;
    }
}
