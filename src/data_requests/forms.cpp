#include "data_requests/forms.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "http/read_form.hpp"

namespace data_requests::forms {
namespace {

constexpr std::size_t most_in_a_name = 120;
constexpr std::size_t most_in_words = 600;

// What every request says, whomever it is about.
Asked read_asked(http::FormReader& form, Date today) {
    return {
        .kind = form.choice<Kind>("kind", "Choose what was asked for"),
        .asked_by = form.text("asked_by", "Enter the name of who asks", most_in_a_name),
        .asked_as = form.choice<AskedAs>("asked_as", "Choose who asks"),
        .received_on =
            form.date("received_on", "Enter the day on which it came", http::within_the_last(1, today)),
        .identity_check = form.text(
            "identity_check", "Enter how you made sure who asks, and that they may", most_in_words
        )};
}

}  // namespace

Fields new_request(Date today) {
    return Fields({{"received_on", calendar::iso(today)}, {"kind", "all_that_is_held"}});
}

Expected<Asked, FormErrors> read_about_child(
    Fields const& fields, PupilId const& pupil, std::vector<pupils::Contact> const& contacts, Date today
) {
    http::FormReader form(fields);
    auto const whom = fields.value("whom");
    auto const contact =
        std::ranges::find_if(contacts, [&](auto const& one) { return one.id.text() == whom; });
    if (whom != "child" && contact == contacts.end())
        form.add_error("whom", "Choose whose data is asked for");
    auto asked = read_asked(form, today);
    if (!form.errors().empty()) return refuse(form.errors());
    asked.about = whom == "child" ? About::child : About::parent;
    asked.pupil = pupil;
    if (asked.about == About::parent) asked.contact = contact->id;
    return asked;
}

Expected<Asked, FormErrors> read_about_staff(Fields const& fields, Date today) {
    http::FormReader form(fields);
    auto const whom = form.id<StaffId>("whom", "Choose whose data is asked for");
    auto asked = read_asked(form, today);
    if (!form.errors().empty()) return refuse(form.errors());
    asked.about = About::staff;
    asked.staff = whom;
    return asked;
}

Expected<LineForm, FormErrors> read_line(Fields const& fields) {
    http::FormReader form(fields);
    LineForm line;
    auto const decision = fields.value("decision");
    line.decision = form.choice_if_any<Decision>("decision");
    if (!line.decision && decision != "given") form.add_error("decision", "Choose what becomes of this line");
    if (line.decision) line.reason = form.choice<Reason>("reason", "Choose why it is kept back");
    line.words = form.text_if_any("words", most_in_words);
    if (line.decision && line.reason == Reason::other && fields.has("reason") && line.words.empty())
        form.add_error("words", "Enter the reason in words");
    auto const phrases = line.decision == Decision::redacted
                             ? form.text("phrases", "Enter the words to black out, as they stand in the line")
                             : form.text_if_any("phrases");
    if (line.decision == Decision::redacted)
        for (auto const one : text::split(phrases, '\n'))
            if (auto const phrase = text::trimmed(one); !phrase.empty()) line.phrases.emplace_back(phrase);
    if (!form.errors().empty()) return refuse(form.errors());
    return line;
}

Fields typed(Line const& line, std::vector<std::string> const& phrases) {
    Fields fields;
    if (!line.kept_back) {
        fields.add("decision", "given");
        return fields;
    }
    fields.add("decision", std::string(word(line.kept_back->decision)));
    fields.add("reason", std::string(word(line.kept_back->reason)));
    fields.add("words", line.kept_back->words);
    std::string listed;
    for (auto const& phrase : phrases) listed += (listed.empty() ? "" : "\n") + phrase;
    fields.add("phrases", listed);
    return fields;
}

Expected<std::string, FormErrors> read_preparation(Fields const& fields) {
    if (!fields.holds("read", "yes"))
        return refuse(FormErrors{{"read", "Read every line, then tick that you have"}});
    return std::string(fields.value("lines_shown"));
}

Expected<std::string, FormErrors> read_why(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("why", "Enter what is to be looked at again", most_in_words);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

Expected<std::string, FormErrors> read_withdrawing(Fields const& fields) {
    http::FormReader form(fields);
    auto why = form.text("withdrawn_why", "Enter why the request is withdrawn", most_in_words);
    if (!form.errors().empty()) return refuse(form.errors());
    return why;
}

Expected<Date, FormErrors> read_confided_given(Fields const& fields, Date today) {
    http::FormReader form(fields);
    auto const on = form.date(
        "confided_on", "Enter the day on which you gave it to the child", http::within_the_last(1, today)
    );
    if (!form.errors().empty()) return refuse(form.errors());
    return on;
}

Expected<NotGiven, FormErrors> read_not_given(Fields const& fields) {
    http::FormReader form(fields);
    NotGiven const not_given{
        .adult = form.id<StaffId>("adult", "Choose who can't give it"),
        .why = form.text("why_not", "Enter why it can't be given to the child", most_in_words)};
    if (!form.errors().empty()) return refuse(form.errors());
    return not_given;
}

Expected<ExtensionForm, FormErrors> read_extension(Fields const& fields, Date today) {
    http::FormReader form(fields);
    ExtensionForm const extension{
        .why = form.text("extended_why", "Enter what you told them of why it takes longer", most_in_words),
        .told_on =
            form.date("told_on", "Enter the day on which they were told", http::within_the_last(1, today))};
    if (!form.errors().empty()) return refuse(form.errors());
    return extension;
}

Expected<GivenForm, FormErrors> read_giving(Fields const& fields, Date today) {
    http::FormReader form(fields);
    GivenForm const given{
        .on =
            form.date("given_on", "Enter the day on which it was given out", http::within_the_last(1, today)),
        .way = form.choice<Way>("way", "Choose how it was given out")};
    if (!form.errors().empty()) return refuse(form.errors());
    return given;
}

}  // namespace data_requests::forms
