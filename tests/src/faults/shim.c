// Stands between a program and the disk: notes what is written and made safe below one folder, and lets a
// call fail on demand. Loaded with LD_PRELOAD, so that the program itself is the one that is shipped.
//
//   SHIM_UNDER  the folder            SHIM_LOG   where to note
//   SHIM_FAIL   the call that fails   SHIM_FOR   how many after it too     SHIM_ERRNO  with what
//   SHIM_FAIL_READ   the same, of the calls that read
//   SHIM_LIE    it says that it succeeded, and does nothing (a disk that no program can be safe on); with "data" only
//               where it writes into a file
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum { FILES = 1024 };
enum { ALL = 1, DATA = 2 };
static char *names[FILES];
static const char *under;
static int noted = -1, lie, code = EIO;
static long calls, fail_from = -1, fail_for = 1;
static long reads, read_from = -1;
static pthread_mutex_t one = PTHREAD_MUTEX_INITIALIZER;

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

__attribute__((constructor)) static void start(void) {
  const char *text = getenv("SHIM_LOG");
  under = getenv("SHIM_UNDER");
  if (text) noted = REAL(open)(text, O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
  if ((text = getenv("SHIM_FAIL"))) fail_from = atol(text);
  if ((text = getenv("SHIM_FAIL_READ"))) read_from = atol(text);
  if ((text = getenv("SHIM_FOR"))) fail_for = atol(text);
  if ((text = getenv("SHIM_ERRNO"))) code = atoi(text);
  if ((text = getenv("SHIM_LIE"))) lie = strcmp(text, "data") ? ALL : DATA;
}

static int ours(const char *path) { return path && under && !strncmp(path, under, strlen(under)); }
static const char *name_of(int fd) { return fd >= 0 && fd < FILES ? names[fd] : NULL; }

static void note(char kind, const char *name, const char *other, int64_t offset, const void *data, int64_t length) {
  if (noted < 0) return;
  int64_t head[5] = {kind, name ? (int64_t)strlen(name) : 0, other ? (int64_t)strlen(other) : 0, offset, data ? length : 0};
  if (!data) head[3] = kind == 'T' ? length : offset;
  pthread_mutex_lock(&one);
  ssize_t (*put)(int, const void *, size_t) = REAL(write);
  put(noted, head, sizeof head);
  if (name) put(noted, name, head[1]);
  if (other) put(noted, other, head[2]);
  if (data) put(noted, data, length);
  pthread_mutex_unlock(&one);
}

// Whether this call is one that fails.
static int among(long *counted, long from) {
  long call = __atomic_add_fetch(counted, 1, __ATOMIC_SEQ_CST);
  return from >= 0 && call >= from && call < from + fail_for;
}
static int fails(void) { return among(&calls, fail_from); }
#define GUARD_DATA(success) \
  if (fails()) { if (lie) return success; errno = code; return -1; }
#define GUARD(success) \
  if (fails() && lie != DATA) { if (lie) return success; errno = code; return -1; }

static int opened(int fd, const char *path, int flags, int existed) {
  if (fd >= 0 && fd < FILES && ours(path)) {
    free(names[fd]);
    names[fd] = strdup(path);
    if ((flags & O_CREAT) && !existed) note('C', path, NULL, 0, NULL, 0);
    if (flags & O_TRUNC) note('T', path, NULL, 0, NULL, 0);
  }
  return fd;
}
#define OPEN(name)                                                        \
  int name(const char *path, int flags, ...) {                            \
    mode_t mode = 0;                                                      \
    if (flags & (O_CREAT | O_TMPFILE)) { va_list more; va_start(more, flags); mode = va_arg(more, mode_t); va_end(more); } \
    int existed = 1;                                                      \
    if (ours(path) && (flags & O_CREAT)) {                                \
      existed = !access(path, F_OK);                                      \
      if (!existed && fails() && !lie) { errno = code; return -1; }       \
    }                                                                     \
    return opened(REAL(name)(path, flags, mode), path, flags, existed);   \
  }
OPEN(open)
OPEN(open64)

int close(int fd) {
  if (name_of(fd)) { free(names[fd]); names[fd] = NULL; }
  return REAL(close)(fd);
}

ssize_t write(int fd, const void *data, size_t length) {
  if (fd == 1) note('A', NULL, NULL, 0, data, length);
  const char *name = name_of(fd);
  if (!name) return REAL(write)(fd, data, length);
  GUARD_DATA((ssize_t)length)
  off_t offset = lseek(fd, 0, SEEK_CUR);
  ssize_t done = REAL(write)(fd, data, length);
  if (done > 0) note('W', name, NULL, offset, data, done);
  return done;
}
#define PWRITE(name, off)                                                 \
  ssize_t name(int fd, const void *data, size_t length, off offset) {     \
    const char *file = name_of(fd);                                       \
    if (!file) return REAL(name)(fd, data, length, offset);               \
    GUARD_DATA((ssize_t)length)                                                \
    ssize_t done = REAL(name)(fd, data, length, offset);                  \
    if (done > 0) note('W', file, NULL, offset, data, done);              \
    return done;                                                          \
  }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

// A place on the disk that can't be read any more.
#define READ(result, name, given, passed)                                 \
  result name given {                                                     \
    const char *file = name_of(fd);                                       \
    if (!file) return REAL(name) passed;                                  \
    note('G', file, NULL, 0, NULL, 0);                                    \
    if (among(&reads, read_from)) { errno = code; return -1; }            \
    return REAL(name) passed;                                             \
  }
READ(ssize_t, read, (int fd, void *data, size_t length), (fd, data, length))
READ(ssize_t, pread, (int fd, void *data, size_t length, off_t offset), (fd, data, length, offset))
READ(ssize_t, pread64, (int fd, void *data, size_t length, off64_t offset), (fd, data, length, offset))

#define TRUNCATE(name, off)                                               \
  int name(int fd, off length) {                                          \
    const char *file = name_of(fd);                                       \
    if (!file) return REAL(name)(fd, length);                             \
    GUARD(0)                                                              \
    int done = REAL(name)(fd, length);                                    \
    if (!done) note('T', file, NULL, 0, NULL, length);                    \
    return done;                                                          \
  }
TRUNCATE(ftruncate, off_t)
TRUNCATE(ftruncate64, off64_t)

#define SYNC(name)                                                        \
  int name(int fd) {                                                      \
    const char *file = name_of(fd);                                       \
    if (!file) return REAL(name)(fd);                                     \
    GUARD(0)                                                              \
    int done = REAL(name)(fd);                                            \
    if (!done) note('S', file, NULL, 0, NULL, 0);                         \
    return done;                                                          \
  }
SYNC(fsync)
SYNC(fdatasync)

#define ON_PATH(name, kind)                                               \
  int name(const char *path) {                                            \
    if (!ours(path)) return REAL(name)(path);                             \
    GUARD(0)                                                              \
    int done = REAL(name)(path);                                          \
    if (!done) note(kind, path, NULL, 0, NULL, 0);                        \
    return done;                                                          \
  }
ON_PATH(unlink, 'U')
ON_PATH(rmdir, 'U')

// How Rust removes a folder with all that is in it.
int unlinkat(int folder, const char *name, int flags) {
  char path[4096], link[64];
  ssize_t length = 0;
  if (folder != AT_FDCWD && name[0] != '/') {
    snprintf(link, sizeof link, "/proc/self/fd/%d", folder);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0) length = 0;
  }
  snprintf(path + length, sizeof path - length, "%s%s", length ? "/" : "", name);
  if (!ours(path)) return REAL(unlinkat)(folder, name, flags);
  GUARD(0)
  int done = REAL(unlinkat)(folder, name, flags);
  if (!done) note('U', path, NULL, 0, NULL, 0);
  return done;
}

int mkdir(const char *path, mode_t mode) {
  if (!ours(path)) return REAL(mkdir)(path, mode);
  GUARD(0)
  int done = REAL(mkdir)(path, mode);
  if (!done) note('M', path, NULL, 0, NULL, 0);
  return done;
}

int rename(const char *from, const char *to) {
  if (!ours(from)) return REAL(rename)(from, to);
  GUARD(0)
  int done = REAL(rename)(from, to);
  if (!done) note('R', from, to, 0, NULL, 0);
  return done;
}

// Copying inside the kernel would pass by what is noted here: programs fall back to read and write.
ssize_t copy_file_range(int in, off64_t *from, int out, off64_t *to, size_t length, unsigned flags) {
  if (!name_of(out)) return REAL(copy_file_range)(in, from, out, to, length, flags);
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile64(int out, int in, off64_t *offset, size_t length) {
  (void)in; (void)offset; (void)length;
  (void)out;
  errno = ENOSYS;
  return -1;
}
ssize_t sendfile(int out, int in, off_t *offset, size_t length) {
  (void)in; (void)offset; (void)length;
  (void)out;
  errno = ENOSYS;
  return -1;
}
