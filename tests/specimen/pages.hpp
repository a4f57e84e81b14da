#pragma once

#include <string>

#include "design/page.hpp"

namespace specimen {

design::Frame frame(std::string const& current);

std::string today();
std::string pupil();
std::string concern(bool refused);
std::string session();
std::string check_in();
std::string programme();
std::string referrals();
std::string letter();
std::string sign_in();
std::string parent();

}  // namespace specimen
