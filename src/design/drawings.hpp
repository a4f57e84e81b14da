#pragma once

#include "design/controls.hpp"
#include "html/html.hpp"

// Drawings made for Withy. Colours come from classes, so that they follow light, dark and print.
namespace design {

// The willow leaf, the mark of Withy.
h::Node drawn_mark();

// A leaf on the stem of the step line; its classes fill it.
h::Node drawn_leaf();

h::Node drawn_face(Feeling feeling);

// A door that is open, or closed: what a child lets others know.
enum class Door { open, closed };
h::Node drawn_door(Door door);

// A leaf of a calendar with one day marked.
h::Node drawn_calendar();

}  // namespace design
