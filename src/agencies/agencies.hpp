#pragma once

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/calendar.hpp"
#include "pupils/pupils.hpp"

// Informal advice from outside agencies (S3): who was asked what, without the child's name unless that is
// agreed.
namespace agencies {

using AdviceId = Id<struct AdviceTag>;

// What a person enters of it.
struct AdviceInput {
    std::string agency;  // "Educational Psychology"
    std::string person;  // who was asked there; empty: nobody in particular
    Date asked_on;
    std::string asked;
    std::string advice;            // empty: none yet
    std::string follows;           // what is done next
    bool shares_the_name = false;  // the SENCo says that sharing who the child is has been agreed
    std::string sharing_reason;    // with whom, and why
};

// Advice as it stands, with who asked.
struct Advice {
    AdviceId id;
    AdviceInput said;
    std::string asked_by_name;
    Instant written_at;
    auto columns() {
        return std::tie(
            id,
            said.agency,
            said.person,
            said.asked_on,
            said.asked,
            said.advice,
            said.follows,
            said.shares_the_name,
            said.sharing_reason,
            asked_by_name,
            written_at
        );
    }
};

enum class Refusal { case_closed, asked_in_the_future, names_the_child, not_yours_to_share, reason_missing };
std::string in_words(Refusal refusal);

// A field that names the child, and the words of it that do.
struct Named {
    std::string field;
    std::string words;
};

}  // namespace agencies
