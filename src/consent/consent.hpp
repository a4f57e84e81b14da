#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>

#include "base/calendar.hpp"
#include "base/words.hpp"
#include "pupils/pupils.hpp"

namespace consent {

using RequestId = Id<struct RequestTag>;
using LetterId = Id<struct LetterTag>;

// What a parent or carer says; or what the school decides where two differ.
enum class Answer { given, refused, withdrawn, decided_to_go_ahead, decided_not_to };
constexpr auto words(Answer) {
    return std::array{"given", "refused", "withdrawn", "decided_to_go_ahead", "decided_not_to"};
}

enum class Route { link, paper, telephone, in_person, decision };
constexpr auto words(Route) { return std::array{"link", "paper", "telephone", "in_person", "decision"}; }

// What a letter asks about, and so what a yes is to.
enum class Form { one_to_one, group };
constexpr auto words(Form) { return std::array{"one_to_one", "group"}; }
// "One to one", "Group"; within a sentence: "one to one", "a group".
std::string_view in_words(Form form);
std::string_view as_said(Form form);
// Why a yes does not count for a programme of this form: "The yes that stands is to one to one; this
// programme is a group".
std::string_view that_the_yes_is_to_the_other(Form programme);

// Why an adult is not asked unless the SENCo says so (C7).
enum class LeftOut { no_responsibility, restricted };
constexpr auto words(LeftOut) { return std::array{"no_responsibility", "restricted"}; }

// One answer as received. Their numbers are the order of recording, and they are never changed (C3).
struct Received {
    int number = 0;
    std::optional<ContactId> by;  // none: a decision of the SENCo or headteacher
    Answer answer{};
    Route route{};
    Date answered_on;
    Instant received_at;
    std::optional<StaffId> recorded_by;  // none: the parent's own link
    std::string witness;
    std::string reason;
    std::optional<Date> expires_on;   // the last day on which a yes counts
    std::optional<Form> form;         // that the letter spoke of; none: either
    std::optional<LeftOut> although;  // what stood against asking this person, and was known
    bool has_a_say = true;            // today: nothing stands against this person but what was known
    auto columns() {
        return std::tie(
            number,
            by,
            answer,
            route,
            answered_on,
            received_at,
            recorded_by,
            witness,
            reason,
            expires_on,
            form,
            although,
            has_a_say
        );
    }
};

// That a parent or carer was asked, by which letter.
struct Request {
    RequestId id;
    ContactId contact;
    std::string contact_name;
    LetterId letter;
    Instant asked_at;
    std::optional<Form> form;  // that the letter spoke of
    auto columns() { return std::tie(id, contact, contact_name, letter, asked_at, form); }
};

// Where consent stands on a day (C3). Only `given` lets a session be held.
enum class Standing { not_asked, asked, given, refused, in_dispute, withdrawn, expired };
constexpr auto words(Standing) {
    return std::array{"not_asked", "asked", "given", "refused", "in_dispute", "withdrawn", "expired"};
}

}  // namespace consent
