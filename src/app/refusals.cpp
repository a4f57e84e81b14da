#include "app/refusals.hpp"

#include <spdlog/spdlog.h>

#include <array>

#include "app/committed_writes.hpp"
#include "base/secret.hpp"
#include "db/disk_failed.hpp"
#include "design/form.hpp"
#include "design/page.hpp"

namespace app::refusals {
namespace {

struct Words {
    std::string_view heading;
    std::string_view what_to_do;
};

struct GateWords {
    std::string_view gate;
    Words words;
};

constexpr std::array gate_words{
    GateWords{
        "no_consent_in_force",
        {"Consent is not in force on that day",
         "Nothing was saved. A session can't be recorded for a child whose parent or carer has not agreed, "
         "or has "
         "withdrawn. Ask the SENCo where consent stands."}},
    GateWords{
        "consent_to_another_form",
        {"The yes that stands is to the other form of support",
         "Nothing was saved. A yes to a group is none to support one to one, nor the reverse. Write the "
         "parents a new letter about this form first."}},
    GateWords{
        "no_place_left",
        {"The programme is full",
         "Nothing was saved. Someone may have taken the last place just now. Choose another "
         "programme, or keep the child on the waiting list."}},
    GateWords{
        "group_too_large",
        {"The group would be too large",
         "Nothing was saved. The nurture policy sets how many children a group holds."}},
    GateWords{
        "training_not_in_force",
        {"Nurture training is not in force on that day",
         "Nothing was saved. Only a person whose nurture training is in force may be allocated pupils or "
         "deliver "
         "sessions. An administrator can record the training."}},
    GateWords{
        "deliverer_reviews_own_work",
        {"Someone else measures the impact",
         "Nothing was saved. The impact review is written by the class teacher, not by who delivered the "
         "sessions."}},
    GateWords{
        "held_before_it_was_planned",
        {"This session was planned for a later day",
         "Nothing was saved. A session is held on the day it was planned for, or later. To hold it earlier, "
         "open the session, say that it was not held, and name the day it is held instead."}},
    GateWords{
        "held_day_stands",
        {"The day of this session stands",
         "Nothing was saved. Consent was judged by that day. On the session's page, undo first that it was "
         "held; once a child was evaluated as present it stands."}},
    GateWords{
        "held_on_a_day_to_come",
        {"This day is still to come",
         "Nothing was saved. A session is recorded on the day it was held, or later."}},
    GateWords{
        "evaluation_settled",
        {"This evaluation stays as it is",
         "Nothing was saved. The impact was measured since, or the case is closed. Undo that first if the "
         "evaluation must change."}},
    GateWords{
        "pupil_was_not_in_class",
        {"This child was not in the class on that day",
         "Nothing was saved. When the child was in the class was changed since. Open the measures of that "
         "day "
         "again."}},
    GateWords{
        "has_a_place",
        {"This child still has a place",
         "Nothing was saved. End the child's place in the programme first; then the case can be closed."}},
    GateWords{
        "session_settled",
        {"This session stands as held",
         "Nothing was saved. The impact of one of its children was measured since, or the child's case is "
         "closed. Undo "
         "that first if the session must change."}},
    GateWords{
        "closing_stands",
        {"The closing of this case stands",
         "Nothing was saved. Undo the closing with a reason, on the child's page."}},
    GateWords{
        "deliverer_has_left",
        {"Who delivers this has left",
         "Nothing was saved. Choose somebody else to deliver the programme first, on its page."}},
    GateWords{
        "training_stands",
        {"This training stands", "Nothing was saved. Take it back with a reason, on the person's page."}},
    GateWords{
        "planned_day_stands",
        {"The day of this session stands",
         "Nothing was saved. The session is recorded as held, so the day it was planned for stays."}},
    GateWords{
        "not_on_the_register",
        {"The child was not on the register of that day",
         "Nothing was saved. The child had not started, consent was not in force, or the place had ended."}},
    GateWords{
        "nobody_came",
        {"Nobody else was there, so the session was not held",
         "Nothing was saved. On the session's page, undo that it was recorded as delivered, and record that "
         "it was not held."}},
    GateWords{
        "programme_not_started",
        {"The programme had not started on that day",
         "Nothing was saved. Start it first, on its page; sessions from the day of the start can be "
         "recorded."}},
    GateWords{
        "child_not_started",
        {"The child had not started on that day",
         "Nothing was saved. Start the child first, on the programme's page; sessions from the day of the "
         "start can "
         "be written up."}},
    GateWords{
        "child_twice_in_a_session",
        {"The child is written up for this session already",
         "Nothing was saved. A child is there once in a session; open the evaluation that stands."}},
    GateWords{
        "more_children_than_places",
        {"More children than the programme has places",
         "Nothing was saved. As many children as the programme has places are written up as present already. "
         "See "
         "who was really there, and mend that first."}},
    GateWords{
        "places_taken",
        {"More children are in the programme",
         "Nothing was saved. A programme has at least as many places as children who are in it."}},
    GateWords{
        "programme_completed",
        {"The programme is completed",
         "Nothing was saved. Choose another programme, or keep the child on the waiting list."}},
    GateWords{
        "case_closed",
        {"The case is closed", "Nothing was saved. A new concern opens a case for the child again."}},
    GateWords{
        "check_in_too_late",
        {"The weeks for check-ins are over",
         "Nothing was saved. A new concern opens a case for the child again."}},
    GateWords{
        "start_without_allocation",
        {"The child has no place yet",
         "Nothing was saved. Give the child a place in a programme first; the start comes after it."}},
    GateWords{
        "delivered_by_a_stranger",
        {"This session is somebody else's",
         "Nothing was saved. A session is held by who delivers the programme, or by who stands in for it. "
         "The SENCo can name who stands in, on the session's page."}},
    GateWords{
        "reference_alone",
        {"Only the CPOMS reference is noted here",
         "Nothing was saved. Enter the reference alone, such as 20417. What happened stands on CPOMS."}},
    GateWords{
        "one_place_at_a_time",
        {"This child already has a place",
         "Nothing was saved. A child has one place at a time; end the other first."}},
};

constexpr Words another_gate{
    "That could not be saved",
    "Someone else may have changed the same thing just now. Go back, reload the page and "
    "try again."};

Words words_for(std::string_view gate) {
    for (auto const& entry : gate_words)
        if (entry.gate == gate) return entry.words;
    return another_gate;
}

http::Response without_a_bar(int status, std::string_view heading, h::Node const& what_to_do) {
    // A form may have led here: the browser keeps what was typed into it.
    h::Node main = h::div(h::flag("data-nothing-saved", true), design::heading(heading), what_to_do);
    return http::page(
        design::page({}, {.title = std::string(heading), .back = {}, .main = std::move(main)}), status
    );
}

http::Response bare(int status, Words const& words, std::string_view reference = {}) {
    auto const reference_line = reference.empty() ? h::Node{} : h::Node{h::p("Reference: ", reference)};
    return without_a_bar(status, words.heading, h::group(h::p(words.what_to_do), reference_line));
}

constexpr std::string_view no_such_page = "There is nothing to see here";

h::Node way_back() {
    return h::p(
        "The page does not exist, or it is not one that you need for your work. Check the address, or ",
        h::a(h::href("/"), "go back to Today"),
        "."
    );
}

std::string words_of(std::exception_ptr const& cause) {
    try {
        std::rethrow_exception(cause);
    } catch (std::exception const& fault) {
        return fault.what();
    }
}

}  // namespace

http::Response not_found() { return without_a_bar(404, no_such_page, way_back()); }

http::Response not_found(Visit const& visit) {
    auto here = visit;
    // Nobody comes back to here after a lock, and the address of what is not theirs stands nowhere.
    if (!here.frame.lock_path.empty()) here.frame.lock_path = "/lock";
    auto response = here.page(
        {.title = std::string(no_such_page),
         .back = {"Today", "/"},
         .main = h::group(design::heading(no_such_page), way_back())}
    );
    response.status = 404;
    return response;
}

http::Response wrong_method() {
    return bare(405, {"That can't be done at this address", "Go back and use the buttons of the page."});
}

http::Response from_another_site() {
    return bare(
        403, {"This was sent from another website", "Nothing was changed. Open Withy itself and do it there."}
    );
}

http::Response malformed(http::Malformed fault) {
    auto const what = http::in_words(fault);
    if (fault == http::Malformed::too_long) return bare(413, {"One of the answers is too long", what});
    return bare(400, {"The form could not be read", what});
}

http::Response too_busy() {
    auto response = bare(
        503, {"Too many people are waiting", "Nothing was saved yet. Wait a few seconds and send it again."}
    );
    response.with("Retry-After", "5");
    return response;
}

http::Response too_often() {
    auto response = bare(
        429, {"That was very often in a short time", "Nothing was saved. Wait a minute and send it again."}
    );
    response.with("Retry-After", "60");
    return response;
}

http::Response nothing_is_saved() {
    return bare(
        503,
        {"Nothing can be saved at the moment",
         "Nothing was saved: the disk failed a while ago. Lists can still be read, pages about a child "
         "can't. Keep this page open, tell your "
         "administrator that Withy has to be started again, and send it again afterwards."}
    );
}

void note_cause(std::string_view cause) { spdlog::warn("refused: {}", cause); }

http::Response read_not_noted(std::exception_ptr const& cause) {
    spdlog::error("a page was held back, since the log of reads can't be written: {}", words_of(cause));
    auto response = bare(
        503,
        {"This page can't be shown at the moment",
         "Withy notes who has looked at a child, and can't write that down now. Anything you sent with it "
         "may "
         "be saved already: look whether it is there before you send it again. Wait a few seconds and open "
         "the page again. If it happens again, tell your administrator that the disk may be full or broken."}
    );
    response.with("Retry-After", "5");
    return response;
}

void note_unnoted(std::exception_ptr const& cause) {
    spdlog::error("a refusal stands in no log, since the log of reads can't be written: {}", words_of(cause));
}

http::Response nobody_yet_in_a_demonstration() {
    return without_a_bar(
        422,
        "Nobody is signed in any more",
        h::group(
            h::p("Nothing was saved. The demonstration began anew, or this page had waited too long."),
            h::p(design::link_button("Choose whom to be", "/demonstration"))
        )
    );
}

http::Response broken(std::exception_ptr const& cause, http::Request const& request) {
    try {
        std::rethrow_exception(cause);
    } catch (db::Refused const& refused) {
        return bare(422, words_for(refused.gate));
    } catch (db::Busy const&) {
        return too_busy();
    } catch (db::Full const& full) {
        spdlog::error("no room left to write: {}", full.what());
        return bare(
            503,
            {"There is no room left to save",
             "Nothing was saved, and nothing that was saved before is lost. Lists can still be read, pages "
             "about a child can't. Keep this page "
             "open, "
             "tell your administrator that the disk is full, and send it again afterwards."}
        );
    } catch (db::DiskFailed const&) {
        return bare(
            503,
            {"The disk failed, and what you sent may be lost",
             "Keep this page open and tell your administrator at once. Once Withy has been started again, "
             "look "
             "whether what you wrote is there before you send it again."}
        );
    } catch (NothingIsSaved const&) {
        return nothing_is_saved();
    } catch (std::exception const& fault) {
        auto const reference = secret::new_token().substr(0, 8);
        spdlog::error("{} on {} {}: {}", reference, request.method, "a page", fault.what());
        return bare(
            500,
            {"Something went wrong on our side",
             "Nothing was saved. Go back and try again; what you typed is still in the page before this one. "
             "If it "
             "happens again, tell your administrator the reference."},
            reference
        );
    }
}

}  // namespace app::refusals
