// Ends a process before its n-th change to the files below one folder, whoever makes it: our code, node or SQLite.
//
//   cc -shared -fPIC -o die-at.so die-at.c -ldl
//   LD_PRELOAD=./die-at.so DIE_IN=/folder DIE_AT=17 node …
//
// With DIE_TORN=1 half of the write is done before the end. Without DIE_AT it only counts, and says on stderr how many there were.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long operations;

static int is_ours(const char *path) {
  const char *folder = getenv("DIE_IN");
  return folder != NULL && path != NULL && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_our_file(int file) {
  char link[32], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", file);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return is_ours(path);
}

static int is_last(void) {
  const char *at = getenv("DIE_AT");
  return ++operations == (at == NULL ? -1 : atol(at));
}

static void die(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

__attribute__((destructor)) static void tell(void) {
  if (getenv("DIE_IN") != NULL && getenv("DIE_AT") == NULL) fprintf(stderr, "operations %ld\n", operations);
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define BEFORE(ours) \
  if ((ours) && is_last()) die()

#define ON_PATH(name, parameters, given, path) \
  int name parameters {                        \
    BEFORE(is_ours(path));                     \
    return REAL(name) given;                   \
  }
#define ON_FILE(name, parameters, given, file) \
  int name parameters {                        \
    BEFORE(is_our_file(file));                 \
    return REAL(name) given;                   \
  }

ON_PATH(rename, (const char *from, const char *to), (from, to), to)
ON_PATH(link, (const char *from, const char *to), (from, to), to)
ON_PATH(unlink, (const char *path), (path), path)
ON_PATH(rmdir, (const char *path), (path), path)
ON_PATH(mkdir, (const char *path, mode_t mode), (path, mode), path)
ON_FILE(fsync, (int file), (file), file)
ON_FILE(fdatasync, (int file), (file), file)
ON_FILE(ftruncate, (int file, off_t length), (file, length), file)
ON_FILE(ftruncate64, (int file, off64_t length), (file, length), file)

#define ON_OPEN(name)                                           \
  int name(const char *path, int flags, ...) {                  \
    va_list rest;                                               \
    va_start(rest, flags);                                      \
    mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;   \
    va_end(rest);                                               \
    BEFORE((flags & (O_CREAT | O_TRUNC)) && is_ours(path));     \
    return REAL(name)(path, flags, mode);                       \
  }
ON_OPEN(open)
ON_OPEN(open64)

#define ON_WRITE(name, parameters, whole, half)                       \
  ssize_t name parameters {                                           \
    if (is_our_file(file) && is_last()) {                             \
      if (getenv("DIE_TORN") != NULL) (void)!REAL(name) half;         \
      die();                                                          \
    }                                                                 \
    return REAL(name) whole;                                          \
  }
ON_WRITE(write, (int file, const void *bytes, size_t count), (file, bytes, count), (file, bytes, count / 2))
ON_WRITE(pwrite, (int file, const void *bytes, size_t count, off_t at), (file, bytes, count, at),
         (file, bytes, count / 2, at))
ON_WRITE(pwrite64, (int file, const void *bytes, size_t count, off64_t at), (file, bytes, count, at),
         (file, bytes, count / 2, at))
ON_WRITE(writev, (int file, const struct iovec *parts, int count), (file, parts, count), (file, parts, count / 2))
ON_WRITE(pwritev, (int file, const struct iovec *parts, int count, off_t at), (file, parts, count, at),
         (file, parts, count / 2, at))
