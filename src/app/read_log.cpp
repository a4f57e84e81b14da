#include "app/read_log.hpp"

bool const app::keeps_reads = true;
