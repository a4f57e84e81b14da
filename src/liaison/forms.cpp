#include "liaison/forms.hpp"

#include "http/read_form.hpp"

namespace liaison::forms {
namespace {

constexpr std::size_t most_in_a_question = 600;
constexpr std::size_t most_in_a_line = 300;
constexpr std::size_t most_in_a_name = 120;

Expected<std::string, FormErrors> read_one(
    Fields const& fields, std::string_view field, std::string_view absent, std::size_t most
) {
    http::FormReader form(fields);
    auto text = form.text(field, absent, most);
    if (!form.errors().empty()) return refuse(form.errors());
    return text;
}

}  // namespace

Expected<std::string, FormErrors> read_question(Fields const& fields) {
    return read_one(fields, "words", "Enter what you want to know", most_in_a_question);
}

Expected<std::string, FormErrors> read_answer(Fields const& fields) {
    return read_one(fields, "answer", "Enter how the child is doing", 4000);
}

Expected<MessageInput, FormErrors> read_message(Fields const& fields) {
    http::FormReader form(fields);
    MessageInput said{
        .contact = form.id<ContactId>("contact", "Choose whom the message is for"),
        .words = form.text("words", "Enter the message")};
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

Fields typed(ParentMessage const& message) {
    Fields fields;
    fields.add("words", message.words);
    return fields;
}

Expected<Handling, FormErrors> read_handling(Fields const& fields) {
    http::FormReader form(fields);
    Handling handling;
    handling.way = form.choice<State>("way", "Choose what to do with the message");
    if (handling.way == State::sent) handling.words = form.text_if_any("words");
    if (handling.way == State::spoken) handling.note = form.text_if_any("spoken_note", most_in_a_question);
    if (handling.way == State::put_aside) handling.note = form.text_if_any("note", most_in_a_question);
    if (!form.errors().empty()) return refuse(form.errors());
    return handling;
}

Fields new_line(Date today) {
    Fields fields;
    fields.add("held_on", calendar::iso(today));
    return fields;
}

Expected<LineInput, FormErrors> read_line(Fields const& fields, Date today) {
    http::FormReader form(fields);
    LineInput said{
        .with_whom = form.text("with_whom", "Enter whom you talked with", most_in_a_name),
        .held_on = form.date("held_on", "Enter the day you talked", http::within_the_last(2, today)),
        .line = form.text("line", "Enter in a line what you talked over", most_in_a_line)};
    if (!form.errors().empty()) return refuse(form.errors());
    return said;
}

}  // namespace liaison::forms
