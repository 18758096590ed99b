package io.shirube.engine.authoring.drl;

import static org.assertj.core.api.Assertions.assertThat;

import io.shirube.engine.rules.Phase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything the language has is read, and Drools reads the same patterns in it. */
class GrammarTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Account( )",
                "Account()",
                "Account( ) Stage( value == RENEWAL )",
                "Signals( openSeverity1 >= 1, $u : seatUtilisation, seatUtilisation < 0.5 || engagementRate < 0.6 )",
                "Signals( ( seatUtilisation < 0.5 || engagementRate < 0.6 ) && nps > -20 )",
                "Signals( !( nps > 0 ) ) Signals( !roiVerified, roiVerified == false )",
                "Signals( nps != null, csmSentiment == null, roiVerified )",
                "Signals( csmSentiment in ( GREEN, YELLOW ), csmSentiment not in ( RED ) )",
                "Signals( csmSentiment <= YELLOW )",
                "Signals( 0.5 > seatUtilisation )",
                "Signals( activeUsers30d / licensedSeats >= 0.5, activeUsers30d + 1 > licensedSeats - 2 * 3 )",
                "Signals( $a : activeUsers30d, licensedSeats > $a * 2 ) Account( employees >= $a )",
                "Signals( $u : seatUtilisation >= 0.5 )",
                "Signals( openSeverity1 in ( 1, 2, 3 ) )",
                "$t : Ticket( severity == 1, open == true, !waitingForCustomer, kind in (INCIDENT, REQUEST) )",
                "Ticket( cause matches \"login.*\" ) Ticket( cause not matches \"(a|b)+\\\\d\" )",
                "Ticket( cause == \"login\" ) Ticket( cause != \"日本語 ( )\" ) Ticket( cause in ( \"a\", \"b\" ) )",
                "not Contact( role == CHAMPION, present == true )",
                "$t : Ticket( ) exists ( Ticket( cause == $t.cause, id != $t.id ) )",
                "$t : Ticket( $c : cause ) exists ( Ticket( cause == $c ) and Contact( leftOn != null ) )",
                "not ( Ticket( severity == 1 ) and Contact( role == CHAMPION ) )",
                "not Signals( nps > 0 ) exists Signals( nps > 0 )",
                "( Renewal( daysLeft <= 180 ) or Health( band == RED ) )",
                "Renewal( daysLeft <= 180 ) or Health( band == RED )",
                "Renewal( daysLeft <= 180 ) and Health( band == RED )",
                "Renewal( ) and Health( ) and Stage( ) Account( )",
                "( Renewal( ) and Health( ) ) or ( Stage( ) and not Ticket( ) ) or Account( )",
                "( Renewal( ) or Health( ) ) and ( Stage( ) or Account( ) )",
                "( ( Renewal( ) or Health( ) ) or Stage( ) )",
                "( ( Renewal( ) and Health( ) ) and Stage( ) ) Account( )",
                "( ( ( Renewal( ) ) ) )",
                "( $t : Ticket( ) or Contact( ) ) $u : Ticket( )",
                "accumulate( Ticket( open == true ); $n : count(); $n >= 2 )",
                "accumulate( Ticket( open == true, $d : openedDaysAgo ); $n : count(), $m : max( $d ); $n >= 2, $m > 14 )",
                "accumulate( $t : Ticket( ); $s : sum( $t.reopened ), $a : average( $t.severity ); $s > 3 && $a < 2 )",
                "accumulate( Ticket( $s : severity ); $lowest : min( $s * 2 ); 3 >= $lowest )",
                "accumulate( Ticket( ); $n : count() )",
                "Account( $e : employees ) accumulate( Contact( ratingValue < $e ); $n : count(); $n == 0 )",
                "acc( Ticket( ); $n : count(); $n != 1 )",
                "Contract( products contains \"SSO\", products not contains \"X\", noticeReceivedOn == null )",
                "Contract( end != null, start < end, arr * 0.1 >= 100000, autoRenew == true )",
                "Contract( $c : end ) Contact( leftOn < $c )",
                "$c : Contract( ) Account( onboardingCompletedOn >= $c.start )",
                "Action( type == UPSELL_PROMPT, state in ( OPEN, ACCEPTED ) ) Outcome( result == SUCCEEDED, onDaysAgo <= 30 )",
                "Values( arrBand == LARGE ) Success( level >= LIGHT ) Segment( touch == HIGH, sizeBand != SMALL )",
                "// a comment\nAccount( /* why */ employees > 10 // more\n )",
                "exists Ticket( ) and not Contact( )",
                "Signals( ( ( ( nps ) ) ) > ( 3 + 4 ) * 2 )",
                "Signals( nps > 1e1, nps < .5, nps >= -100 )"
            })
    void readsAsDroolsDoes(String when) {
        Reading reading = Reading.ofWhen(when);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rules()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "LIFECYCLE | stage( RENEWAL );",
                "LIFECYCLE | sizeBand( LARGE ); set( arrBand, SMALL );",
                "SEGMENT | classify( HIGH );",
                "SEGMENT | classify( HIGH, INDIVIDUAL ); set( strategicScore, $e / 100 );",
                "HEALTH | score( adoption, 80 ); weight( adoption, 30 );",
                "HEALTH | scoreAtLeast( support, 40 ); scoreAtMost( support, $e * 2 + 1 ); cap( RED );",
                "SUCCESS | success( DEEP );",
                "ACTIONS | propose( UPSELL_PROMPT );",
                "ACTIONS | propose( UPSELL_PROMPT, \"seats\" ).context( -40 ).evidence( \"inside-renewal\" );",
                "ACTIONS | propose( UPSELL_PROMPT, $n ); hold( NPS_FOLLOW_UP ); hold( NPS_FOLLOW_UP, SUITABILITY );"
            })
    void readsEveryVerbInItsPhase(Phase phase, String then) {
        Reading reading = Reading.ofThen(then, phase);

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.rules()).hasSize(1);
    }
}
