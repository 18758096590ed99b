package io.shirube.io.sheet;

import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that strangers wrote: no document types, no entities, nothing fetched. */
final class SafeXml {

    private static final XMLInputFactory FACTORY = factory();
    private static final int MOST_DEPTH = 100;

    private SafeXml() {}

    /** Looks at one element. */
    interface Elements {

        /** Called where an element begins, with the reader on it. */
        void start(String name, XMLStreamReader reader) throws IOException;

        /** Called where an element ends. */
        default void end(String name) throws IOException {}

        /** Called for each piece of text, with the reader on it. */
        default void text(XMLStreamReader reader) throws IOException {}
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** @throws UnreadableFileException for what is no XML or has a document type */
    static void walk(InputStream in, Elements elements) throws IOException {
        try {
            XMLStreamReader reader = FACTORY.createXMLStreamReader(in);
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw documentType();
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (++depth > MOST_DEPTH) {
                            throw Workbook.damaged();
                        }
                        elements.start(reader.getLocalName(), reader);
                    }
                    case XMLStreamConstants.END_ELEMENT -> {
                        depth--;
                        elements.end(reader.getLocalName());
                    }
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> elements.text(reader);
                    default -> {
                        // because comments and white space say nothing
                    }
                }
            }
        } catch (XMLStreamException e) {
            if (e.getNestedException() instanceof IOException broken) {
                throw broken;
            }
            throw Workbook.damaged();
        }
    }

    private static UnreadableFileException documentType() {
        return new UnreadableFileException(
                "ブックのXMLに文書型宣言(DOCTYPE)が含まれています。Excelで開いて保存し直してください。",
                "The workbook's XML has a document type. Open it in Excel and save it again.");
    }
}
