// Writes one page of every kind, with the assets beside it, so that people and browsers may look at them.
#include <filesystem>
#include <fstream>
#include <iostream>

#include "design/assets.hpp"
#include "design/controls.hpp"
#include "design/lists.hpp"
#include "design/notices.hpp"
#include "pages.hpp"

namespace specimen {

using namespace design;

Frame frame(std::string const& current) {
    Frame frame{
        .school_name = "Withybrook Junior School", .person_name = "Rosa Hall", .person_role = "SENCo"};
    for (auto const* place : {"Today", "Pupils", "Referrals", "Programmes", "Insight", "Policy", "School"})
        frame.places.push_back({place, "/" + std::string(place), place == current});
    frame.guard = {"csrf", "once"};
    frame.lock_path = "/lock";
    return frame;
}

std::string sign_in() {
    Frame frame{
        .school_name = "Withybrook Junior School",
        .person_name = {},
        .person_role = {},
        .demonstration = true};
    return page(
        frame,
        {.title = "Sign in",
         .main = h::group(
             heading("Sign in"),
             form(
                 frame.guard,
                 "/sign-in",
                 text_input(
                     blank(),
                     {.name = "email", .label = "E-mail address", .type = "email", .autocomplete = "username"}
                 ),
                 password_input(blank(), {.name = "password", .label = "Password"}),
                 button_row(button("Sign in"), h::a(h::href("/forgotten"), "I have forgotten my password"))
             )
         )}
    );
}

std::string parent() {
    Frame const frame{.school_name = "Withybrook Junior School"};
    return page(
        frame,
        {.title = "May Sam take part?",
         .main = h::group(
             heading("May Sam take part?", "For Amira Okafor, Sam’s mother"),
             h::p("Sam has found break times hard since September. We would like to offer Sam six short "
                  "sessions "
                  "with Mr Pell, once a week, to practise making and keeping friends."),
             h::p("Nothing starts unless you say yes, and you can change your mind at any time."),
             form(
                 frame.guard,
                 "/letters/answer",
                 radios(
                     blank(),
                     {.name = "answer",
                      .legend = "Your answer",
                      .choices = {{"given", "Yes, Sam may take part"}, {"refused", "No, not at the moment"}},
                      .size = Size::medium}
                 ),
                 button_row(button("Send my answer"))
             ),
             inset("Would you rather talk? Ring Rosa Hall on 01632 960 083, Monday to Thursday.")
         )}
    );
}

}  // namespace specimen

int main(int count, char** arguments) {
    std::filesystem::path const folder = count > 1 ? arguments[1] : "build/specimen";
    std::filesystem::create_directories(folder / "assets");
    auto const write = [&](std::string const& name, std::string_view content) {
        std::ofstream(folder / name, std::ios::binary) << content;
    };
    for (auto const& asset : design::assets()) write(std::string(asset.path.substr(1)), asset.identity);
    write("today.html", specimen::today());
    write("pupil.html", specimen::pupil());
    write("concern.html", specimen::concern(false));
    write("concern-refused.html", specimen::concern(true));
    write("session.html", specimen::session());
    write("check-in.html", specimen::check_in());
    write("programme.html", specimen::programme());
    write("referrals.html", specimen::referrals());
    write("letter.html", specimen::letter());
    write("sign-in.html", specimen::sign_in());
    write("parent.html", specimen::parent());
    std::cout << "Written to " << folder << '\n';
}
