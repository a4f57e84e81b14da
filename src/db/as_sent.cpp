#include "db/as_sent.hpp"

namespace db {

std::string as_sent(std::string_view statement) { return std::string(statement); }

}  // namespace db
