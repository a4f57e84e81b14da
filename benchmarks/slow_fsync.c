/* Makes every fsync and fdatasync of a program take 4 ms longer, as a plain disk's would:
 *     LD_PRELOAD=build/bench/slow_fsync.so build/release/withy serve ... */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <time.h>

static void wait_for_the_disk(void) {
    struct timespec const four_milliseconds = {0, 4 * 1000 * 1000};
    nanosleep(&four_milliseconds, 0);
}

int fsync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fsync");
    wait_for_the_disk();
    return real(file);
}

int fdatasync(int file) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, "fdatasync");
    wait_for_the_disk();
    return real(file);
}
