#ifdef __linux__
#include <malloc.h>
#include <string.h>

#ifdef M_ARENA_MAX
/// A mail server limits the address space of what it starts, dovecot to 256 MB. For each thread the C library would reserve
/// 64 MB of it; one heap for all is enough for one mail. Before any thread starts.
__attribute__((constructor)) static void keep_one_heap(int count, char **words, char **environment) {
  (void)environment;
  if (count > 1 && strcmp(words[1], "deliver") == 0) mallopt(M_ARENA_MAX, 1);
}
#endif
#endif
