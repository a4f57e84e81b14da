#pragma once

#include <string>
#include <string_view>

#include "journeys/browser.hpp"

namespace journeys {

// A person at their browser. What should work and does not fails the test at once, with what the page said.
class Somebody {
public:
    // `mark` ends every sentence that they type, with a number that no other sentence has.
    Somebody(std::string name, Browser browser, std::string mark = {})
        : name_(std::move(name)), browser_(std::move(browser)), mark_(std::move(mark)) {}

    // Opens a page that this person needs for their work.
    Somebody& opens(std::string_view path);

    // Fills in the form of the open page and sends it; what is not named stays as it stands. It is accepted.
    Somebody& sends(std::string_view action, Fields const& filled = {});

    // The same, and the form comes back with a word on what to mend.
    Somebody& is_refused(std::string_view action, Fields const& filled = {});

    // Sends what no form of the page offers, as someone does whose page is from before, or who forges it. The
    // answer's status.
    int forces(std::string_view action, Fields const& fields = {});

    // True where the address leads this person nowhere.
    bool finds_nothing_at(std::string_view path);

    bool sees(std::string_view words) const;
    bool may_send(std::string_view action) const;
    // The open page's form that leads to the address; fails the test where there is none.
    Form form(std::string_view action) const;

    Browser& browser() { return browser_; }
    std::string path() const { return browser_.path(); }
    std::string words() const { return words_in(browser_.body()); }

private:
    Fields marked(Fields const& filled) const;

    std::string name_;
    Browser browser_;
    std::string mark_;
};

}  // namespace journeys
