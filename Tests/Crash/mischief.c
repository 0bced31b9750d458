/* Loaded before libc (LD_PRELOAD): what disks and clocks do wrong, by order of the file that MISCHIEF names, which holds two numbers of 64 bits:
   how many seconds the clock on the wall is ahead, and the error with which writing to the database fails (0 for none). With MISCHIEF_JOURNAL
   every write to the database is written down there as well, and every time it was asked to be on the disk; so it can be said afterwards what a
   power cut would have left. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

struct record { int64_t file, offset, length; }; /* file: 0 the database, 1 its log; length: -1 synced, -2 cut to `offset` */

static volatile int64_t *orders;
static int journal = -1;
static pthread_mutex_t writing = PTHREAD_MUTEX_INITIALIZER;

#define REAL(type, name, ...) \
  static type (*real)(__VA_ARGS__); \
  if (!real) real = (type (*)(__VA_ARGS__))dlsym(RTLD_NEXT, name);

__attribute__((constructor)) static void begin(void) {
  const char *path = getenv("MISCHIEF"), *book = getenv("MISCHIEF_JOURNAL");
  int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
  void *page = file < 0 ? MAP_FAILED : mmap(0, 4096, PROT_READ, MAP_SHARED, file, 0);
  if (page != MAP_FAILED) orders = page;
  if (book) journal = open(book, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
}

/* -1 for every other file. */
static int which(int file) {
  char link[40], path[512];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return -1;
  path[length] = 0;
  const char *name = strstr(path, "/stehtisch.sqlite");
  if (!name) return -1;
  return strcmp(name, "/stehtisch.sqlite") == 0 ? 0 : strcmp(name, "/stehtisch.sqlite-wal") == 0 ? 1 : -1;
}

static void note(int file, int64_t offset, int64_t length, const void *bytes) {
  REAL(ssize_t, "write", int, const void *, size_t)
  if (journal < 0) return;
  struct record record = {file, offset, length};
  pthread_mutex_lock(&writing);
  if (real(journal, &record, sizeof record) < 0 || (length > 0 && real(journal, bytes, length) < 0)) abort();
  pthread_mutex_unlock(&writing);
}

static int fails(int kind) {
  if (kind < 0 || !orders || !orders[1]) return 0;
  errno = (int)orders[1];
  return 1;
}

ssize_t pwrite64(int file, const void *bytes, size_t count, off64_t offset) {
  REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t)
  int kind = which(file);
  if (fails(kind)) return -1;
  if (kind >= 0) note(kind, offset, (int64_t)count, bytes);
  return real(file, bytes, count, offset);
}

ssize_t pwrite(int file, const void *bytes, size_t count, off_t offset) { return pwrite64(file, bytes, count, offset); }

static int synced(int file, int (*real)(int)) {
  int kind = which(file);
  if (fails(kind)) return -1;
  int status = real(file);
  if (status == 0 && kind >= 0) note(kind, 0, -1, 0);
  return status;
}

int fsync(int file) {
  REAL(int, "fsync", int)
  return synced(file, real);
}

int fdatasync(int file) {
  REAL(int, "fdatasync", int)
  return synced(file, real);
}

int ftruncate64(int file, off64_t size) {
  REAL(int, "ftruncate64", int, off64_t)
  int kind = which(file);
  if (kind >= 0) note(kind, size, -2, 0);
  return real(file, size);
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }

int clock_gettime(clockid_t clock, struct timespec *now) {
  REAL(int, "clock_gettime", clockid_t, struct timespec *)
  int status = real(clock, now);
  if (clock == CLOCK_REALTIME && orders && status == 0) now->tv_sec += orders[0];
  return status;
}

int gettimeofday(struct timeval *now, void *zone) {
  REAL(int, "gettimeofday", struct timeval *, void *)
  int status = real(now, zone);
  if (orders && status == 0) now->tv_sec += orders[0];
  return status;
}
