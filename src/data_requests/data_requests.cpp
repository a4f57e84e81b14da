#include "data_requests/data_requests.hpp"

#include "data_requests/confided.hpp"

namespace data_requests {

std::string_view in_words(Kind kind) {
    switch (kind) {
        case Kind::all_that_is_held: return "All that is held";
        case Kind::educational_record: return "The educational record";
    }
    return {};
}

std::string_view in_words(AskedAs as) {
    switch (as) {
        case AskedAs::themselves: return "The person themselves";
        case AskedAs::parent: return "A parent or carer, for the child";
        case AskedAs::representative: return "Somebody who acts for them";
    }
    return {};
}

std::string_view in_words(Way way) {
    switch (way) {
        case Way::in_person: return "Handed over";
        case Way::post: return "By post";
        case Way::secure_mail: return "By secure e-mail";
    }
    return {};
}

std::string_view in_words(Reason reason) {
    switch (reason) {
        case Reason::serious_harm: return "It is likely to cause serious harm to somebody's health";
        case Reason::anothers_data: return "It is another person's data";
        case Reason::child_abuse_data:
            return "It is child abuse data, and giving it out is not in the child's interest";
        case Reason::legal_privilege: return "It is legal advice";
        case Reason::exam_script: return "It is an exam script, or a mark that is not published yet";
        case Reason::other: return "Another reason";
    }
    return {};
}

bool is_said(Reason reason) { return reason != Reason::serious_harm && reason != Reason::child_abuse_data; }

std::string whom_in_words(Request const& request) {
    switch (request.asked.about) {
        case About::child: return request.whom;
        case About::parent: return request.whom + ", a contact of " + request.of_whom;
        case About::staff: return request.whom + ", who works here";
    }
    return {};
}

std::string asker_in_words(Asked const& asked) {
    switch (asked.asked_as) {
        case AskedAs::themselves: return asked.asked_by + ", for themselves";
        case AskedAs::parent: return asked.asked_by + ", a parent or carer, for the child";
        case AskedAs::representative: return asked.asked_by + ", who acts for them";
    }
    return {};
}

std::string const& name_of_child(Request const& request) {
    return request.asked.about == About::parent ? request.of_whom : request.whom;
}

std::string person_of(Asked const& asked) {
    switch (asked.about) {
        case About::child: return std::string(asked.pupil.value().text());
        case About::parent: return std::string(asked.contact.value().text());
        case About::staff: return std::string(asked.staff.value().text());
    }
    return {};
}

std::string in_words(Refusal refusal) {
    switch (refusal) {
        case Refusal::other_stage:
            return "Somebody has taken this request a step on; look at how it stands now";
        case Refusal::held_has_changed:
            return "What is held has changed since this was prepared: it is prepared again first, so that "
                   "what is new is looked at";
        case Refusal::same_person: return "Somebody else than who prepared it signs";
        case Refusal::in_the_future: return "Enter a day that has come already, such as today";
        case Refusal::before_it_was_asked: return "Enter a day that is not before the request came";
        case Refusal::not_extended:
            return "The educational record is given out in 15 school days, without more time";
        case Refusal::extended_already: return "This has been given two months more already";
        case Refusal::told_too_late:
            return "Whoever asked had to be told within the month. Enter the day on which they were told, or "
                   "give it out without more time";
        case Refusal::confided_waits:
            return "What the child said in confidence is not with the child yet: whoever it was said to "
                   "gives it "
                   "first, or say why not";
        case Refusal::reads_otherwise:
            return "A line of which a part was blacked out reads otherwise now: open what is marked To "
                   "decide "
                   "again, and decide";
        case Refusal::decided_of_no_line:
            return "A line that was kept back has changed or is gone: see under To decide again, decide "
                   "about "
                   "the line as it stands now, and take off what was decided before";
        case Refusal::nothing_has_changed:
            return "Nothing has changed since this was prepared. Whoever signs it can send it back, and say "
                   "why";
        case Refusal::not_all_was_shown:
            return "What is held has changed since you opened this page: read it again, then send this again";
        case Refusal::no_such_line: return "This line has changed; go back to the list and open it again";
    }
    return {};
}

std::string path_of(RequestId const& request) {
    return std::string(requests_path) + "/" + std::string(request.text());
}

std::string confided_path_of(RequestId const& request) { return path_of(request) + "/confided"; }

std::string requests_path_of(PupilId const& pupil) {
    return "/pupils/" + std::string(pupil.text()) + "/data-requests";
}

}  // namespace data_requests
