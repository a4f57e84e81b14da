#include "visits/proof.hpp"

#include "html/url.hpp"

namespace visits {

std::string prove_then(std::string_view path) {
    return url::with_query("/prove", {{"then", std::string(path)}});
}

}  // namespace visits
