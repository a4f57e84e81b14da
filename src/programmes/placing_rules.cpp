#include "programmes/placing_rules.hpp"

#include <algorithm>
#include <tuple>

#include "base/text.hpp"

namespace programmes {
namespace {

std::string begun_large(std::string_view words) {
    std::string sentence(words);
    if (!sentence.empty() && sentence.front() >= 'a' && sentence.front() <= 'z')
        sentence.front() = static_cast<char>(sentence.front() - 'a' + 'A');
    return sentence;
}

}  // namespace

std::string placing_path(CaseId const& the_case) {
    return "/cases/" + std::string(the_case.text()) + "/place";
}

std::string letter_path(CaseId const& the_case, Form form) {
    return "/cases/" + std::string(the_case.text()) + "/letters?form=" + std::string(word(form));
}

std::string letter_spoke_of_another(std::string const& forename, Form form) {
    auto const other = form == Form::group ? Form::one_to_one : Form::group;
    return "The letter to " + forename + "'s parents spoke of " + std::string(as_said(other)) +
           ". Write a new letter about " + std::string(as_said(form)) + " first.";
}

std::string why_closed(std::string const& deliverer, bool works_here, bool trained) {
    if (!works_here)
        return deliverer +
               " has left, or is no Nurture Assistant any more. No child is given a place until somebody "
               "else "
               "delivers it.";
    if (!trained)
        return deliverer +
               "'s nurture training is not in force today. No child is given a place, and no session can be "
               "recorded as held, until a new one is on record or somebody else delivers it.";
    return {};
}

Fit fit_of(Offer const& offer, Need const& need) {
    Fit fit;
    fit.form = !need.form || *need.form == offer.programme.form;
    for (auto const& area : need.areas) {
        bool const shared = std::ranges::find(offer.areas, area.id, &Area::id) != offer.areas.end();
        (shared ? fit.shared : fit.alone).push_back(area.name);
    }
    return fit;
}

std::vector<Offer> best_first(std::vector<Offer> offers, Need const& need) {
    auto const rank = [&](Offer const& offer) {
        auto const fit = fit_of(offer, need);
        return std::tuple(
            !offer.closed_because.empty(), !fit.form, -static_cast<int>(fit.shared.size()), -offer.weeks_left
        );
    };
    std::ranges::stable_sort(offers, {}, rank);
    return offers;
}

std::vector<std::string> what_fits(Offer const& offer, Need const& need) {
    auto const fit = fit_of(offer, need);
    std::vector<std::string> words;
    if (need.form && fit.form) words.push_back(begun_large(as_said(*need.form)) + ", as was chosen.");
    if (!fit.shared.empty())
        words.push_back(
            (offer.taken == 1 ? "The child in it works on " : "Others in it work on ") +
            text::listed(fit.shared) + " too."
        );
    return words;
}

std::vector<std::string> what_does_not_fit(Offer const& offer, Need const& need) {
    auto const fit = fit_of(offer, need);
    std::vector<std::string> words;
    if (need.form && !fit.form)
        words.push_back(
            begun_large(as_said(*need.form)) + " was chosen, and this is " +
            std::string(as_said(offer.programme.form)) + "."
        );
    if (offer.weeks_least)
        words.push_back(
            text::counted(offer.weeks_left, "week is", "weeks are") + " left, and the policy says at least " +
            std::to_string(*offer.weeks_least) + "."
        );
    if (offer.taken > 0 && !fit.alone.empty())
        words.push_back("Nobody in it works on " + text::listed(fit.alone) + ".");
    return words;
}

}  // namespace programmes
