#define _GNU_SOURCE
#include "Confinement.h"
#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static int limit(int what, unsigned long most) {
  struct rlimit limit = {most, most};
  return setrlimit(what, &limit);
}

static int limit_resources(unsigned long memory, unsigned long seconds) {
  // Address space would include memory that is merely reserved, of which Swift's runtime and malloc have a lot; data
  // counts what is used.
  if (limit(RLIMIT_DATA, memory) != 0) return -1;
  struct rlimit time = {seconds, seconds + 1};
  if (setrlimit(RLIMIT_CPU, &time) != 0) return -1;
  limit(RLIMIT_CORE, 0);
  limit(RLIMIT_NOFILE, 64);
  return 0;
}

#if defined(__x86_64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OWN_ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#define REFUSE(call)                                              \
  BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, call, 0, 1),                \
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | (EPERM & SECCOMP_RET_DATA))

/// No network, no other processes' memory, no new mounts: seccomp(2).
static void refuse_calls(void) {
#ifdef OWN_ARCHITECTURE
  struct sock_filter filter[] = {
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, arch)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OWN_ARCHITECTURE, 1, 0),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
      REFUSE(__NR_socket),
      REFUSE(__NR_socketpair),
      REFUSE(__NR_connect),
      REFUSE(__NR_ptrace),
      REFUSE(__NR_process_vm_readv),
      REFUSE(__NR_process_vm_writev),
      REFUSE(__NR_mount),
      REFUSE(__NR_unshare),
      REFUSE(__NR_setns),
      REFUSE(__NR_bpf),
      REFUSE(__NR_keyctl),
      REFUSE(__NR_io_uring_setup),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
  syscall(__NR_seccomp, SECCOMP_SET_MODE_FILTER, SECCOMP_FILTER_FLAG_TSYNC, &program);
#endif
}

/// Programs and libraries may be read and run, but nothing else: landlock(7).
static void refuse_files(void) {
  const unsigned long long reading =
      LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_READ_FILE | LANDLOCK_ACCESS_FS_READ_DIR;
  // The thirteen rights of the first version, known to all kernels with landlock.
  struct landlock_ruleset_attr rules = {.handled_access_fs = (1ULL << 13) - 1};
  int set = (int)syscall(__NR_landlock_create_ruleset, &rules, sizeof rules, 0);
  if (set < 0) return;
  static const char *const folders[] = {"/usr", "/lib", "/lib64", "/bin", "/opt/swift/usr/lib", "/etc/fonts"};
  for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
    struct landlock_path_beneath_attr rule = {.allowed_access = reading};
    rule.parent_fd = open(folders[i], O_PATH | O_CLOEXEC);
    if (rule.parent_fd < 0) continue;
    syscall(__NR_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    close(rule.parent_fd);
  }
  struct landlock_path_beneath_attr cache = {.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE};
  cache.parent_fd = open("/etc/ld.so.cache", O_PATH | O_CLOEXEC);
  if (cache.parent_fd >= 0) {
    syscall(__NR_landlock_add_rule, set, LANDLOCK_RULE_PATH_BENEATH, &cache, 0);
    close(cache.parent_fd);
  }
  syscall(__NR_landlock_restrict_self, set, 0);
  close(set);
}

int confine_process(unsigned long memory, unsigned long seconds) {
  // The reader ends with the program that is waiting for it.
  prctl(PR_SET_PDEATHSIG, SIGKILL);
  if (limit_resources(memory, seconds) != 0) return -1;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return 0;
  refuse_files();
  refuse_calls();
  return 0;
}

/// Uses only system calls, since the process is a copy of one with other threads.
static int gaps(unsigned long memory) {
  int found = 0;
  if (open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0) found |= 1;
  const char *name = "/tmp/.stehtisch-gap";
  if (open(name, O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0) {
    unlink(name);
    found |= 2;
  }
  if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || socket(AF_UNIX, SOCK_STREAM, 0) >= 0) found |= 4;
  if (mmap(NULL, memory, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED) found |= 8;
  return found;
}

int confinement_gaps(unsigned long memory, unsigned long seconds) {
  const int unconfined = 127;
  pid_t child = fork();
  if (child < 0) return -1;
  if (child == 0) _exit(confine_process(memory, seconds) == 0 ? gaps(memory) : unconfined);
  int status = 0;
  while (waitpid(child, &status, 0) < 0) {
    if (errno != EINTR) return -1;
  }
  if (!WIFEXITED(status) || WEXITSTATUS(status) == unconfined) return -1;
  return WEXITSTATUS(status);
}

int memory_file(void) { return memfd_create("list", MFD_CLOEXEC); }

int closing_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }
