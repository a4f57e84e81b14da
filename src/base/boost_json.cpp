// Boost.JSON stands in headers; here is the one place where they are compiled.
#include <boost/json/src.hpp>
