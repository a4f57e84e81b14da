#pragma once

namespace app {

// Whether this build keeps the log of reads: every build does, but the one by which bin/bench measures what
// the log and need to know cost (benchmarks/open_house.cpp).
extern bool const keeps_reads;

}  // namespace app
