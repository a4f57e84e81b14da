#include "sign_in/forms.hpp"

#include "base/base64url.hpp"
#include "base/mail_address.hpp"
#include "http/read_form.hpp"

namespace sign_in::forms {
namespace {

constexpr std::size_t most_of_a_name = 200;
constexpr std::size_t most_of_an_address = 254;
constexpr std::size_t most_of_a_code = 100;
constexpr std::size_t most_of_a_passkeys_name = 60;
// Far beyond what a password may have, so that hashing never meets a megabyte.
constexpr std::size_t most_of_a_password = 4096;

// Passwords are taken as typed: spaces at their ends belong to them.
std::string read_password(http::FormReader& form, std::string_view field, std::string_view absent) {
    auto const typed = form.fields().value(field);
    if (typed.empty()) form.add_error(field, absent);
    return std::string(typed.substr(0, most_of_a_password));
}

std::string read_address(http::FormReader& form) {
    return text::ascii_lower(form.text("address", "Enter the e-mail address", most_of_an_address));
}

std::string bytes(Fields const& fields, std::string_view field) {
    return base::from_base64url(fields.value(field)).value_or("");
}

template <class Input>
Expected<Input, FormErrors> answer(http::FormReader const& form, Input input) {
    if (!form.errors().empty()) return refuse(form.errors());
    return input;
}

}  // namespace

Expected<Credentials, FormErrors> credentials(Fields const& fields) {
    http::FormReader form(fields);
    Credentials input{
        .address = read_address(form), .password = read_password(form, "password", "Enter the password")};
    return answer(form, std::move(input));
}

Expected<std::string, FormErrors> password(Fields const& fields) {
    http::FormReader form(fields);
    auto password = read_password(form, "password", "Enter a password");
    return answer(form, std::move(password));
}

Expected<NewPassword, FormErrors> new_password(Fields const& fields) {
    http::FormReader form(fields);
    NewPassword input{
        .old = read_password(form, "old", "Enter the password that you use now"),
        .chosen = read_password(form, "password", "Enter the new password")};
    return answer(form, std::move(input));
}

Expected<std::string, FormErrors> code(Fields const& fields) {
    http::FormReader form(fields);
    auto code = form.text("code", "Enter the code", most_of_a_code);
    return answer(form, std::move(code));
}

Expected<NewPasskey, FormErrors> new_passkey(Fields const& fields) {
    http::FormReader form(fields);
    NewPasskey input{
        .name = form.text("name", "Enter a name for the passkey", most_of_a_passkeys_name),
        .challenge = bytes(fields, "challenge"),
        .making = {bytes(fields, "client_data"), bytes(fields, "attestation")}};
    return answer(form, std::move(input));
}

PasskeyUse passkey_use(Fields const& fields) {
    return {
        .challenge = bytes(fields, "challenge"),
        .credential = bytes(fields, "credential"),
        .person = bytes(fields, "person"),
        .use = {
            bytes(fields, "client_data"), bytes(fields, "authenticator_data"), bytes(fields, "signature")}};
}

Expected<SetUp, FormErrors> set_up(Fields const& fields) {
    http::FormReader form(fields);
    SetUp input{
        .code = form.text("code", "Enter the code that the terminal shows", 100),
        .school_name = form.text("school_name", "Enter the school's name", most_of_a_name),
        .telephone = form.text_if_any("telephone", 50),
        .name = form.text("name", "Enter your name", most_of_a_name),
        .address = read_address(form),
        .password = read_password(form, "password", "Choose a password"),
        .is_senco = form.ticked("is_senco")};
    if (!input.address.empty() && !text::is_mail_address(input.address))
        form.add_error("address", "Enter an e-mail address, such as name@school.example");
    return answer(form, std::move(input));
}

}  // namespace sign_in::forms
