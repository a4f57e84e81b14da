#include "safeguarding/safeguarding.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace safeguarding {
namespace {

constexpr auto words_most = 2;  // "CPOMS 20417"; "dad hit him" is an account

bool reads_like_an_account(std::string const& reference) {
    auto const has_a_line_end = reference.find_first_of("\r\n\t") != std::string::npos;
    auto const words =
        std::ranges::count_if(text::split(reference, ' '), [](auto word) { return !word.empty(); });
    auto const has_a_figure = reference.find_first_of("0123456789") != std::string::npos;
    return has_a_line_end || words > words_most || !has_a_figure;
}

}  // namespace

std::optional<Refusal> objection_to(std::string const& reference) {
    if (reads_like_an_account(reference)) return Refusal::reads_like_an_account;
    if (text::length(reference) > reference_most) return Refusal::too_long;
    return std::nullopt;
}

std::optional<Refusal> objection_to(Instant put_at, Instant now) {
    if (put_at > now) return Refusal::in_the_future;
    return std::nullopt;
}

std::optional<Refusal> objection_to(Entered const& entered, Instant now) {
    auto const objection = objection_to(entered.put_at, now);
    return objection ? objection : objection_to(entered.reference);
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::in_the_future: return "The day and time it was put on CPOMS must be in the past";
        case Refusal::too_long: return "The CPOMS reference must be 40 characters or fewer";
        case Refusal::reads_like_an_account:
            return "Enter the CPOMS reference alone, such as 20417; write what happened on CPOMS, not here";
    }
    return {};
}

}  // namespace safeguarding
