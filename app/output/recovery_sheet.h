#pragma once

#include "app/drawing/recovery_layout.h"

#include <optional>
#include <string>

namespace app {

/// `payload` as a QR code of middling error correction, or low where only that fits. Empty when it is empty or too long
/// (over 4,000 capitals and digits, or 2,900 bytes).
std::optional<QrCode> qr_code(const std::string& payload);

/// The recovery sheet as one page. Empty when its payload does not fit a QR code; up to 600 letters of payload keep
/// clear of the foot.
std::optional<Scene> recovery_page(const RecoverySheet& sheet, Paper paper, const TextRuler& ruler);

} // namespace app
