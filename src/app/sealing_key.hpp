#pragma once

#include "app/configuration.hpp"
#include "base/sealed.hpp"
#include "db/database.hpp"

namespace app {

// The key by which this installation seals what the database alone is not to tell, from its file. Made on the
// first start; from then on the database knows its fingerprint. Throws, in words for whoever runs Withy,
// where the file is missing, is open to others, or holds another key.
sealed::Key sealing_key(Configuration const& configuration, db::Database& database);

}  // namespace app
