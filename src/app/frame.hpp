#pragma once

#include "app/pipeline.hpp"
#include "visits/visit.hpp"

namespace app {

// The frame around the page that a locked sign-in leads to: the school's name alone.
design::Frame locked_frame(Visit const& visit, Settings const& settings, Request const& request);

// The frame around this person's pages: places they may go, their roles in words, the guard of their forms.
design::Frame frame_for(Visit const& visit, Settings const& settings, Request const& request);

}  // namespace app
