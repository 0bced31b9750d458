#pragma once
#include <stddef.h>

// libxml2's headers include Debian's ICU, whose types conflict with those of Foundation's own. So its HTML parser is
// called from C, and Swift sees only this header.

/// The content of a page in the order of its text. Each function returns 0 to continue; any other value stops the
/// reading. Names, attributes (name and value in turn, NULL at the end; a value may be NULL) and text are UTF-8 and
/// live as long as the call.
typedef struct {
  int (*start)(void *context, const char *name, const char *const *attributes);
  int (*end)(void *context, const char *name);
  int (*text)(void *context, const char *text, int count);
} html_events;

/// Reads `count` bytes of UTF-8 as HTML, forgiving errors. Returns 0, or -1 if out of memory.
int html_read(const char *bytes, int count, html_events events, void *context);
