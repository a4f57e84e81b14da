#pragma once

#include <string>
#include <vector>

#include "base/fields.hpp"
#include "design/page.hpp"
#include "sign_in/openid.hpp"

// How the first administrator and everyone invited come in.
namespace sign_in::pages {

// The first run: the school and its first administrator.
design::Page set_up(design::FormGuard const& guard, Answers const& answers);

// Who an invitation is for, and what its link still asks of them.
struct InvitationWords {
    std::string token;
    std::string name;
    std::string address;
    std::string school_name;
    bool chooses_password = true;
    bool has_account = false;
    std::vector<ProviderKind> providers = {};  // by whose word it can be taken up
};
design::Page invitation(design::FormGuard const& guard, InvitationWords const& words, Answers const& answers);
design::Page invitation_over();

}  // namespace sign_in::pages
