#include "measures/class_page.hpp"

#include <algorithm>
#include <charconv>

#include "base/hundredths.hpp"
#include "base/text.hpp"

namespace measures {
namespace {

Stood one_from(std::string_view text) {
    auto const colon = text.find(':');
    Stood stood;
    std::from_chars(text.data(), text.data() + std::min(colon, text.size()), stood.version);
    if (colon != std::string_view::npos) stood.score = hundredths::parse(text.substr(colon + 1));
    return stood;
}

}  // namespace

std::string score_field(PupilId const& pupil, Kind kind) {
    return std::string(word(kind)) + "." + std::string(pupil.text());
}

std::string stood_field(PupilId const& pupil) { return "stood." + std::string(pupil.text()); }

std::string as_text(std::vector<Stood> const& row) {
    std::string text;
    for (auto const& [score, version] : row) {
        if (!text.empty()) text += ' ';
        text += std::to_string(version) + ':';
        if (score) text += hundredths::in_words(*score);
    }
    return text;
}

std::vector<Stood> stood_from(std::string_view text, std::size_t cells) {
    std::vector<Stood> row;
    for (auto const one : text::split(text, ' ')) row.push_back(one_from(one));
    row.resize(cells);
    return row;
}

}  // namespace measures
