#pragma once

/// Takes from this process all that a reader of files doesn't need, for the thread that calls and all that it starts: memory
/// beyond `memory` bytes, processor time beyond `seconds`, new sockets, watching other processes, and files but for programs
/// and libraries. What the kernel doesn't offer is left out; the limits on memory and time are always there. Returns 0, or -1
/// when not even those could be set.
int confine_process(unsigned long memory, unsigned long seconds);

/// A file that has no name and lies in memory, closed when another program is started. Returns its descriptor or -1.
int memory_file(void);

/// A pipe whose ends are closed when another program is started. Returns 0 or -1.
int closing_pipe(int ends[2]);
