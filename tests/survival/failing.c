/* A disk that fails now and then: preloaded, it lets writing to a database end in an error.

   FAILING_SWITCH names a file; while it is there, every FAILING_ONE_INth call fails. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static unsigned long state = 0;

static unsigned int chance(void) {
    if (!state) {
        const char *seed = getenv("FAILING_SEED");
        state = seed ? strtoul(seed, NULL, 10) | 1 : 1;
    }
    state = state * 6364136223846793005UL + 1442695040888963407UL;
    return (unsigned int)(state >> 33);
}

static int fails(int file) {
    static const int errors[] = {ENOSPC, EIO, EROFS, EDQUOT};
    const char *on = getenv("FAILING_SWITCH"), *one_in = getenv("FAILING_ONE_IN");
    char link[64], path[PATH_MAX];
    if (!on || access(on, F_OK) != 0) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    if (!strstr(path, ".sqlite3") || chance() % (one_in ? atoi(one_in) : 10)) return 0;
    errno = errors[chance() % 4];
    return 1;
}

#define REAL(name) __typeof__(&name) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

ssize_t pwrite64(int file, const void *from, size_t size, off64_t at) {
    REAL(pwrite64);
    if (!fails(file)) return real(file, from, size, at);
    int error = errno;
    real(file, from, chance() % size, at); /* a part of it got there */
    errno = error;
    return -1;
}

ssize_t pwrite(int file, const void *from, size_t size, off_t at) {
    return pwrite64(file, from, size, at);
}

int fsync(int file) {
    REAL(fsync);
    return fails(file) ? -1 : real(file);
}

int fdatasync(int file) {
    REAL(fdatasync);
    return fails(file) ? -1 : real(file);
}

int ftruncate64(int file, off64_t size) {
    REAL(ftruncate64);
    return fails(file) ? -1 : real(file, size);
}

int ftruncate(int file, off_t size) { return ftruncate64(file, size); }
