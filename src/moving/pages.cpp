#include "moving/pages.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "need_to_know/pages.hpp"
#include "safeguarding/pages.hpp"
#include "sharing/next_school.hpp"

namespace moving::pages {
namespace {

constexpr std::string_view not_yours_to_read =
    "You don't read it here: the child lets the next school know it, and has told nobody else here.";

bool reads(need_to_know::Seen const& child, Section section) {
    return !is_told_in_confidence(section) || child.access.sees(need_to_know::Zone::confidence);
}

std::string story_path(need_to_know::Seen const& child) {
    return "/pupils/" + std::string(child.pupil.id.text());
}

h::Node what_goes(CaseId const& the_case, std::string const& forename) {
    return h::group(
        h::p("A summary goes to the SENCo of the next school: what was noticed, what support worked on, "
             "programmes and attendance, impact, and what helped. You see every line before it goes."),
        h::p(
            "Of " + forename + "'s own words only what " + forename + " lets go: ",
            h::a(h::href(sharing::next_school_path(the_case)), "what the next school may know"),
            "."
        ),
        h::p(std::string(about_safeguarding))
    );
}

h::Node pack_form(CaseId const& the_case, design::FormGuard const& guard, Answers const& answers) {
    return design::form(
        guard,
        moving_path(the_case),
        design::text_input(answers, {.name = "next_school", .label = "Next school"}),
        design::text_input(answers, {.name = "senco_name", .label = "SENCo there"}),
        design::text_input(
            answers,
            {.name = "address",
             .label = "Their e-mail address",
             .hint = "The link goes there. The e-mail names no child.",
             .type = "email"}
        ),
        design::date_input(answers, {.name = "moves_on", .legend = "Day of the move"}),
        design::textarea(
            answers,
            {.name = "why",
             .label = "Why this goes to the next school",
             .hint = "In plain words. It stands at the top of what goes.",
             .rows = 3,
             .most = 1000,
             .keep = moving_path(the_case)}
        ),
        design::button("Prepare, and see what goes")
    );
}

design::TagKind tag_kind(Told const& told) {
    switch (told.standing) {
        case Standing::received: return design::TagKind::done;
        case Standing::prepared:
        case Standing::discarded:
        case Standing::taken_back: return design::TagKind::calm;
        case Standing::sent:
        case Standing::opened: return told.late ? design::TagKind::overdue : design::TagKind::waiting;
        case Standing::locked:
        case Standing::held:
        case Standing::ended: return design::TagKind::overdue;
    }
    return design::TagKind::calm;
}

h::Node tag_of(Told const& told) { return design::tag(tag_kind(told), in_words(told.standing)); }

h::Node packs_table(std::vector<Told> const& packs) {
    design::Table table{
        .caption = "What was prepared and sent",
        .columns = {{"To"}, {"Prepared"}, {"How it stands"}},
        .rows = {},
        .if_empty = "Nothing has gone to another school."};
    for (auto const& told : packs)
        table.rows.push_back(
            {h::a(h::href(path_of(told.pack.the_case, told.pack.id)), told.pack.to.name),
             calendar::in_words(told.pack.made_at),
             tag_of(told)}
        );
    return design::table(table);
}

h::Node notice_of(Told const& told) {
    auto const& to = told.pack.to;
    if (told.needs_another)
        return design::notice(
            "It can't be received any more",
            h::p(
                in_words(told.standing) + ", and nobody at " + to.name +
                " has said that they have it. Send another, or take it back."
            )
        );
    if (!told.late) return {};
    return design::notice(
        "Not received yet",
        h::p(
            "It went on " + calendar::in_words(*told.pack.sent_at) + " and nobody at " + to.name +
            " has said that they have it. Ring " + to.senco_name + "."
        )
    );
}

std::vector<design::SummaryRow> facts(Told const& told) {
    auto const& pack = told.pack;
    std::vector<design::SummaryRow> rows{
        {.key = "To", .value = pack.to.senco_name + ", " + pack.to.name},
        {.key = "E-mail", .value = pack.to.senco_address},
        {.key = "Moves on", .value = calendar::in_words(pack.to.moves_on)},
        {.key = "Why", .value = design::as_written(pack.to.why)},
        {.key = "Prepared", .value = "By " + pack.made_by + ", " + calendar::in_words(pack.made_at)}};
    auto const add = [&](std::string key, std::string const& value) {
        rows.push_back({.key = std::move(key), .value = value});
    };
    if (pack.sent_at) add("Sent", "By " + pack.sent_by + ", " + calendar::in_words(*pack.sent_at));
    if (pack.link_closed_at)
        add("The link closed", calendar::in_words(*pack.link_closed_at));
    else if (pack.link_ends_at && !pack.taken_back_at)
        add("The link opens until", calendar::in_words(*pack.link_ends_at));
    if (pack.opened_at) add("Opened", calendar::in_words(*pack.opened_at));
    if (pack.received_at)
        add("Received", "By " + pack.received_by + ", " + calendar::in_words(*pack.received_at));
    if (pack.taken_back_at) add("Taken back", calendar::in_words(*pack.taken_back_at));
    if (pack.discarded_at) {
        add("Discarded", "By " + pack.discarded_by + ", " + calendar::in_words(*pack.discarded_at));
        rows.push_back({.key = "Why discarded", .value = design::as_written(pack.discarded_why)});
    }
    rows.push_back({.key = "How it stands", .value = tag_of(told)});
    return rows;
}

std::vector<Line> of_section(std::vector<Line> const& lines, Section section) {
    std::vector<Line> found;
    std::ranges::copy_if(lines, std::back_inserter(found), [&](Line const& line) {
        return line.section == section;
    });
    return found;
}

// What the SENCo does not read says nothing of whom it names either.
bool is_to_look_at(need_to_know::Seen const& child, Offered const& one) {
    return !one.others.empty() && reads(child, one.line.section);
}

h::Node boxes(
    need_to_know::Seen const& child,
    std::vector<Offered> const& lines,
    Section section,
    Answers const& answers
) {
    design::Checkboxes boxes{
        .name = "line",
        .legend = std::string(in_words(section)),
        .size = design::Size::medium,
        .id = "line-" + std::string(word(section))};
    for (auto const& one : lines) {
        if (one.line.section != section) continue;
        design::Choice choice{
            .value = id_of(one.line),
            .text = one.line.label,
            .hint = reads(child, section) ? one.line.text : std::string(not_yours_to_read)};
        if (is_to_look_at(child, one))
            choice.more =
                design::tag(design::TagKind::waiting, "May name somebody else: " + text::listed(one.others));
        boxes.choices.push_back(std::move(choice));
    }
    if (boxes.choices.empty()) return {};
    return design::checkboxes(answers, boxes);
}

h::Node to_look_at(need_to_know::Seen const& child, std::vector<Offered> const& lines) {
    auto const count =
        std::ranges::count_if(lines, [&](Offered const& one) { return is_to_look_at(child, one); });
    if (count == 0) return {};
    return design::inset(h::p(
        text::counted(count, "line", "lines") +
        " may name somebody else. Look there first, and take the tick away where it tells of them."
    ));
}

h::Node told_lines(need_to_know::Seen const& child, std::vector<Line> const& lines, Section section) {
    auto const found = of_section(lines, section);
    if (found.empty()) return {};
    std::vector<design::SummaryRow> rows;
    for (auto const& line : found)
        rows.push_back(
            {.key = line.label,
             .value = reads(child, section) ? design::as_written(line.text)
                                            : h::Node{h::p(std::string(not_yours_to_read))}}
        );
    return h::section(h::h2(std::string(in_words(section))), design::summary_list(rows));
}

template <class Make>
h::Node for_each_section(Make const& make) {
    h::Node all;
    for (auto const section : all_of<Section>()) all = h::group(all, make(section));
    return all;
}

design::Place back_to(CaseId const& the_case) {
    return {.text = "Moves to another school", .path = moving_path(the_case)};
}

h::Node way_to_discard(Told const& told) {
    if (!told.can_be_discarded) return {};
    return h::p(
        "Is something wrong above? It can't be changed: ",
        h::a(h::href(discarding_path(told.pack)), "discard this pack"),
        " and prepare another."
    );
}

h::Node way_to_end(Told const& told, design::FormGuard const& guard) {
    auto const& pack = told.pack;
    auto const path = path_of(pack.the_case, pack.id) + "/taking-back";
    if (!told.can_be_ended) return {};
    if (!pack.received_at) return design::post_button(guard, path, "Take it back");
    return h::group(
        h::p(
            "Whoever has the link and the code can still open it. End it once they have kept what they need, "
            "or where the wrong person says that they have it. What somebody has kept stays with them."
        ),
        design::post_button(guard, path, "End the link")
    );
}

h::Node no_e_mail() {
    return design::notice(
        "No e-mail is sent from here",
        h::p("The link to a pack goes by e-mail alone. You can prepare a pack and read every line; nothing "
             "goes before whoever runs Withy has set e-mail up.")
    );
}

h::Node ways_on(Told const& told, design::FormGuard const& guard) {
    return h::group(
        way_to_end(told, guard),
        h::p(h::a(h::href(moving_path(told.pack.the_case)), "Send it anew")),
        h::p("What is sent anew is made anew, and the earlier link ends.")
    );
}

}  // namespace

design::Page overview(
    need_to_know::Seen const& child,
    CaseId const& the_case,
    std::vector<Told> const& packs,
    bool sends_mail,
    design::FormGuard const& guard,
    Answers const& answers
) {
    bool const is_filled_in =
        answers.errors.empty() && !packs.empty() && packs.front().standing == Standing::discarded;
    auto const from_the_discarded = []() -> h::Node {
        return h::p("Filled in from the pack that was discarded. Check the address.");
    };
    auto const unreceived =
        std::ranges::find_if(packs, [](Told const& told) { return told.late || told.needs_another; });
    return {
        .title = "Moves to another school",
        .back = {.text = child.pupil.name(), .path = story_path(child)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("Moves to another school"),
            unreceived == packs.end() ? h::Node{} : notice_of(*unreceived),
            what_goes(the_case, child.pupil.forename),
            packs_table(packs),
            h::h2("Send a pack"),
            h::when(!sends_mail, no_e_mail),
            h::when(is_filled_in, from_the_discarded),
            pack_form(the_case, guard, answers),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page preview(
    need_to_know::Seen const& child,
    Told const& told,
    std::vector<Offered> const& lines,
    bool sends_mail,
    design::FormGuard const& guard,
    Answers const& answers
) {
    auto const& pack = told.pack;
    auto const send = [&]() -> h::Node { return design::button("Send to " + pack.to.senco_name); };
    return {
        .title = "What goes to " + pack.to.name,
        .back = back_to(pack.the_case),
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("What goes to " + pack.to.name),
            design::summary_list(facts(told)),
            way_to_discard(told),
            h::p("Name, day of birth and year stand at the top. Read every line; what isn't ticked stays "
                 "here. Leave out what tells of somebody else."),
            h::p(std::string(about_safeguarding)),
            to_look_at(child, lines),
            design::form(
                guard,
                path_of(pack.the_case, pack.id) + "/sending",
                for_each_section([&](Section section) { return boxes(child, lines, section, answers); }),
                h::when(sends_mail, send)
            ),
            h::when(!sends_mail, no_e_mail),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page discarding(
    need_to_know::Seen const& child, Pack const& pack, design::FormGuard const& guard, Answers const& answers
) {
    return {
        .title = "Discard this pack",
        .back = {.text = "What goes to " + pack.to.name, .path = path_of(pack.the_case, pack.id)},
        .main = h::group(
            design::error_summary(answers.errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("Discard this pack"),
            h::p(
                "It was prepared for " + pack.to.senco_name + ", " + pack.to.name + ", and nothing has gone."
            ),
            h::p("It stays on record with your reason, and can't be sent or brought back. Prepare another "
                 "with what is right."),
            design::form(
                guard,
                discarding_path(pack),
                design::textarea(answers, {.name = "why", .label = "Why it is discarded", .rows = 2}),
                design::warning_button("Discard the pack")
            ),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page discarded_pack(need_to_know::Seen const& child, Told const& told, FormErrors const& errors) {
    auto const& pack = told.pack;
    return {
        .title = "What was prepared for " + pack.to.name,
        .back = back_to(pack.the_case),
        .main = h::group(
            design::error_summary(errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("What was prepared for " + pack.to.name),
            h::p("It was discarded. Nothing has gone, and nothing can be sent from it."),
            design::summary_list(facts(told)),
            h::p(h::a(h::href(moving_path(pack.the_case)), "Prepare another")),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page sent_pack(
    need_to_know::Seen const& child,
    Told const& told,
    Document const& document,
    design::FormGuard const& guard,
    FormErrors const& errors
) {
    auto const& pack = told.pack;
    return {
        .title = "What went to " + pack.to.name,
        .back = back_to(pack.the_case),
        .main = h::group(
            design::error_summary(errors),
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("What went to " + pack.to.name),
            notice_of(told),
            design::summary_list(facts(told)),
            ways_on(told, guard),
            for_each_section([&](Section section) { return told_lines(child, document.lines, section); }),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

design::Page code_to_tell(need_to_know::Seen const& child, Pack const& pack, std::string const& code) {
    return {
        .title = "Ring " + pack.to.senco_name,
        .back = back_to(pack.the_case),
        .main = h::group(
            design::pupil_header(need_to_know::pages::header(child)),
            design::heading("Ring " + pack.to.senco_name),
            h::p("The link is on its way to " + pack.to.senco_address + ". It asks for this code:"),
            design::inset(h::p(h::id("code"), h::strong(code_to_say(code)))),
            h::p(
                "Tell it by telephone, at a number of " + pack.to.name +
                " that you know. It is shown this once. The link opens for " +
                text::counted(days_of_link, "day", "days") + "; " + wrong_codes() + " close it."
            ),
            design::button_row(design::link_button("I have noted it", path_of(pack.the_case, pack.id))),
            safeguarding::pages::link_for(child.pupil.id)
        )};
}

}  // namespace moving::pages
