#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "sign_in/sign_in.hpp"
#include "visits/resubmission.hpp"

namespace sign_in::pages {

// Where a person signs in, to go on to the path afterwards.
std::string path_then(std::string_view path);

// The sign-in page. `then` is where it leads.
design::Page sign_in(design::FormGuard const& guard, Answers const& answers, std::string_view then);

// The sign-in page after the time was over in mid-form: what was typed travels along.
design::Page sign_in_again(
    design::FormGuard const& guard,
    visits::Resubmission const& resubmission,
    Answers const& answers = design::blank()
);

// What was typed before signing in, to send once more under the new sign-in's guard.
design::Page send_again(design::FormGuard const& guard, visits::Resubmission const& resubmission);

// Where a sign-in that is locked leads, to go on to the path afterwards.
std::string locked_then(std::string_view path);

// Whose sign-in is locked, and what the lock keeps for them.
struct Lock {
    std::string person_name;
    std::string then = {};                   // where going on leads
    visits::Resubmission resubmission = {};  // what was sent while it was locked, if anything
    bool asks_password = true;               // made-up people have none
};
design::Page locked(
    design::FormGuard const& guard, Lock const& lock, Answers const& answers = design::blank()
);

// For a person of several schools: which one now?
design::Page choose_school(
    design::FormGuard const& guard, std::vector<Workplace> const& workplaces, std::string_view then
);

// The devices on which this person is signed in; this one is named.
design::Page devices(
    design::FormGuard const& guard,
    std::vector<Device> const& devices,
    std::string_view this_token_hash,
    bool has_several_schools
);

design::Page change_password(design::FormGuard const& guard, Answers const& answers);

}  // namespace sign_in::pages
