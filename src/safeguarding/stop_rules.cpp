#include "safeguarding/stop_rules.hpp"

#include "base/guard_fields.hpp"
#include "safeguarding/disclosure_rules.hpp"

namespace safeguarding {
namespace {

// A form may hold what stood when it was opened, as "held-" and the field's name. Words that nobody touched
// were asked about when they were written.
bool was_there_before(Fields const& form, std::string const& field, std::string const& text) {
    constexpr std::string_view held = "held-";
    return field.starts_with(held) || form.holds(std::string(held) + field, text);
}

// The guard of a form is a row of random letters, which make a word now and then.
bool was_typed(Fields const& form, std::string const& field, std::string const& text) {
    return !guard_fields::holds(field) && !was_there_before(form, field, text);
}

}  // namespace

bool is_about_a_child(visits::Permission permission) {
    using visits::Permission;
    switch (permission) {
        case Permission::anyone:
        case Permission::signed_in:
        case Permission::run_school:
        case Permission::edit_letters:
        case Permission::review_policy:
        case Permission::set_up_cpoms:
        case Permission::define_measures:
        case Permission::keep_instruments:
        case Permission::see_insight:
        case Permission::make_outcomes:
        case Permission::decide_on_ethnicity:
        case Permission::see_county:
        // These are about what was written before, and was asked about then.
        case Permission::open_data_requests:
        case Permission::prepare_data_requests:
        case Permission::sign_data_requests:
        case Permission::end_records: return false;
        case Permission::see_pupils:
        case Permission::raise_concern:
        case Permission::open_case:
        case Permission::work_on_cases:
        case Permission::coordinate:
        case Permission::decide_dispute:
        case Permission::deliver:
        case Permission::teach_class: return true;
    }
    return true;
}

std::vector<StoppedText> stopped_texts(Fields const& form) {
    std::vector<StoppedText> stopped;
    for (auto const& [field, text] : form.entries()) {
        if (!was_typed(form, field, text)) continue;
        if (auto marked = what_reads_like_a_disclosure(text); !marked.empty())
            stopped.push_back({field, text, std::move(marked)});
    }
    return stopped;
}

bool is_confirmed(Fields const& form) { return form.holds(not_a_concern_field, "yes"); }

Fields with_marked_taken_out(Fields const& form) {
    if (!form.holds(take_out_field, "yes")) return form;
    Fields left;
    for (auto const& [field, text] : form.entries())
        left.add(
            field, was_typed(form, field, text) ? without(text, what_reads_like_a_disclosure(text)) : text
        );
    return left;
}

}  // namespace safeguarding
