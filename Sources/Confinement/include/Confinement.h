#pragma once

/// Takes from this process all that a reader of files doesn't need, for the thread that calls and all that it starts: memory
/// beyond `memory` bytes, processor time beyond `seconds`, new sockets, watching other processes, and files but for programs
/// and libraries. What the kernel doesn't offer is left out; the limits on memory and time are always there. Returns 0, or -1
/// when not even those could be set.
int confine_process(unsigned long memory, unsigned long seconds);

/// Confines a process of its own and lets it try what it should not be able to do. Returns the sum of what it could: 1 for reading
/// a file that is no program or library, 2 for making a file, 4 for a socket, 8 for more memory; -1 when it could not be tried.
int confinement_gaps(unsigned long memory, unsigned long seconds);

/// A file that has no name and lies in memory, closed when another program is started. Returns its descriptor or -1.
int memory_file(void);

/// A pipe whose ends are closed when another program is started. Returns 0 or -1.
int closing_pipe(int ends[2]);
