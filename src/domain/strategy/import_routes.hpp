#pragma once

#include "domain/identity/api.hpp"

// Importing a table of actions in four steps: file, columns, preview, result.
namespace maillage::strategy {

platform::html::Answer show_import(identity::Call& call);
platform::html::Answer upload_import(identity::Call& call);
platform::html::Answer show_import_preview(identity::Call& call);
platform::http::Response import_preview_json(identity::Call& call);
platform::html::Answer choose_import_columns(identity::Call& call);
platform::html::Answer confirm_import(identity::Call& call);
platform::html::Answer refused_rows_csv(identity::Call& call);

}  // namespace maillage::strategy
