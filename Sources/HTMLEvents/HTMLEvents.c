#include "HTMLEvents.h"
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <string.h>

typedef struct {
  html_events events;
  void *context;
  htmlParserCtxtPtr parser;
} reading;

static void go_on(reading *reading, int status) {
  if (status != 0) xmlStopParser(reading->parser);
}

static void start(void *user, const xmlChar *name, const xmlChar **attributes) {
  reading *r = user;
  go_on(r, r->events.start(r->context, (const char *)name, (const char *const *)attributes));
}

static void end(void *user, const xmlChar *name) {
  reading *r = user;
  go_on(r, r->events.end(r->context, (const char *)name));
}

static void text(void *user, const xmlChar *bytes, int count) {
  reading *r = user;
  go_on(r, r->events.text(r->context, (const char *)bytes, count));
}

int html_read(const char *bytes, int count, html_events events, void *context) {
  htmlParserCtxtPtr parser = htmlCreateMemoryParserCtxt(bytes, count);
  if (parser == NULL) return count == 0 ? 0 : -1;
  reading r = {events, context, parser};
  htmlCtxtUseOptions(
      parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  memset(parser->sax, 0, sizeof *parser->sax);
  parser->sax->startElement = start;
  parser->sax->endElement = end;
  parser->sax->characters = text;
  parser->sax->ignorableWhitespace = text;
  parser->userData = &r;
  htmlParseDocument(parser);
  htmlFreeParserCtxt(parser);
  return 0;
}
