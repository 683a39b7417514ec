#pragma once

#include <chrono>
#include <expected>
#include <optional>

#include "domain/identity/api.hpp"

namespace maillage::identity {

// How a form that could not be taken is answered.
struct FormAnswer {
    int status = 200;
    std::chrono::seconds retry_after{0};
};
inline constexpr FormAnswer to_be_mended{.status = 422, .retry_after = std::chrono::seconds(0)};
// Too many wrong ones: a minute at most, whatever the count, so that the answer tells nothing.
inline constexpr FormAnswer too_many{.status = 429, .retry_after = std::chrono::seconds(60)};
// The queue of Argon2id is full.
inline constexpr FormAnswer too_busy{.status = 503, .retry_after = std::chrono::seconds(5)};

// The page of a form that was refused.
platform::html::Page answered(platform::html::Page page, const FormAnswer& answer);

// Whether the field "password" holds the password of who asks: for what nobody must do with a session that
// was left open. Wrong ones are counted with those of the sign-in page. Nothing when it is the right one;
// otherwise `state` says why not.
std::optional<FormAnswer> refused_without_password(Call& call, platform::html::FormState& state);
// The same, for who goes on with the key that the right password gives.
std::expected<platform::crypto::SecretKey, FormAnswer> own_unwrap_key(Call& call,
                                                                      platform::html::FormState& state);
void own_password_field(platform::html::Out& out, const Call& call, const platform::html::FormState& state);

}  // namespace maillage::identity
