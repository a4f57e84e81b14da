/* Makes the disk fail to write SQLite's log while the file WITHY_DISK_FAILS exists. The log is held open for writing by
 * SQLite and for reading by Withy's own sync; WITHY_WHOSE_SYNC names whose fails: "withy" or "everybody". */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int is_a_log(int file) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    ssize_t const length = readlink(link, path, sizeof path - 1);
    return length > 4 && memcmp(path + length - 4, "-wal", 4) == 0;
}

static int fails(int file) {
    char const* const broken = getenv("WITHY_DISK_FAILS");
    char const* const whose = getenv("WITHY_WHOSE_SYNC");
    if (!broken || !whose || access(broken, F_OK) != 0 || !is_a_log(file)) return 0;
    return strcmp(whose, "everybody") == 0 || (fcntl(file, F_GETFL) & O_ACCMODE) == O_RDONLY;
}

int fsync(int file) {
    if (fails(file)) return errno = EIO, -1;
    return ((int (*)(int))dlsym(RTLD_NEXT, "fsync"))(file);
}

int fdatasync(int file) {
    if (fails(file)) return errno = EIO, -1;
    return ((int (*)(int))dlsym(RTLD_NEXT, "fdatasync"))(file);
}
