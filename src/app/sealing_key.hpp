#pragma once

#include "app/configuration.hpp"
#include "app/key_file.hpp"
#include "base/sealed.hpp"
#include "db/database.hpp"

namespace app {

// The key by which this installation seals what the database alone is not to tell, from its file. Made on the
// first start; from then on the database knows its fingerprint. Throws, in words for whoever runs Withy,
// where the file is missing, is open to others, or holds another key.
sealed::Key sealing_key(Configuration const& configuration, db::Database& database);

// The fingerprint of the key that seals now; empty where none did yet.
std::string known_sealing_key(db::Database& database);

// The key in such a file, whosever it is. Throws Broken where it can't be read, is open to others or holds
// none.
sealed::Key sealing_key_in(KeyFile const& file);

}  // namespace app
