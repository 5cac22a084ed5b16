#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"

#include <cstddef>
#include <string>
#include <vector>

namespace app {

/// What a casebook's recovery sheet holds.
struct RecoverySheet {
    std::string casebook_name{};
    std::string made_on{};     ///< The date as a reader sees it.
    std::string code{};        ///< Recovery code, its groups parted by spaces or dashes.
    std::string payload{};     ///< The sealed keys as text; goes into the QR code and below it. ASCII.
    std::string person_name{}; ///< Whose it is; may be empty.
    bool operator==(const RecoverySheet&) const = default;
};

/// The modules of a QR code, row by row, without the quiet zone.
struct QrCode {
    std::size_t side = 0;
    std::vector<bool> dark{}; ///< `side` times `side`.
    bool is_dark(std::size_t row, std::size_t column) const { return dark[row * side + column]; }
    bool operator==(const QrCode&) const = default;
};

/// The code as vector squares that fill a square of `side`, on white, with the quiet zone of four modules the standard
/// asks for (ISO/IEC 18004).
Scene qr_scene(const QrCode& code, double side);

/// The sheet as one page: what it is for, the code in large groups, and what to do with it.
Scene recovery_layout(const RecoverySheet& sheet, const QrCode& code, Paper paper, const TextRuler& ruler);

} // namespace app
