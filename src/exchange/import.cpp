#include "exchange/import.hpp"

#include <charconv>

#include "base/text.hpp"

namespace exchange {

std::string path_of(Import const& import, std::string_view step) {
    return "/school/imports/" + std::string(import.id.text()) + std::string(step);
}

std::string as_text(AnswersGiven const& answers) {
    std::string text;
    if (answers.dates) text += "dates=" + std::string(word(*answers.dates)) + "\n";
    if (!answers.of_school.empty()) text += "school=" + answers.of_school + "\n";
    for (auto const& [row, pupil] : answers.doubts)
        text += std::to_string(row) + "=" + (pupil ? std::string(pupil->text()) : "new") + "\n";
    return text;
}

AnswersGiven answers_from(std::string_view text) {
    AnswersGiven answers;
    for (auto const line : text::split(text, '\n')) {
        auto const equals = line.find('=');
        if (equals == line.npos) continue;
        auto const what = line.substr(0, equals);
        auto const answer = line.substr(equals + 1);
        int row = 0;
        auto const [end, error] = std::from_chars(what.data(), what.data() + what.size(), row);
        if (what == "dates")
            answers.dates = from_word<DateOrder>(answer);
        else if (what == "school")
            answers.of_school = answer;
        else if (error == std::errc{} && end == what.data() + what.size())
            answers.doubts[row] = PupilId::parse(answer);
    }
    return answers;
}

}  // namespace exchange
