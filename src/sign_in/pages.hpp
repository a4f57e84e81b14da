#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "sign_in/openid.hpp"
#include "sign_in/proving_pages.hpp"
#include "sign_in/sign_in.hpp"
#include "visits/resubmission.hpp"

namespace sign_in::pages {

// Where a person signs in, to go on to the path afterwards.
std::string path_then(std::string_view path);

// How to come in besides the password.
struct OtherWays {
    PasskeyPlace passkey = {};
    std::vector<ProviderKind> providers = {};
};
// The sign-in page. `then` is where it leads.
design::Page sign_in(
    design::FormGuard const& guard, OtherWays const& others, Answers const& answers, std::string_view then
);

// The sign-in page after the time was over in mid-form: what was typed travels along.
design::Page sign_in_again(
    design::FormGuard const& guard,
    PasskeyPlace const& place,
    visits::Resubmission const& resubmission,
    Answers const& answers = design::blank()
);

// What was typed before signing in, to send once more under the new sign-in's guard.
design::Page send_again(design::FormGuard const& guard, visits::Resubmission const& resubmission);

// Where a sign-in that is locked leads, to go on to the path afterwards.
std::string locked_then(std::string_view path);

// By what its person opens it, and where to go on to.
design::Page locked(
    design::FormGuard const& guard,
    WaysToProve const& ways,
    Interrupted const& interrupted,
    Answers const& answers = design::blank()
);

// For a person of several schools: which one now?
design::Page choose_school(
    design::FormGuard const& guard, std::vector<Workplace> const& workplaces, std::string_view then
);

design::Page change_password(design::FormGuard const& guard, Answers const& answers);

}  // namespace sign_in::pages
