#pragma once

#include <string>
#include <string_view>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "visits/resubmission.hpp"

namespace sign_in::pages {

// Where a person signs in, to go on to the path afterwards.
std::string path_then(std::string_view path);

// The sign-in page. `then` is where it leads.
design::Page sign_in(design::FormGuard const& guard, Answers const& answers, std::string_view then);

// The sign-in page after the time was over in mid-form: what was typed travels along.
design::Page sign_in_again(design::FormGuard const& guard, visits::Resubmission const& resubmission);

}  // namespace sign_in::pages
