#include "schools/school_pages.hpp"

#include <algorithm>
#include <array>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"

namespace schools::pages {
namespace {

struct Need {
    std::string_view title;
    std::string_view path;
    std::string_view why;
    bool met;
};

std::array<Need, 7> needs(Readiness const& ready) {
    return {{
        {"Terms", "/school/terms", "Sessions fall on school days, so Withy has to know them.", ready.terms},
        {"Rooms", "/school/rooms", "Where sessions are held.", ready.rooms},
        {"Pupils",
         "/school/imports",
         "Bring in pupils, classes and contacts from a CSV export. Class teachers are of a class, so it "
         "comes "
         "first.",
         ready.pupils},
        {"People",
         "/school/people",
         "Add the SENCo, Nurture Assistants and teachers, or bring them in from a list under Imports. Give "
         "each a role, and invite them.",
         ready.people},
        {"Training",
         "/school/people",
         "Only a person whose nurture training is in force may be allocated pupils.",
         ready.training},
        {"Letter", "/school/letter", "Look over what parents and carers will read.", ready.letter},
        {"Policy",
         "/school/policy",
         "Check the policy's number, its day and its next review. Enter your school's own version, or "
         "record a review.",
         ready.policy},
    }};
}

design::WorkItem need_item(Need const& need) {
    return {
        .title = std::string(need.title),
        .path = std::string(need.path),
        .detail = need.why,
        .tag = need.met ? design::tag(design::TagKind::done, "Done")
                        : design::tag(design::TagKind::due, "To do")};
}

h::Node getting_ready(Readiness const& ready) {
    auto const all = needs(ready);
    auto const missing = std::ranges::count(all, false, &Need::met);
    if (missing == 0) return h::p("Everything that a child's way from concern to impact needs is in place.");

    design::WorkList list{.heading = "Getting ready", .items = {}};
    for (auto const& need : all) list.items.push_back(need_item(need));
    return h::group(
        h::p(text::counted(missing, "thing is", "things are"), " still to do before everything is in place."),
        design::work_list(list)
    );
}

struct Setting {
    std::string_view title;
    std::string_view path;
    std::string_view holds;
};

constexpr std::array settings{
    Setting{"People", "/school/people", "Accounts, roles, training, invitations"},
    Setting{"Terms and closures", "/school/terms", "When the school is open"},
    Setting{"Rooms", "/school/rooms", "Where sessions are held"},
    Setting{"Imports", "/school/imports", "Pupils, classes, staff and contacts from a CSV export"},
    Setting{"Ethnicity", "/school/ethnicity", "Whether it is kept, and what for"},
    Setting{"Measures", "/school/measures", "What classes are measured by, and on which scales"},
    Setting{"Letter", "/school/letter", "What parents and carers read"},
    Setting{"Instruments", "/school/instruments", "What children are rated by, and norms"},
    Setting{"Policy", "/school/policy", "Versions, numbers and reviews"},
    Setting{"A second way to sign in", "/school/second-way", "For which roles a password is not enough"},
    Setting{"School details", "/school/details", "Name, telephone, where CPOMS opens"},
    Setting{"CPOMS", "/school/cpoms", "Where it opens, and what is handed over to it"},
    Setting{"Who was refused", "/school/refused", "Who asked for a page that is not theirs"},
    Setting{"Is this installation safe", "/school/installation", "What whoever runs Withy should mend"},
};

h::Node what_can_be_set() {
    design::WorkList list{.heading = "What you can set", .items = {}};
    for (auto const& setting : settings)
        list.items.push_back(
            {.title = std::string(setting.title), .path = std::string(setting.path), .detail = setting.holds}
        );
    return design::work_list(list);
}

h::Node what_stands(School const& stands) {
    return design::notice(
        "Someone else changed this while you were typing",
        h::group(
            h::p("This is what stands now. Save again to put yours in its place."),
            design::summary_list(
                {{"Name", stands.name},
                 {"Telephone", stands.telephone},
                 {"CPOMS address", stands.cpoms_address}}
            )
        )
    );
}

h::Node details_fields(Answers const& answers) {
    return h::group(
        design::text_input(answers, {.name = "name", .label = "School name"}),
        design::text_input(
            answers,
            {.name = "telephone",
             .label = "Telephone",
             .hint = "Parents and carers find it in their letter.",
             .width = design::Chars::twenty,
             .type = "tel"}
        ),
        design::text_input(
            answers,
            {.name = "cpoms_address",
             .label = "CPOMS address, if you use it",
             .hint = "Safeguarding concerns are recorded there, not here. It begins with https://",
             .type = "url"}
        )
    );
}

h::Node room_list(design::FormGuard const& guard, std::vector<Room> const& rooms) {
    if (rooms.empty())
        return design::empty_state("No rooms yet. Add the first one, such as The Nest or the library corner."
        );
    design::Table table{
        .caption = "Rooms", .columns = {{"Room"}, {"No longer used?"}}, .rows = {}, .caption_unseen = true};
    for (auto const& room : rooms)
        table.rows.push_back(
            {room.name,
             design::post_button(
                 guard, "/school/rooms/" + std::string(room.id.text()) + "/closing", "Close " + room.name
             )}
        );
    return design::table(table);
}

}  // namespace

design::Page school(Readiness const& readiness) {
    return {
        .title = "School",
        .back = {},
        .main = h::group(design::heading("School"), getting_ready(readiness), what_can_be_set())};
}

design::Page details(
    design::FormGuard const& guard, Answers const& answers, int version, std::optional<School> const& stands
) {
    return {
        .title = "School details",
        .back = {"School", "/school"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("School details"),
            stands ? what_stands(*stands) : h::Node{},
            design::form(
                guard,
                "/school/details",
                design::hidden("version", std::to_string(version)),
                details_fields(answers),
                design::button("Save details")
            )
        )};
}

design::Page rooms(design::FormGuard const& guard, std::vector<Room> const& rooms, Answers const& answers) {
    return {
        .title = "Rooms",
        .back = {"School", "/school"},
        .main = h::group(
            design::error_summary(answers.errors),
            design::heading("Rooms"),
            h::p("The rooms that nurture support may use. A closed room stays where it was used."),
            room_list(guard, rooms),
            h::h2("Add a room"),
            design::form(
                guard,
                "/school/rooms",
                design::text_input(
                    answers, {.name = "name", .label = "Name", .width = design::Chars::thirty}
                ),
                design::button("Add room")
            )
        )};
}

}  // namespace schools::pages
