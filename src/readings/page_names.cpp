#include "readings/page_names.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

namespace readings {
namespace {

// Where the last word of the address alone would not say which page it is.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> called_otherwise{{
    {"/", "Today"},
    {"/pupils", "What a search found"},
    {"/classes/{class}", "A class list"},
    {"/school/refused", "Who was refused"},
    {"/school/imports/{import}/review", "What an import will change"},
    {"/pupils/{pupil}", "The child's page"},
    {"/pupils/{pupil}/reads", "Who has looked at the child"},
    {"/pupils/{pupil}/merging/{other}", "Two records beside each other"},
    {"/pupils/{pupil}/safeguarding", "Entries on CPOMS"},
    {"/cases/{case}/on", "Choosing a day to look back to"},
    {"/cases/{case}/on/{date}", "The case as it stood on a day"},
    {"/concerns/{concern}", "A concern"},
    {"/programmes/{programme}", "The programme"},
    {"/sessions/{session}", "A session"},
    {"/questions/{question}", "A question to the class teacher"},
    {"/parent-messages/{message}", "A message to a parent"},
}};

// "/cases/{case}/parent-messages" as "Parent messages".
std::string last_word_of(std::string_view path) {
    std::string_view last;
    while (!path.empty()) {
        auto const part = path.substr(0, path.find('/'));
        if (!part.empty() && !part.starts_with('{') && part != "new") last = part;
        path.remove_prefix(std::min(path.size(), part.size() + 1));
    }
    std::string words(last);
    std::ranges::replace(words, '-', ' ');
    if (!words.empty())
        words.front() = static_cast<char>(std::toupper(static_cast<unsigned char>(words.front())));
    return words;
}

}  // namespace

std::string page_in_words(std::string_view page) {
    bool const was_sent = !page.starts_with("GET ");
    auto const path = page.substr(std::min(page.size(), page.find('/')));
    auto const called = [&]() -> std::string {
        for (auto const& [pattern, words] : called_otherwise)
            if (path == pattern) return std::string(words);
        return last_word_of(path);
    }();
    return was_sent ? "Sent: " + called : called;
}

}  // namespace readings
