#pragma once

/// Stops SQLite from counting the memory it uses: for that count all connections take one lock, several times for each row. Must run
/// before the first database is opened. Returns SQLite's code: 0, or 21 if it was too late.
int sqlite_count_no_memory(void);
