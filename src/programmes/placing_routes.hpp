#pragma once

#include "programmes/placing.hpp"
#include "visits/route.hpp"

namespace programmes {

// The page of a child whom a place is to be found for.
Routes placing_routes();

// The same page again, after the programme refused to take the child.
http::Response placing_again(
    Visit& visit,
    CaseId const& the_case,
    ProgrammeId const& tried,
    Fields const& typed,
    FormErrors const& errors
);

}  // namespace programmes
