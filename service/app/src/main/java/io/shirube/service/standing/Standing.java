package io.shirube.service.standing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What was decided on an account last.
 *
 * @param accountVersion the version of the account that was decided on
 * @param decidedOn the day it was decided for
 * @param substance what decisions are told apart by; equal when nothing new is said
 * @param touchSince since when the touch is what it is
 * @param pendingTouch the touch a crossing of size or money waits for, or null
 * @param input the whole snapshot that was decided on, as a portfolio's line has it
 */
public record Standing(
        long accountVersion,
        String ruleset,
        String engine,
        LocalDate decidedOn,
        String substance,
        String stage,
        String touch,
        LocalDate touchSince,
        @Nullable String pendingTouch,
        @Nullable LocalDate pendingSince,
        String band,
        String input) {}
