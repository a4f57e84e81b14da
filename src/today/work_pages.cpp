#include "today/work_pages.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"

namespace today::pages {
namespace {

using design::TagKind;

TagKind tag_kind(Item const& item, Date today) {
    if (item.due_on && *item.due_on < today) return TagKind::overdue;
    if (item.waiting) return TagKind::waiting;
    return item.due_on && *item.due_on > today ? TagKind::calm : TagKind::due;
}

h::Node act(design::FormGuard const& guard, Act const& act, std::size_t number) {
    if (act.leads) return design::secondary_link_button(act.button, act.path);
    std::vector<h::Node> inside;
    for (auto const& [name, value] : act.carries) inside.push_back(design::hidden(name, value));
    if (!act.field.empty())
        inside.push_back(design::textarea(
            design::blank(),
            {.name = act.field,
             .label = act.label,
             .rows = 3,
             .keep = act.path,
             .id = act.field + "-" + std::to_string(number)}
        ));
    inside.push_back(act.opens.empty() ? design::secondary_button(act.button) : design::button(act.button));
    return design::form(guard, act.path, inside);
}

h::Node tag_of(Item const& item, Date today) {
    return design::tag(tag_kind(item, today), in_words(item, today));
}

// The most urgent of several speaks for all, but where some are late and others are not.
h::Node tag_of_all(std::vector<Item> const& items, Date today) {
    auto const is_late = [&](Item const& one) { return one.due_on && *one.due_on < today; };
    auto const late = std::ranges::count_if(items, is_late);
    auto const all = std::ssize(items);
    if (late == 0 || late == all) return tag_of(items.front(), today);
    auto const& latest =
        *std::ranges::min_element(items, {}, [&](Item const& one) { return one.due_on.value_or(today); });
    auto const some = std::to_string(late) + " of " + std::to_string(all) + (late > 1 ? ": up to " : ": ");
    return design::tag(tag_kind(latest, today), some + in_words(latest, today));
}

constexpr std::size_t enough_for_a_group = 3;  // two are shorter read than opened
constexpr std::size_t names_in_sight = 4;

std::vector<Item> of_kind(std::vector<Item> const& items, std::string const& kind) {
    std::vector<Item> alike;
    if (kind.empty()) return alike;
    std::ranges::copy_if(items, std::back_inserter(alike), [&](Item const& one) { return one.kind == kind; });
    return alike;
}

// Paper opens nothing, so it has every name.
h::Node whom(std::vector<Item> const& items) {
    std::vector<std::string> names;
    for (auto const& item : items) names.push_back(item.child);
    auto const all = text::listed(names);
    if (names.size() <= names_in_sight) return all;
    auto const more = std::to_string(names.size() - names_in_sight) + " more";
    names.resize(names_in_sight);
    names.push_back(more);
    return h::group(design::on_screen(text::listed(names)), design::on_paper(all));
}

// What a link is called holds what is seen of it.
std::string name_of(Item const& item) {
    bool const is_said = item.title.find(item.child) != std::string::npos;
    return is_said ? item.title : item.child + ": " + item.title;
}

h::Node way_on(Item const& item) {
    if (!item.act || !item.act->leads) return {};
    return h::group(
        " · ", h::a(h::href(item.act->path), item.act->button, design::unseen(": " + item.title))
    );
}

h::Node pressed(design::FormGuard const& guard, Item const& item) {
    return item.act && !item.act->leads ? act(guard, *item.act, 0) : h::Node();
}

// What is to be done is said once, with how many it is for and the day of the most urgent; each child is one
// click further, with all that a line of its own would say. Nothing is typed there.
design::WorkItem together(design::FormGuard const& guard, std::vector<Item> const& items, Date today) {
    auto const child = [&](Item const& item) -> h::Node {
        auto const detail = [&]() -> h::Node { return h::div(h::css("work__detail"), item.detail); };
        return h::li(
            h::div(
                h::css("work__words"),
                h::a(h::href(item.path), h::attribute("aria-label", name_of(item)), item.child),
                way_on(item),
                h::when(!item.detail.empty(), detail)
            ),
            pressed(guard, item),
            tag_of(item, today)
        );
    };
    auto const count = std::to_string(items.size());
    return {
        .title = items.front().kind + " (" + count + ")",
        .path = {},
        .detail = whom(items),
        .tag = tag_of_all(items, today),
        .act_text = "Show all " + count,
        .act = h::ul(h::css("work__children"), h::each(items, child))};
}

}  // namespace

design::WorkItem Listing::alone(Item const& item) {
    ++number_;
    return {
        .title = item.title,
        .path = item.path,
        .detail = item.detail,
        .tag = tag_of(item, today_),
        .act_text = item.act ? item.act->opens : std::string(),
        .act = item.act ? act(guard_, *item.act, number_) : h::Node()};
}

// What is said once for several takes two lines: what, and for whom.
int Listing::lines_of(std::vector<Item> const& items) {
    std::set<std::string> told;
    int lines = items.empty() ? 0 : 1;
    for (auto const& item : items)
        if (of_kind(items, item.kind).size() < enough_for_a_group)
            ++lines;
        else if (told.insert(item.kind).second)
            lines += 2;
    return lines;
}

h::Node Listing::list(std::string_view heading, std::vector<Item> const& items) {
    design::WorkList list{.heading = std::string(heading), .items = {}};
    std::set<std::string> told;
    for (auto const& item : items) {
        auto const alike = of_kind(items, item.kind);
        if (alike.size() < enough_for_a_group)
            list.items.push_back(alone(item));
        else if (told.insert(item.kind).second)
            list.items.push_back(together(guard_, alike, today_));
    }
    return design::work_list(list);
}

}  // namespace today::pages
