#include <algorithm>

#include "design/lists.hpp"
#include "staff/account_acts.hpp"
#include "staff/pages.hpp"

namespace staff::pages {
namespace {

std::string path_of(AccountAct const& act) {
    return std::string(account_acts_path) + "/" + std::string(act.id.text());
}

h::Node all_at_once(design::FormGuard const& guard, std::vector<AccountAct> const& acts) {
    auto const is_known_with_others = [](auto const& act) {
        return act.kind != AccountActKind::address_changed && !act.before_role;
    };
    if (std::ranges::count_if(acts, is_known_with_others) < 2) return {};
    return design::post_button(
        guard, path_of(acts.back()) + "/all-known", "I know of all these roles and links"
    );
}

h::Node known(design::FormGuard const& guard, AccountAct const& act) {
    if (!act.before_role) return design::post_button(guard, path_of(act) + "/known", "I know of it");
    return h::Node("For another to say: " + act.made_by + " gave you your role afterwards");
}

}  // namespace

design::Page account_acts(design::FormGuard const& guard, std::vector<AccountAct> const& acts) {
    auto const row = [&](AccountAct const& act) {
        return std::vector<h::Node>{in_words(act), known(guard, act)};
    };
    design::Table table{
        .caption = "Changes to accounts",
        .columns = {{"What was done"}, {"Known?"}},
        .rows = {},
        .caption_unseen = true,
        .if_empty = "Nothing that you do not know of yet."};
    for (auto const& act : acts) table.rows.push_back(row(act));
    return {
        .title = "Changes to accounts",
        .back = {"Today", "/"},
        .main = h::group(
            design::heading("Changes to accounts"),
            h::p("Who runs the school's accounts can make colleagues and links by which they sign in. You "
                 "are told, "
                 "so that nobody comes to see children unseen. Ask the person themselves where something "
                 "surprises "
                 "you."),
            h::p("Say that you know of a new e-mail address only if it is theirs: from then on, a link for a "
                 "new "
                 "password goes there."),
            design::table(table),
            all_at_once(guard, acts)
        )};
}

}  // namespace staff::pages
