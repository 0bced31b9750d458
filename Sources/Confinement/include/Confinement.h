#pragma once

/// Takes away from this process, for the calling thread and everything it starts, all that a reader of files doesn't
/// need: memory beyond `memory` bytes, processor time beyond `seconds`, new sockets, watching other processes, and
/// files other than programs and libraries. Restrictions that the kernel doesn't offer are left out; the limits on
/// memory and time always apply. Returns 0, or -1 if not even those could be set.
int confine_process(unsigned long memory, unsigned long seconds);

/// Confines a separate process and lets it try what it should not be able to do. Returns the sum of what succeeded: 1
/// for reading a file that is no program or library, 2 for creating a file, 4 for a socket, 8 for more memory; -1 if
/// the attempt itself failed.
int confinement_gaps(unsigned long memory, unsigned long seconds);

/// A nameless file in memory, closed when another program is started. Returns its descriptor or -1.
int memory_file(void);

/// A pipe whose ends are closed when another program is started. Returns 0 or -1.
int closing_pipe(int ends[2]);
