#include "app/output/recovery_sheet.h"

#include <qrencode.h>

#include <memory>

namespace app {

namespace {

using Encoded = std::unique_ptr<QRcode, decltype(&QRcode_free)>;

Encoded encoded(const std::string& payload, QRecLevel level)
{
    return {QRcode_encodeString(payload.c_str(), 0, level, QR_MODE_8, 1), &QRcode_free};
}

} // namespace

std::optional<QrCode> qr_code(const std::string& payload)
{
    if (payload.empty())
        return std::nullopt;
    auto made = encoded(payload, QR_ECLEVEL_M);
    if (!made)
        made = encoded(payload, QR_ECLEVEL_L);
    if (!made)
        return std::nullopt;

    QrCode code{.side = static_cast<std::size_t>(made->width)};
    code.dark.reserve(code.side * code.side);
    for (std::size_t i = 0; i < code.side * code.side; ++i)
        code.dark.push_back((made->data[i] & 1) != 0);
    return code;
}

std::optional<Scene> recovery_page(const RecoverySheet& sheet, Paper paper, const TextRuler& ruler)
{
    const auto code = qr_code(sheet.payload);
    if (!code)
        return std::nullopt;
    return recovery_layout(sheet, *code, paper, ruler);
}

} // namespace app
