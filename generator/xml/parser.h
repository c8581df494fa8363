/*
 * parser.h - libxml2 made ready: XML event by event, without entities, DTDs and network, and quiet.
 *
 *	static const xmlSAXHandler events = {.initialized = XML_SAX2_MAGIC, .startElementNs = ..., ...};
 *	xmlParserCtxt *ctxt = xml_open(bytes, &events, &own);
 *	xmlParseDocument(ctxt);
 *	xml_close(ctxt);
 *
 * What the events mean is for who asks; that libxml2 takes our memory, is set up once for the process and says nothing itself
 * is the same for all.
 */
#ifndef KOMEK_XML_PARSER_H
#define KOMEK_XML_PARSER_H

#include <libxml/parser.h>

#include "base/str.h"

/* Bytes must be UTF-8, whatever encoding they declare, and outlive the context. NULL where there are none; any thread may. */
xmlParserCtxt *xml_open(struct str bytes, const xmlSAXHandler *events, void *ctx);

/* The byte at which libxml2 stands, counted from the first of those that it was given. */
size_t xml_offset(const xmlParserCtxt *ctxt);

/* Takes NULL. */
void xml_close(xmlParserCtxt *ctxt);

#endif
