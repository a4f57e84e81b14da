#pragma once

#include <string>

#include "design/page.hpp"
#include "overviews/overviews.hpp"

namespace overviews::pages {

// The children of a class whose progress the reader sees, by name where a score asks for a look.
design::Page of_class(std::string const& class_name, std::string const& class_path, Overview const& overview);

// The children of a programme, on entry and now.
design::Page of_programme(
    std::string const& programme_name, std::string const& programme_path, Overview const& overview
);

// The school, without a name.
design::Page of_school(Overview const& overview);

}  // namespace overviews::pages
