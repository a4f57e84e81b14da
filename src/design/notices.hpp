#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/html.hpp"

namespace design {

// Colour never carries the meaning alone; the words do.
enum class TagKind { due, overdue, waiting, done, calm };
h::Node tag(TagKind kind, std::string_view text);

// Words set apart from the text around them.
h::Node inset(h::Node const& content);

// A thing that must not be missed: "A safeguarding concern? Record it on CPOMS, not here."
h::Node warning_text(h::Node const& content);

// What has just been done, for Frame::banner. The words are a sentence: "The letters are on their way."
h::Node done(h::Node const& content);

// What a person should know before they go on: "Consent has not been given, so sessions can't start."
h::Node notice(std::string_view heading, h::Node const& content);

// A line to open for more.
h::Node details(std::string_view summary, h::Node const& content, bool open = false);

// What stands where a list would be, when the list is empty: a pleasant sentence.
h::Node empty_state(h::Node const& content);

// What a person wrote, in the lines in which they wrote it. One line adds nothing to its text.
h::Node as_written(std::string_view text);

// Small muted text.
h::Node small_print(h::Node const& content);

// Text for those who hear the page.
h::Node unseen(std::string_view text);

// What only paper shows, and what it does without.
h::Node on_paper(h::Node const& content);
h::Node on_screen(h::Node const& content);

}  // namespace design
