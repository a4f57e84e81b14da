#include "app/held_back.hpp"

#include <algorithm>
#include <stdexcept>
#include <string>

#include "app/read_log.hpp"
#include "db/vault.hpp"

namespace app {
namespace {

struct Undecided : std::logic_error {
    explicit Undecided(visits::Route const& route)
        : std::logic_error(
              std::string(route.method) + ' ' + std::string(route.path) +
              " would tell of a child of whom need to know decided nothing"
          ) {}
};

bool names_something_of_a_case(visits::Route const& route) {
    return std::ranges::any_of(of_a_case, [&](auto name) {
        return route.path.find(name) != route.path.npos;
    });
}

bool shows_a_page(http::Response const& response) { return response.status == 200 || response.status == 422; }

// Bytes of a letter may look like anything.
bool is_text(http::Response const& response) {
    return std::ranges::none_of(response.headers, [](auto const& header) {
        return header.first == "Content-Type" && header.second == "application/pdf";
    });
}

}  // namespace

void hold_back_words_that_stayed_closed(visits::Route const& route, http::Response const& response) {
    if (keeps_reads && is_text(response) && db::holds_sealed(response.body)) throw Undecided(route);
}

void hold_back_what_nobody_decided(
    Visit const& visit, visits::Route const& route, http::Response const& response
) {
    hold_back_words_that_stayed_closed(route, response);
    if (keeps_reads && shows_a_page(response) && names_something_of_a_case(route) &&
        !visit.reads.decided_about_somebody())
        throw Undecided(route);
}

}  // namespace app
