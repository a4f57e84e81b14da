#include "journeys/somebody.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>

namespace journeys {

Somebody& Somebody::opens(std::string_view path) {
    browser_.open(path);
    EXPECT_EQ(browser_.status(), 200) << name_ << " opens " << path << ": " << words();
    return *this;
}

Somebody& Somebody::sends(std::string_view action, Fields const& filled) {
    browser_.submit(action, marked(filled));
    EXPECT_NE(browser_.answered(), 0) << name_ << " sees no form for " << action << ": " << words();
    EXPECT_EQ(browser_.answered(), browser_.answered() == 0 ? 0 : 303)
        << name_ << " sends " << action << ": " << words();
    return *this;
}

Somebody& Somebody::is_refused(std::string_view action, Fields const& filled) {
    browser_.submit(action, filled);
    EXPECT_EQ(browser_.answered(), 422) << name_ << " sends " << action << ": " << words();
    return *this;
}

int Somebody::forces(std::string_view action, Fields const& fields) {
    browser_.open("/sign-ins");  // whose forms carry what every form carries
    browser_.send(action, fields);
    return browser_.answered();
}

bool Somebody::finds_nothing_at(std::string_view path) {
    browser_.open(path);
    return browser_.status() == 404;
}

bool Somebody::sees(std::string_view words_looked_for) const {
    return words().find(words_looked_for) != std::string::npos;
}

bool Somebody::may_send(std::string_view action) const {
    return std::ranges::any_of(browser_.forms(), [&](auto const& one) {
        return one.method == "post" && one.leads_to(action);
    });
}

Fields Somebody::marked(Fields const& filled) const {
    if (mark_.empty()) return filled;
    static std::atomic<int> sentences = 0;
    Fields all;
    for (auto const& [name, value] : filled.entries()) {
        bool const is_a_sentence = value.find(' ') != std::string::npos;
        all.add(name, is_a_sentence ? value + mark_ + std::to_string(++sentences) + "." : value);
    }
    return all;
}

Form Somebody::form(std::string_view action) const {
    for (auto const& one : browser_.forms())
        if (one.method == "post" && one.leads_to(action)) return one;
    ADD_FAILURE() << name_ << " sees no form for " << action << ": " << words();
    return {};
}

}  // namespace journeys
