#pragma once

#include <array>
#include <string>
#include <vector>

namespace app {

/// What is asked about the practice and its therapist.
enum class PracticeField { practice_name, address, therapist_name, credentials, licence_number };

/// All of them, in the order in which they are asked.
inline constexpr std::array practice_fields{PracticeField::practice_name, PracticeField::address,
                                            PracticeField::therapist_name, PracticeField::credentials,
                                            PracticeField::licence_number};

/// The label of a field.
std::string label_of(PracticeField field);

std::string practice_heading();

/// Why this is asked.
std::string practice_explanation();

/// What a signature still needs; empty when nothing is missing.
std::string words_for_missing(const std::vector<PracticeField>& missing);

std::string practice_saved();

} // namespace app
