#pragma once

#include <memory>

#include "app/configuration.hpp"
#include "db/database.hpp"
#include "messages/postman_actions.hpp"
#include "safeguarding/courier_actions.hpp"

namespace app {

// The postman of this configuration, ready to start; none without a mail server. Throws where the file of
// the password can't be read. A password only travels encrypted.
std::unique_ptr<messages::Postman> postman_for(Configuration const& configuration, db::Database& database);

// The courier that hands pointers over to the schools' CPOMS, ready to start; none without a folder of
// receivers. It reads a school's file anew at each try, so that a new key needs no restart.
std::unique_ptr<safeguarding::Courier> courier_for(
    Configuration const& configuration, db::Database& database
);

}  // namespace app
