#include "xml/parser.h"

#include <libxml/parserInternals.h>
#include <pthread.h>

#include "base/mem.h"

__attribute__((format(printf, 2, 3))) static void silent(void *ctx, const char *format, ...)
{
	(void)ctx, (void)format;
}

static char *copy(const char *s)
{
	return str_dup(str_of(s));
}

static void set_up(void)
{
	xmlMemSetup(free, mem_alloc, mem_resize, copy);
	xmlInitParser();
}

xmlParserCtxt *xml_open(struct str bytes, const xmlSAXHandler *events, void *ctx)
{
	/* The one static: libxml2 itself has state of the process that must be set up once. */
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	xmlParserCtxt *ctxt;

	pthread_once(&once, set_up);
	xmlSetGenericErrorFunc(NULL, silent); /* of this thread */
	ctxt = xmlCreateMemoryParserCtxt(bytes.at, (int)bytes.len);
	if (!ctxt)
		return NULL;
	*ctxt->sax = *events;
	ctxt->userData = ctx;
	xmlCtxtUseOptions(ctxt, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC);
	return ctxt;
}

size_t xml_offset(const xmlParserCtxt *ctxt)
{
	const xmlParserInput *in = ctxt->input;

	return in ? in->consumed + (size_t)(in->cur - in->base) : 0;
}

void xml_close(xmlParserCtxt *ctxt)
{
	if (!ctxt)
		return;
	if (ctxt->myDoc)
		xmlFreeDoc(ctxt->myDoc);
	ctxt->myDoc = NULL;
	xmlFreeParserCtxt(ctxt);
}
