#pragma once

#include "model/act.h"
#include "model/administration.h"
#include "model/erasure.h"
#include "model/notice.h"
#include "model/session_note.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>

/// The stable short words by which choices are written in databases and files. They are never shown to a person, and
/// never change: files of years ago hold them.
namespace model {

/// The codes of a choice, in the order of its values.
template <class Choice>
std::span<const std::string_view> codes_of();

template <>
std::span<const std::string_view> codes_of<LevelOfCare>();
template <>
std::span<const std::string_view> codes_of<EpisodePart>();
template <>
std::span<const std::string_view> codes_of<ErasureGround>();
template <>
std::span<const std::string_view> codes_of<SessionFormat>();
template <>
std::span<const std::string_view> codes_of<Attendance>();
template <>
std::span<const std::string_view> codes_of<NoteForm>();
template <>
std::span<const std::string_view> codes_of<SectionKind>();
template <>
std::span<const std::string_view> codes_of<RiskLevel>();
template <>
std::span<const std::string_view> codes_of<NoticeKind>();
template <>
std::span<const std::string_view> codes_of<ActKind>();

/// A choice among named values.
template <class Choice>
concept Coded = std::is_enum_v<Choice>;

/// The code of one value, such as `no_show`.
template <Coded Choice>
std::string_view code_of(Choice value)
{
    return codes_of<Choice>()[static_cast<std::size_t>(value)];
}

/// The value with this code; empty when there is none.
template <Coded Choice>
std::optional<Choice> from_code(std::string_view code)
{
    const auto codes = codes_of<Choice>();
    for (std::size_t index = 0; index < codes.size(); ++index) {
        if (codes[index] == code) {
            return static_cast<Choice>(index);
        }
    }
    return std::nullopt;
}

} // namespace model
