#pragma once

/// Gives the system back the mapped pages of the program and its libraries that nobody writes to: code, constants, symbol
/// tables. Much of that only starting needed, or lay around it; a page that is needed again comes from the system's
/// cache. Returns the number of bytes that were mapped, resident or not.
unsigned long release_starting_pages(void);
