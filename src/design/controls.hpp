#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "base/fields.hpp"
#include "base/words.hpp"
#include "html/html.hpp"

// The fields of a form. Each shows what was typed and, under its label, what is wrong with it.
// The id of a field is its name, so that the error summary finds it; where one page has several forms with
// the same names, `id` sets them apart.
namespace design {

enum class Size { small, medium, large };  // of a label or legend; large is the h1 of the page
enum class Chars { full, thirty, twenty, ten, five, three };  // how wide a field is: about as many characters

struct TextInput {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    Chars width = Chars::full;
    Size size = Size::small;
    std::string type = "text";      // or email, tel, search
    std::string input_mode = {};    // "numeric" for numbers
    std::string autocomplete = {};  // of the person's own data: "email", "name", "one-time-code"
    std::string suffix = {};        // "minutes"
    std::string id = {};
};
h::Node text_input(Answers const& answers, TextInput const& input);

struct PasswordInput {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    std::string autocomplete = "current-password";
    std::string id = {};
};
// Never shows what was typed; with script, a button shows it while typing.
h::Node password_input(Answers const& answers, PasswordInput const& input);

struct Textarea {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    int rows = 5;
    int most = 0;           // characters; 0: no count is shown
    std::string keep = {};  // keeps unsaved typing in this tab under this key until it is saved
    Size size = Size::small;
    std::string id = {};
};
h::Node textarea(Answers const& answers, Textarea const& input);

struct Choice {
    std::string value = {};
    std::string text = {};
    std::string hint = {};
    h::Node more = {};  // shown under this choice while it is chosen, and always without script
};

struct Select {
    std::string name = {};
    std::string label = {};
    std::vector<Choice> choices = {};
    std::string hint = {};
    std::string nothing = "Choose one";  // the first entry, with an empty value; empty: there is none
    Size size = Size::small;
    std::string id = {};
};
h::Node select(Answers const& answers, Select const& input);

struct Radios {
    std::string name = {};
    std::string legend = {};
    std::vector<Choice> choices = {};
    std::string hint = {};
    Size size = Size::small;
    bool in_a_row = false;  // for two or three short choices
    std::string id = {};
};
h::Node radios(Answers const& answers, Radios const& input);

struct Checkboxes {
    std::string name = {};
    std::string legend = {};
    std::vector<Choice> choices = {};
    std::string hint = {};
    Size size = Size::small;
    std::string id = {};
};
h::Node checkboxes(Answers const& answers, Checkboxes const& input);

struct Checkbox {
    std::string name = {};
    std::string text = {};
    std::string hint = {};
    std::string value = "yes";
    std::string id = {};
    h::Node more = {};  // shown under the box while it is ticked, and always without script
};
// One box on its own, such as "Parents have been spoken to".
h::Node checkbox(Answers const& answers, Checkbox const& input);

struct DateInput {
    std::string name = {};
    std::string legend = {};
    std::string hint = {};
    Size size = Size::small;
    std::string id = {};
};
// Three fields: name-day, name-month, name-year. Shows an ISO value under `name` as well.
h::Node date_input(Answers const& answers, DateInput const& input);

struct FileUpload {
    std::string name = {};
    std::string label = {};
    std::string hint = {};
    std::string accept = {};  // ".csv,text/csv"
    std::string id = {};
    bool several = false;  // more than one file may be chosen
};
h::Node file_upload(Answers const& answers, FileUpload const& input);

struct Steps {
    std::string name = {};
    std::string legend = {};  // the target in the child's words
    int least = 0;
    int most = 10;
    std::string least_means = {};  // "Not at all yet"
    std::string most_means = {};   // "All the time"
    std::string hint = {};
    std::string before = {};         // "Last week: 4"
    std::string instead = {};        // "Not seen today": a choice beside the scale
    std::string instead_value = {};  // what it sends
    std::string id = {};
};
// A rating as one row of big numbers to touch.
h::Node target_steps(Answers const& answers, Steps const& input);

// How it was for a child, from hard to great. What is stored is the word.
enum class Feeling { really_hard, not_so_good, in_between, good, great };
constexpr auto words(Feeling) {
    return std::array{"really_hard", "not_so_good", "in_between", "good", "great"};
}
std::string_view in_words(Feeling feeling);

// The drawn face alone, with its words for those who do not see it.
h::Node face(Feeling feeling);

struct FaceRadios {
    std::string name = {};
    std::string legend = {};  // "How was today?"
    std::string hint = {};
    bool big = false;  // fills the screen of a child's check-in
    std::string id = {};
};
// Five faces to touch; the value is the feeling's word.
h::Node face_radios(Answers const& answers, FaceRadios const& input);

struct DoorRadios {
    std::string name = {};
    std::string legend = {};  // "May they know what you tell me?"
    std::string hint = {};    // "Last time: open."
    std::string id = {};
    std::string closed = "No, keep it between us";
};
// An open and a closed door for a child to touch; the values are "yes" and "no".
h::Node door_radios(Answers const& answers, DoorRadios const& input);

// Fields that belong together under one question.
h::Node fieldset(std::string_view legend, h::Node const& content, Size size = Size::medium);

}  // namespace design
