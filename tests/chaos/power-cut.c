/* LD_PRELOAD library: a disk that forgets. For the SQLite file and its WAL it keeps a second, "durable" copy in
 * CUT_DURABLE that takes over only what was fsynced. After CUT_AFTER operations the power goes: a random part of the
 * writes still under way reaches the durable copy, in pieces of a sector, and the process dies without a word. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SECTOR 512
#define FDS 4096
struct range { off_t at; size_t length; };
struct tracked { const char *name; int durable; int live; size_t used, room; struct range *ranges; };

static struct tracked files[] = {{"tenten.sqlite", -1, -1, 0, 0, NULL}, {"tenten.sqlite-wal", -1, -1, 0, 0, NULL}};
static signed char known[FDS]; /* 0 not looked at, -1 not ours, else index + 1 */
static long operations, cut_after = -1;
static unsigned seed;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static ssize_t (*real_write)(int, const void *, size_t);
static int (*real_ftruncate)(int, off_t), (*real_close)(int);

__attribute__((constructor)) static void start(void) {
  real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
  real_write = dlsym(RTLD_NEXT, "write");
  real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
  real_close = dlsym(RTLD_NEXT, "close");
  if (getenv("CUT_AFTER")) cut_after = atol(getenv("CUT_AFTER"));
  if (getenv("CUT_SEED")) seed = (unsigned)atol(getenv("CUT_SEED"));
}

static struct tracked *ours(int fd) {
  const char *folder = getenv("CUT_LIVE");
  if (fd < 0 || fd >= FDS || !folder) return NULL;
  if (known[fd] == 0) {
    char link[64], path[1024], wanted[1024];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t n = readlink(link, path, sizeof path - 1);
    path[n < 0 ? 0 : n] = 0;
    known[fd] = -1;
    for (int i = 0; i < 2; i++) {
      snprintf(wanted, sizeof wanted, "%s/%s", folder, files[i].name);
      if (strcmp(path, wanted) == 0) known[fd] = (signed char)(i + 1);
    }
  }
  return known[fd] > 0 ? &files[known[fd] - 1] : NULL;
}

static int durable(struct tracked *file) {
  if (file->durable < 0) {
    char path[1024];
    snprintf(path, sizeof path, "%s/%s", getenv("CUT_DURABLE"), file->name);
    file->durable = open(path, O_RDWR | O_CREAT, 0644);
    snprintf(path, sizeof path, "%s/%s", getenv("CUT_LIVE"), file->name);
    file->live = open(path, O_RDONLY);
  }
  return file->durable;
}

static void keep(struct tracked *file, off_t at, size_t length) {
  static char buffer[1 << 16];
  int to = durable(file);
  while (length > 0) {
    ssize_t n = pread(file->live, buffer, length < sizeof buffer ? length : sizeof buffer, at);
    if (n <= 0) return;
    real_pwrite(to, buffer, (size_t)n, at);
    at += n;
    length -= (size_t)n;
  }
}

static void cut(void) {
  for (int i = 0; i < 2; i++)
    for (size_t r = 0; r < files[i].used; r++)
      for (size_t from = 0; from < files[i].ranges[r].length; from += SECTOR) {
        size_t left = files[i].ranges[r].length - from;
        if (rand_r(&seed) % 3 == 0) keep(&files[i], files[i].ranges[r].at + (off_t)from, left < SECTOR ? left : SECTOR);
      }
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

static void count(void) {
  if (cut_after >= 0 && ++operations >= cut_after) cut();
}

static void note(struct tracked *file, off_t at, size_t length) {
  if (file->used == file->room) file->ranges = realloc(file->ranges, (file->room = file->room * 2 + 256) * sizeof(struct range));
  file->ranges[file->used++] = (struct range){at, length};
  count();
}

static int sync_file(struct tracked *file) {
  struct stat now;
  count();
  for (size_t r = 0; r < file->used; r++) keep(file, file->ranges[r].at, file->ranges[r].length);
  file->used = 0;
  int to = durable(file);
  if (fstat(file->live, &now) == 0) real_ftruncate(to, now.st_size);
  return 0;
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t at) {
  ssize_t n = real_pwrite(fd, data, length, at);
  struct tracked *file = ours(fd);
  if (file && n > 0) note(file, at, (size_t)n);
  return n;
}
ssize_t pwrite(int fd, const void *data, size_t length, off_t at) { return pwrite64(fd, data, length, at); }
ssize_t write(int fd, const void *data, size_t length) {
  struct tracked *file = ours(fd);
  off_t at = file ? lseek(fd, 0, SEEK_CUR) : 0;
  ssize_t n = real_write(fd, data, length);
  if (file && n > 0) note(file, at, (size_t)n);
  return n;
}
int ftruncate64(int fd, off_t size) {
  if (ours(fd)) count();
  return real_ftruncate(fd, size);
}
int ftruncate(int fd, off_t size) { return ftruncate64(fd, size); }
int fsync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fsync");
  struct tracked *file = ours(fd);
  return file ? sync_file(file) : real(fd);
}
int fdatasync(int fd) {
  static int (*real)(int);
  if (!real) real = dlsym(RTLD_NEXT, "fdatasync");
  struct tracked *file = ours(fd);
  return file ? sync_file(file) : real(fd);
}
/* A number may have been closed behind our back (fclose does): what matters is who opens it next. */
static int look_again(int fd) {
  if (fd >= 0 && fd < FDS) known[fd] = 0;
  return fd;
}
int open64(const char *path, int flags, ...) {
  static int (*real)(const char *, int, ...);
  if (!real) real = dlsym(RTLD_NEXT, "open64");
  va_list rest;
  va_start(rest, flags);
  int fd = real(path, flags, va_arg(rest, unsigned));
  va_end(rest);
  return look_again(fd);
}
int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  int fd = open64(path, flags, va_arg(rest, unsigned));
  va_end(rest);
  return fd;
}
int close(int fd) {
  look_again(fd);
  return real_close(fd);
}
