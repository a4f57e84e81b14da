#include "visits/resubmission.hpp"

#include "base/guard_fields.hpp"
#include "base/id.hpp"

namespace visits {
namespace {

constexpr std::string_view path_field = "carried-path";
constexpr std::string_view prefix = "carried:";

// A password is typed anew: it is never part of a page.
bool stays_behind(std::string_view name) {
    return name == guard_fields::secret || name == path_field || name == "password" || name == "old";
}

bool is_sent_again(std::string_view name) { return !stays_behind(name) && name != guard_fields::number; }

bool was_typed(std::pair<std::string, std::string> const& field) {
    return is_sent_again(field.first) && field.second.find(' ') != std::string::npos;
}

}  // namespace

design::FormGuard under_its_number(design::FormGuard guard, Fields const& typed) {
    if (auto const number = typed.value(guard_fields::number); base::is_uuid(number)) guard.once = number;
    return guard;
}

h::Node carried_fields(Resubmission const& resubmission) {
    auto const field = [](auto const& entry) {
        return stays_behind(entry.first) ? h::Node{}
                                         : design::hidden(std::string(prefix) + entry.first, entry.second);
    };
    return h::group(
        design::hidden(path_field, resubmission.path), h::each(resubmission.typed.entries(), field)
    );
}

Resubmission carried(Fields const& form) {
    Resubmission resubmission{std::string(form.value(path_field)), {}};
    for (auto const& [name, value] : form.entries())
        if (name.starts_with(prefix)) resubmission.typed.add(name.substr(prefix.size()), value);
    return resubmission;
}

h::Node resubmission_form(design::FormGuard const& guard, Resubmission const& resubmission) {
    auto const hidden = [](auto const& entry) {
        return is_sent_again(entry.first) ? design::hidden(entry.first, entry.second) : h::Node{};
    };
    auto const shown = [](auto const& entry) -> h::Node {
        if (!was_typed(entry)) return {};
        return h::blockquote(h::css("typed"), h::p(entry.second));
    };
    return design::form(
        under_its_number(guard, resubmission.typed),
        resubmission.path,
        h::each(resubmission.typed.entries(), hidden),
        h::each(resubmission.typed.entries(), shown),
        design::button("Send it again")
    );
}

}  // namespace visits
