#pragma once

#include <concepts>
#include <memory>
#include <type_traits>
#include <utility>

// Refers to something callable for as long as a call lasts, without owning or allocating:
// `FunctionRef<void(int)>`.
template <class Signature>
class FunctionRef;

template <class Result, class... Arguments>
class FunctionRef<Result(Arguments...)> {
public:
    template <class Callable>
    // The constraint keeps copies out, which clang-tidy 14 can't see.
    // NOLINTNEXTLINE(bugprone-forwarding-reference-overload)
    requires(!std::same_as<std::remove_cvref_t<Callable>, FunctionRef>) FunctionRef(Callable&& callable)
        : callable_(const_cast<void*>(static_cast<void const*>(std::addressof(callable)))),
          call_([](void* target, Arguments... arguments) -> Result {
              return (*static_cast<std::remove_reference_t<Callable>*>(target)
              )(std::forward<Arguments>(arguments)...);
          }) {}

    Result operator()(Arguments... arguments) const {
        return call_(callable_, std::forward<Arguments>(arguments)...);
    }

private:
    void* callable_;
    Result (*call_)(void*, Arguments...);
};
