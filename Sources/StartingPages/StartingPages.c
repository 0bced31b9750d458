#define _GNU_SOURCE
#include "StartingPages.h"
#ifdef __linux__
#include <link.h>
#include <sys/mman.h>
#include <unistd.h>

/// The segments of one loaded object that are mapped without the right to write. The linker keeps what it relocates, and
/// what stays as it is after that, in the others: these must not be touched, since their content would be lost.
static int release(struct dl_phdr_info *object, size_t size, void *total) {
  // The kernel's own object has a name without a path.
  if (object->dlpi_name[0] != '\0' && object->dlpi_name[0] != '/') return 0;
  const unsigned long page = (unsigned long)sysconf(_SC_PAGESIZE);
  for (int index = 0; index < object->dlpi_phnum; index++) {
    const ElfW(Phdr) *segment = &object->dlpi_phdr[index];
    if (segment->p_type != PT_LOAD || segment->p_flags & PF_W) continue;
    const unsigned long start = object->dlpi_addr + segment->p_vaddr;
    const unsigned long from = (start + page - 1) / page * page, to = (start + segment->p_memsz) / page * page;
    if (from < to && madvise((void *)from, to - from, MADV_DONTNEED) == 0) *(unsigned long *)total += to - from;
  }
  return 0;
}

// Asking the linker, which lets nobody load or unload anything meanwhile, and not the list of mappings: by the time a line of
// that is read, other memory may be at the same address.
unsigned long release_starting_pages(void) {
  unsigned long total = 0;
  dl_iterate_phdr(release, &total);
  return total;
}
#else
unsigned long release_starting_pages(void) { return 0; }
#endif
