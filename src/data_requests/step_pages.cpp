#include "data_requests/step_pages.hpp"

#include "base/text.hpp"
#include "data_requests/form_pages.hpp"
#include "design/controls.hpp"
#include "design/notices.hpp"

namespace data_requests::pages {
namespace {

h::Node copies(Request const& request) {
    auto const path = data_requests::path_of(request.id);
    return h::p(
        h::a(h::href(path + "/copy.pdf"), "The copy as PDF"),
        " ",
        h::a(h::href(path + "/copy.json"), "The copy as JSON")
    );
}

std::vector<Line> new_among(std::vector<Line> const& lines) {
    std::vector<Line> all;
    for (auto const& line : lines)
        if (line.is_new) all.push_back(line);
    return all;
}

h::Node links_to(Request const& request, std::vector<Line> const& lines) {
    if (lines.empty()) return {};
    auto const item = [&](Line const& line) -> h::Node {
        return h::li(h::a(h::href(path_of(request.id, line)), line.names));
    };
    return h::ul(h::each(lines, item));
}

// What is held can also change without a new line, as where one of them is gone.
h::Node notice_of_new(Request const& request, std::vector<Line> const& lines, std::string_view words) {
    auto const all = new_among(lines);
    auto const count = static_cast<long>(all.size());
    auto const changes =
        count == 0 ? std::string("What is held has changed")
                   : text::counted(count, "line is new or has changed", "lines are new or have changed");
    return design::notice(
        changes + " since this was prepared", h::group(h::p(words), links_to(request, all))
    );
}

h::Node to_read_first(Request const& request, Held const& held, May may) {
    if (!may.prepare) return design::inset("The SENCo prepares this.");
    auto const notice = [&]() -> h::Node {
        return notice_of_new(
            request, held.lines, "They are marked below. What was decided about the other lines stays."
        );
    };
    return h::group(
        h::when(!new_among(held.lines).empty(), notice),
        design::inset(
            "Read every line and decide what is kept back. Below the lines you say that it is prepared."
        )
    );
}

h::Node again_form(design::FormGuard const& guard, Request const& request) {
    return design::form(
        guard, data_requests::path_of(request.id) + "/preparing-again", design::button("Prepare again")
    );
}

h::Node changed(
    design::FormGuard const& guard, Request const& request, std::vector<Line> const& lines, May may
) {
    auto const again = [&]() -> h::Node { return again_form(guard, request); };
    return h::group(
        notice_of_new(
            request,
            lines,
            "Before it is signed or given out, the SENCo looks at what is new and prepares it again. What "
            "was decided about the other lines stays."
        ),
        h::when(may.prepare, again)
    );
}

// What was signed goes out as it was signed; whoever prepares may want the rest in it too.
h::Node came_later(
    design::FormGuard const& guard, Request const& request, std::vector<Line> const& lines, May may
) {
    auto const all = new_among(lines);
    auto const again = [&]() -> h::Node {
        return design::details(
            "Take it into the copy",
            h::group(
                h::p("The signature is taken back, and the headteacher signs again. What was decided about "
                     "the other lines stays."),
                again_form(guard, request)
            )
        );
    };
    return h::group(
        design::notice(
            text::counted(
                static_cast<long>(all.size()),
                "thing was written down since; it is not in this copy",
                "things were written down since; they are not in this copy"
            ),
            h::group(
                h::p("What was signed can be given out as it stands. Whoever asks again is given the rest."),
                links_to(request, all)
            )
        ),
        h::when(may.prepare, again)
    );
}

h::Node what_became(design::FormGuard const& guard, Request const& request, Held const& held, May may) {
    if (held.since == Since::nothing) return {};
    bool const stands = request.signed_at && held.since == Since::more;
    return stands ? came_later(guard, request, held.lines, may) : changed(guard, request, held.lines, may);
}

h::Node for_who_signs(
    design::FormGuard const& guard, Request const& request, Since since, Answers const& answers
) {
    auto const path = data_requests::path_of(request.id);
    auto const sign = [&]() -> h::Node {
        return design::form(guard, path + "/signature", design::button("Sign it"));
    };
    auto const to_open = [&]() -> h::Node { return copies(request); };
    return h::group(
        h::when(since == Since::nothing && !request.signed_at, sign),
        h::when(since != Since::changed && request.signed_at.has_value(), to_open),
        sending_back_form(guard, path + "/sending-back", answers)
    );
}

h::Node for_who_prepares(
    design::FormGuard const& guard, Request const& request, Since since, Answers const& answers
) {
    if (!request.signed_at)
        return since == Since::nothing ? design::inset("The headteacher signs this before it is given out.")
                                       : h::Node();
    if (since == Since::changed) return {};
    return h::group(
        copies(request), giving_form(guard, data_requests::path_of(request.id) + "/giving-out", answers)
    );
}

}  // namespace

h::Node next_step(
    design::FormGuard const& guard, Request const& request, Held const& held, May may, Answers const& answers
) {
    if (request.withdrawn_at) return {};
    if (request.given_on)
        return design::small_print("Digest of what was given out: " + request.prepared_digest);
    if (!request.prepared_at) return to_read_first(request, held, may);
    auto const step = may.sign ? for_who_signs(guard, request, held.since, answers)
                               : for_who_prepares(guard, request, held.since, answers);
    return h::group(what_became(guard, request, held, may), step);
}

h::Node preparing(
    design::FormGuard const& guard, Request const& request, Held const& held, May may, Answers const& answers
) {
    if (!may.prepare || request.prepared_at || is_over(request)) return {};
    auto const path = data_requests::path_of(request.id);
    return preparation_form(guard, path + "/preparation", held.digest, answers);
}

h::Node more_time(design::FormGuard const& guard, Request const& request, May may, Answers const& answers) {
    bool const is_possible = may.prepare && !is_over(request) && !request.extended_on &&
                             request.asked.kind == Kind::all_that_is_held;
    return is_possible ? extension_form(guard, data_requests::path_of(request.id) + "/extension", answers)
                       : h::Node();
}

h::Node withdrawing(design::FormGuard const& guard, Request const& request, May may, Answers const& answers) {
    if (!may.prepare || is_over(request)) return {};
    return design::details(
        "Withdraw this request",
        design::form(
            guard,
            data_requests::path_of(request.id) + "/withdrawing",
            h::p("Where it was written down wrongly, such as for another child, or whoever asked takes it "
                 "back. "
                 "It stays on record with your reason, and can't be brought back."),
            design::textarea(answers, {.name = "withdrawn_why", .label = "Why is it withdrawn?", .rows = 2}),
            design::warning_button("Withdraw the request")
        ),
        !answers.error("withdrawn_why").empty()
    );
}

h::Node sent_back(Request const& request) {
    if (request.sent_back_why.empty()) return {};
    return design::notice("It was sent back", design::as_written(request.sent_back_why));
}

}  // namespace data_requests::pages
