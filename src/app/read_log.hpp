#pragma once

namespace app {

// Whether this build keeps the log of reads: every build does, but one that CMake's WITHY_WITHOUT_READ_LOG
// makes so that the bench can measure what the log costs. The build writes the value (rooms.cmake).
extern bool const keeps_reads;

}  // namespace app
