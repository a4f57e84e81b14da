#include "base/text.hpp"
#include "data_map/whole.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "retention/pages.hpp"

namespace retention::pages {
namespace {

// What the table holds, as the data map says it; a table that has another name since stands as it was
// counted.
std::string rows_in_words(std::string_view counted) {
    auto const space = counted.rfind(' ');
    if (space == std::string_view::npos) return std::string(counted);
    auto const* const table = data_map::table_named(counted.substr(0, space));
    auto const rows = counted.substr(space + 1);
    if (!table) return std::string(counted);
    return std::string(table->holds) + " " + std::string(rows) + (rows == "1" ? " row" : " rows");
}

h::Node rows_of_each_table(std::string const& counts) {
    std::vector<h::Node> lines;
    for (auto const counted : text::split(counts, ','))
        lines.push_back(h::li(rows_in_words(text::trimmed(counted))));
    return h::ul(h::css("govuk-list"), h::group(lines));
}

h::Node certificate(std::string const& school_name, Erasure const& erasure) {
    return design::summary_list(
        {{.key = "School", .value = school_name},
         {.key = "What was erased", .value = in_words(erasure.category)},
         {.key = "Of", .value = "A child whose id has the digest " + erasure.pupil_digest},
         {.key = "Due to be erased since", .value = calendar::in_words(erasure.due_on)},
         {.key = "Signed by",
          .value = erasure.first_by_name + ", " + calendar::in_words(erasure.first_at) + "; " +
                   erasure.second_by_name + ", " + calendar::in_words(erasure.erased_at.value())},
         {.key = "Rows of each table", .value = rows_of_each_table(erasure.counts)}}
    );
}

// What a school would look for afterwards and no longer find.
std::string what_goes(Category category) {
    switch (category) {
        case Category::special_needs:
        case Category::nurture:
        case Category::not_taken_up:
            return "All that is held about nurture support for this child goes, of every case there was: "
                   "concerns, steps with their reasons, letters and answers, sessions and evaluations, what "
                   "the child and the parents said, reviews and check-ins. What the roll says of the child, "
                   "and pointers to CPOMS, stay until their own time.";
        case Category::safeguarding_pointer:
            return "What is noted here of entries on CPOMS goes, and who opened all for safeguarding and "
                   "why. CPOMS itself is not touched.";
        case Category::on_the_roll:
            return "The child's name, numbers and classes go, and contacts who are nobody else's.";
    }
    return {};
}

h::Node way_to(std::optional<Hold> const& hold) {
    if (!hold) return {};
    return design::inset(h::p(
        "The record has been on hold since ",
        calendar::in_words(hold->made_at),
        ". ",
        h::a(h::href(path_of(hold->id)), "Read why, and end the hold there")
    ));
}

h::Node form_to_sign_first(design::FormGuard const& guard, ToSignFirst const& asked) {
    return h::group(
        design::warning_text("What is erased can't be brought back. Nothing is erased yet: another person "
                             "reads this too, and signs second."),
        design::form(
            guard,
            "/retention/erasures",
            design::hidden("pupil", asked.pupil.text()),
            design::hidden("category", word(asked.due.category)),
            design::warning_button("Sign for its erasure")
        )
    );
}

// Why there is nothing to sign; a hold says it itself.
h::Node why_not(ToSignFirst const& asked) {
    return asked.hold ? h::Node() : design::inset(in_words(*asked.objection) + ".");
}

h::Node to_sign(
    design::FormGuard const& guard,
    Erasure const& erasure,
    need_to_know::Named const& child,
    std::optional<Hold> const& hold,
    bool may_sign
) {
    auto const path = path_of(erasure.id);
    auto const sign = [&]() -> h::Node {
        return design::form(
            guard, path + "/second-signature", design::warning_button("Sign, and erase it for good")
        );
    };
    return h::group(
        h::p(
            in_words(erasure.category),
            " of ",
            child.in_full(),
            ". It has been due to be erased since ",
            calendar::in_words(erasure.due_on),
            ". ",
            erasure.first_by_name,
            " signed on ",
            calendar::in_words(erasure.first_at),
            "."
        ),
        h::p(what_goes(erasure.category)),
        way_to(hold),
        design::warning_text("What is erased can't be brought back. Reasons in the log of changes stay, and "
                             "so do backups until they "
                             "are overwritten."),
        may_sign ? h::Node()
                 : design::inset("You signed first, so somebody else has to give the second signature."),
        h::when(may_sign && !hold, sign),
        design::form(guard, path + "/taking-back", design::secondary_button("Take the first signature back"))
    );
}

}  // namespace

design::Page first_signature(
    design::FormGuard const& guard, ToSignFirst const& asked, FormErrors const& errors
) {
    return {
        .title = "Sign for an erasure",
        .back = {.text = "Records due to be erased", .path = std::string(retention_path)},
        .main = h::group(
            design::error_summary(errors),
            design::heading("Sign for an erasure"),
            design::summary_list(
                {{.key = "Of", .value = asked.child.in_full()},
                 {.key = "What would be erased", .value = in_words(asked.due.category)},
                 {.key = "Due to be erased on", .value = calendar::in_words(asked.due.on)}}
            ),
            h::p(what_goes(asked.due.category)),
            way_to(asked.hold),
            asked.objection ? why_not(asked) : form_to_sign_first(guard, asked)
        )};
}

design::Page erasure(
    design::FormGuard const& guard,
    std::string const& school_name,
    Signed const& of,
    std::optional<Hold> const& hold,
    bool may_sign,
    FormErrors const& errors
) {
    auto const& erasure = of.erasure;
    bool const done = erasure.erased_at.has_value();
    std::string const title = done ? "Certificate of erasure" : "Erase a record";
    return {
        .title = title,
        .back = {.text = "Records due to be erased", .path = std::string(retention_path)},
        .layout = done ? design::Layout::paper : design::Layout::reading,
        .main = h::group(
            design::error_summary(errors),
            design::heading(title),
            done ? certificate(school_name, erasure)
                 : to_sign(guard, erasure, of.child.value(), hold, may_sign)
        )};
}

}  // namespace retention::pages
