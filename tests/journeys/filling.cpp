#include "journeys/filling.hpp"

#include <algorithm>
#include <array>
#include <map>

namespace journeys {
namespace {

// What a field asks for by a part of its name; of any other, words.
std::string asked_for(std::string_view name) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 18> known{
        {{"score-", "3"},
         {"low-", "1"},
         {"high-", "4"},
         {"mean-", "3"},
         {"spread-", "1"},
         {"reliability-", "0.5"},
         {"_age", "9"},
         {"code", "2017"},
         {"address", "somebody@school.example"},
         {"telephone", "01234 567890"},
         {"time", "13:10"},
         {"reference", "20417"},
         {"weeks", "6"},
         {"places", "6"},
         {"minutes", "40"},
         {"position", "2"},
         {"number", "2.4"},
         {"rating", "5"}}};
    for (auto const& [part, value] : known)
        if (name.find(part) != std::string_view::npos) return std::string(value);
    return "Plays with two others";
}

// An address is always written: those of the school's rows are none.
bool is_asked(Control const& control, Fields const& held) {
    return held.value(control.name).empty() || control.name == "address";
}

// The last that a list offers; where several lists offer the same, another of each.
class Lists {
public:
    std::string choose(std::vector<std::string> const& offered) {
        auto const others =
            std::max<std::size_t>(offered.size() - 1, 1);  // the first says that nothing is meant
        return offered[offered.size() - 1 - chosen_[offered]++ % others];
    }

private:
    std::map<std::vector<std::string>, std::size_t> chosen_;
};

Fields with_what_is_empty(Form const& form, Date day) {
    auto filled = form.as_it_stands;
    Lists lists;
    for (auto const& control : form.controls) {
        if (!is_asked(control, filled)) continue;
        auto const& [name, kind, values] = control;
        if (kind == Kind::typed) filled = with(filled, name, asked_for(name));
        if (kind == Kind::date_part && name.ends_with("-day"))
            filled = with_day(filled, name.substr(0, name.size() - 4), day);
        if ((kind == Kind::chosen || kind == Kind::ticked) && !values.empty())
            filled = with(filled, name, filled.has(name) ? lists.choose(values) : values.back());
    }
    return filled;
}

bool is_choice(Kind kind) {
    return kind == Kind::chosen || kind == Kind::ticked || kind == Kind::sent_with_button;
}

// With other words, or another answer, in one place.
void add_changed_ones(std::vector<Fields>& ways, Form const& form, Fields const& full) {
    for (auto const& control : form.controls)
        if (control.kind == Kind::typed) ways.push_back(with(full, control.name, "Plays with three others"));
    for (auto const& control : form.controls)
        if (is_choice(control.kind))
            for (auto const& value : control.values)
                if (!full.holds(control.name, value)) ways.push_back(with(full, control.name, value));
}

Fields with_every_day(Fields fields, Form const& form, Date day) {
    for (auto const& control : form.controls)
        if (control.kind == Kind::date_part && control.name.ends_with("-day"))
            fields = with_day(fields, control.name.substr(0, control.name.size() - 4), day);
    return fields;
}

// A day that may be left out may be wrong where it is given.
Fields without_days(Fields fields, Form const& form) {
    for (auto const& control : form.controls)
        if (control.kind == Kind::date_part)
            fields = with(fields, control.name, std::string(form.as_it_stands.value(control.name)));
    return fields;
}

}  // namespace

Fields with(Fields const& fields, std::string const& name, std::string const& value) {
    Fields changed;
    for (auto const& [field, held] : fields.entries())
        if (field != name) changed.add(field, held);
    changed.add(name, value);
    return changed;
}

Fields with_day(Fields const& fields, std::string const& name, Date day) {
    auto const iso = calendar::iso(day);
    auto changed = with(fields, name + "-day", iso.substr(8, 2));
    changed = with(changed, name + "-month", iso.substr(5, 2));
    return with(changed, name + "-year", iso.substr(0, 4));
}

std::vector<Fields> ways_to_fill(Form const& form, Date today) {
    auto const full = with_what_is_empty(form, today);
    std::vector<Fields> ways;
    add_changed_ones(ways, form, full);
    ways.push_back(full);
    ways.push_back(without_days(full, form));
    // Of a day that is named, some pages ask whether it is meant all the same.
    for (auto const later : {1, 7, 250})
        ways.push_back(with(with_every_day(full, form, today + later), "all_the_same", "yes"));
    for (auto const& control : form.controls)
        if (control.kind == Kind::sent_with_button)
            ways.push_back(with(form.as_it_stands, control.name, control.values.front()));
    ways.push_back(form.as_it_stands);
    return ways;
}

}  // namespace journeys
