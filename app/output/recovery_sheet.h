#pragma once

#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"

#include <optional>
#include <string>

namespace app {

/// What a casebook's recovery sheet holds.
struct RecoverySheet {
    std::string casebook_name{};
    std::string made_on{}; ///< The date as a reader sees it.
    std::string code{};    ///< Recovery code, its groups parted by spaces or hyphens.
    std::string payload{}; ///< The wrapped key slot as text; goes into the QR code and below it. ASCII.
    bool operator==(const RecoverySheet&) const = default;
};

/// The sheet as one page. Empty when the payload is too long for a QR code (about 2,000 characters).
std::optional<Scene> recovery_page(const RecoverySheet& sheet, Paper paper, const TextRuler& ruler);

} // namespace app
