#pragma once

#include "app/presenters/workplace.h"

#include <map>
#include <string>

namespace app {

/// What a client is called where the log of acts or a finding names them: as everywhere, or by their number where their
/// record is damaged or gone.
std::string name_or_number(const std::map<model::ClientId, model::Client>& clients, model::ClientId client,
                           const Names& names);

/// "Ada Lind · A-001"; the code alone while names are hidden.
std::string name_and_code(const model::Client& client, const Names& names);

} // namespace app
