#pragma once

#include <string_view>

#include "platform/mail/outbox.hpp"
#include "platform/mail/smtp.hpp"

// As the table keeps them.
namespace maillage::platform::mail {

std::string_view name_of(DeliveryState state);
std::string_view name_of(SendTrouble::Why why);

}  // namespace maillage::platform::mail
