#pragma once

#include "db/connection.hpp"

namespace db {

// The disk did not take what was committed: it may be lost, though it can be read now. Whatever a later sync
// says is no proof that it is there.
struct DiskFailed : Broken {
    using Broken::Broken;
};

}  // namespace db
