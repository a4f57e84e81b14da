#pragma once

#include "assessments/assessments.hpp"
#include "base/fields.hpp"
#include "design/form.hpp"
#include "html/html.hpp"

namespace assessments::pages {

// Every norm set that the instrument has, with where it comes from.
h::Node norms_held(LoadedInstrument const& loaded);

// A form for norms that the school types from its licensed copy.
h::Node norms_form(design::FormGuard const& guard, LoadedInstrument const& loaded, Answers const& answers);

}  // namespace assessments::pages
