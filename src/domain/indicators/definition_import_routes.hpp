#pragma once

#include "domain/identity/api.hpp"

// Indicators by spreadsheet: the model, a file, its preview with corrections, its confirmation; the export.
namespace maillage::indicators {

platform::html::Answer show_definition_import(identity::Call& call);
platform::html::Answer upload_definitions(identity::Call& call);
platform::html::Answer show_definition_preview(identity::Call& call);
platform::http::Response definition_preview_json(identity::Call& call);
platform::html::Answer submit_corrections(identity::Call& call);
platform::html::Answer confirm_definitions(identity::Call& call);
platform::html::Answer download_model(identity::Call& call);
platform::html::Answer export_definitions(identity::Call& call);

}  // namespace maillage::indicators
