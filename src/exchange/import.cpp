#include "exchange/import.hpp"

#include <charconv>

#include "base/text.hpp"

namespace exchange {
namespace {

// What is said of a doubtful row of a list of staff begins with this.
constexpr std::string_view of_staff = "staff ";

template <class Who>
std::string who(std::optional<Id<Who>> const& known) {
    return known ? std::string(known->text()) : "new";
}

std::optional<int> row_from(std::string_view text) {
    int row = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), row);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return row;
}

std::optional<int> row_of_staff(std::string_view text) {
    return text.starts_with(of_staff) ? row_from(text.substr(of_staff.size())) : std::nullopt;
}

}  // namespace

std::string path_of(Import const& import, std::string_view step) {
    return "/school/imports/" + std::string(import.id.text()) + std::string(step);
}

std::string as_text(AnswersGiven const& answers) {
    std::string text;
    if (answers.dates) text += "dates=" + std::string(word(*answers.dates)) + "\n";
    if (!answers.of_school.empty()) text += "school=" + answers.of_school + "\n";
    for (auto const& [row, pupil] : answers.doubts) text += std::to_string(row) + "=" + who(pupil) + "\n";
    for (auto const& [row, person] : answers.staff_doubts)
        text += std::string(of_staff) + std::to_string(row) + "=" + who(person) + "\n";
    return text;
}

AnswersGiven answers_from(std::string_view text) {
    AnswersGiven answers;
    for (auto const line : text::split(text, '\n')) {
        auto const equals = line.find('=');
        if (equals == line.npos) continue;
        auto const what = line.substr(0, equals);
        auto const answer = line.substr(equals + 1);
        if (what == "dates")
            answers.dates = from_word<DateOrder>(answer);
        else if (what == "school")
            answers.of_school = answer;
        else if (auto const row = row_from(what))
            answers.doubts[*row] = PupilId::parse(answer);
        else if (auto const of_person = row_of_staff(what))
            answers.staff_doubts[*of_person] = visits::StaffId::parse(answer);
    }
    return answers;
}

}  // namespace exchange
