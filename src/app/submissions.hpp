#pragma once

#include <optional>
#include <string>

#include "visits/visit.hpp"

// A form sent twice, by a second tap or a lost answer, changes things once.
namespace app::submissions {

// A sending that may come twice: the number of the form's page, who sends it, where to and what it says. All
// forms of a page share its number; another form, other words or another person are another sending, and each
// of them is remembered beside the others.
struct Submission {
    SchoolId school;
    std::string id;
    std::string said;
    std::string path;
};

// None for who is not signed in: what strangers and parents send is safe to send twice by what it says.
std::optional<Submission> submission_of(Visit const& visit, http::Request const& request);

// Begins this sending, before anything is done for it, so that the same one sent at the same moment waits.
// Where it led when it was sent before.
std::optional<std::string> answered(Visit& visit, Submission const& submission);

// Keeps where this form led, in the transaction that it changed things in. What led nowhere may be sent
// again.
void remember(Visit& visit, Submission const& submission, http::Response const& response);

}  // namespace app::submissions
