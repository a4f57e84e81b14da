#include "letters/recording.hpp"

namespace letters {

std::string path_to_record(CaseId const& the_case, std::optional<ContactId> const& from) {
    return "/cases/" + std::string(the_case.text()) +
           "/consent?record=" + std::string(from ? from->text() : "answer");
}

std::optional<ContactId> only_one_to_answer(Overview const& overview) {
    std::optional<ContactId> found;
    for (auto const& one : overview.respondents) {
        if (one.left_out && one.times_asked == 0 && !one.answer) continue;
        if (found) return std::nullopt;
        found = one.contact.id;
    }
    return found;
}

}  // namespace letters
