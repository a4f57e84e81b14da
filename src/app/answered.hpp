#pragma once

#include "http/message.hpp"
#include "readings/readings.hpp"

namespace app {

// An answer, of which children it tells, and whether it went to somebody whose sign-in stands: only then was
// the sign-in used. Where it tells of children, it leaves once that is in the log of reads. What refuses
// somebody leaves by the same way, whether or not there was a child: nobody can tell by the time it takes.
struct Answered {
    http::Response response;
    readings::OfPage page = {};
    bool uses_the_sign_in = false;
    bool refuses = false;
};

}  // namespace app
