package io.shirube.io.simulate.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class HtmlTest {

    @Test
    void escapesTextsAndValues() {
        String page = new Html()
                .element("p", "</p><b>\"it's\" & more", "title", "\"><script>")
                .page();

        assertThat(page)
                .isEqualTo("<!DOCTYPE html>\n<p title=\"&quot;&gt;&lt;script&gt;\">"
                        + "&lt;/p&gt;&lt;b&gt;&quot;it&#39;s&quot; &amp; more</p>\n\n");
    }

    @Test
    void showsControlCharactersAndHalvesOfCharactersAsUnknown() {
        assertThat(new Html().element("b", "a\u0000b\u001Bc\uD83Dd\uFFFEe\nf😀").page())
                .contains("<b>a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\nf😀</b>");
    }

    @Test
    void putsFiguresAndNamesIntoASentence() {
        Html html = new Html()
                .open("p")
                .sentence("{1} of {0}", new Figure("all", "1200", "1,200"), "<me>")
                .close();

        assertThat(html.page())
                .contains(
                        "<p><bdi data-text=\"told\">&lt;me&gt;</bdi> of <b data-figure=\"all\" data-value=\"1200\">1,200</b></p>");
    }

    @Test
    void refusesAPageWithAnElementLeftOpen() {
        assertThatIllegalStateException().isThrownBy(() -> new Html().open("p").page());
    }
}
