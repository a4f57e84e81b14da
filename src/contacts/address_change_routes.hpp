#pragma once

#include "visits/route.hpp"

namespace contacts {

// Changed addresses of parents and carers, before the SENCo until they are seen.
Routes address_change_routes();

}  // namespace contacts
