#pragma once

#include <string_view>

#include "domain/identity/access_request_store.hpp"
#include "domain/identity/mandate_form.hpp"

namespace maillage::identity {

struct OwnAccessView {
    std::vector<AccessRequest> requests;
    platform::html::FormState state = {};
    std::string_view done = {};
};
platform::html::Page own_access_page(const Call& call, const OwnAccessView& view);

platform::html::Page access_requests_page(const Call& call, const std::vector<AccessRequest>& requests,
                                          std::string_view done);

// One request, with the form of the mandate and that of the refusal; each keeps what was typed in it.
struct AccessDecisionView {
    AccessRequest request;
    MandateForm mandate;
    platform::html::FormState refusal = {};
};
platform::html::Page access_request_page(const Call& call, const AccessDecisionView& view);

}  // namespace maillage::identity
