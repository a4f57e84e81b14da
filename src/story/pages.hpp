#pragma once

#include "design/page.hpp"
#include "story/story.hpp"

namespace story::pages {

// A child's story: where things stand, whose move it is, the one thing to do, and then all that is known.
design::Page story(Story const& story);

// What is told of a child's case without anything to do about it: of the day that the story is of.
h::Node as_told(Story const& story);
// The tag beside the child's name: where the case stands.
h::Node tag_of(Story const& story);

// Where a page of the name alone leads to.
struct WaysFromAName {
    bool to_a_concern = false;
    bool to_the_roll = false;  // the child's roll entry and contacts
};
// Name, class and year, for who has no part in the child's support.
design::Page name_alone(pupils::Pupil const& pupil, WaysFromAName const& ways);

}  // namespace story::pages
