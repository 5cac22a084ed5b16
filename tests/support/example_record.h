#pragma once

#include "model/trajectory.h"

#include <string>
#include <vector>

/// A client's record, put together line by line for tests of what is drawn and said from it.
namespace examples {

using namespace date::literals;

/// A sum 0-27 where lower is better, with a published rule, a cut-off and a measurement error.
inline model::MeasureDefinition mood_measure()
{
    model::Scale total{.code = "total", .name = "Total", .highest = 27, .better = model::Better::lower};
    total.bands = {{0, "minimal"}, {5, "mild"}, {10, "moderate"}, {15, "moderately severe"}, {20, "severe"}};
    total.lines = {{10, model::LineKind::cut_off, "clinical cut-off", "NHS Talking Therapies"}};
    total.reliable_change = {
        {6, model::ThresholdRule::at_least, "published rule", false, "NHS Talking Therapies manual"}};
    total.standard_error = 2.2;
    total.standard_error_basis = "alpha .89";
    return {
        .code = "phq-9", .name = "PHQ-9", .area = model::MeasureArea::mood, .scales = {total}, .lead_scale = "total"};
}

/// A sum 0-80 where lower is better, with a published rule and a cut-off that counts as reached on the line.
inline model::MeasureDefinition trauma_measure()
{
    model::Scale total{.code = "total", .name = "Total", .highest = 80, .better = model::Better::lower};
    total.lines = {{28, model::LineKind::cut_off, "end state 28 or less", "Marx 2022", true}};
    total.reliable_change = {{15, model::ThresholdRule::at_least, "published rule", false, "Marx 2022"}};
    return {
        .code = "pcl-5", .name = "PCL-5", .area = model::MeasureArea::trauma, .scales = {total}, .lead_scale = "total"};
}

/// A mean 1-5 where higher is better, with a derived threshold, and one part of it that is charted as well.
inline model::MeasureDefinition compassion_measure()
{
    model::Scale total{
        .code = "total", .name = "Total", .method = model::ScoringMethod::mean_of_scales, .lowest = 1, .highest = 5};
    total.reliable_change = {{0.56, model::ThresholdRule::more_than, "95 %", true,
                              "SD 0.657, alpha .906, from the answers of 1,084 adults"}};
    total.standard_error = 0.2;
    model::Scale kindness{
        .code = "kindness", .name = "Self-kindness", .method = model::ScoringMethod::mean, .lowest = 1, .highest = 5};
    return {.code = "scs-26",
            .name = "SCS",
            .full_name = "Self-Compassion Scale",
            .area = model::MeasureArea::self_compassion,
            .scales = {total, kindness},
            .lead_scale = "total"};
}

/// Two means 1-7 without a total: one better low, one neither good nor bad.
inline model::MeasureDefinition trust_measure()
{
    model::Scale trust{.code = "trust",
                       .name = "Trust",
                       .method = model::ScoringMethod::mean,
                       .lowest = 1,
                       .highest = 7,
                       .better = model::Better::neither};
    model::Scale mistrust{.code = "mistrust",
                          .name = "Mistrust",
                          .method = model::ScoringMethod::mean,
                          .lowest = 1,
                          .highest = 7,
                          .better = model::Better::lower};
    return {.code = "etmcq", .name = "ETMCQ", .area = model::MeasureArea::trust, .scales = {trust, mistrust}};
}

/// A mean 0-3 where lower is better, with a norm and no known reliability.
inline model::MeasureDefinition boundary_measure()
{
    model::Scale scale{.code = "nonassertive",
                       .name = "Nonassertive",
                       .method = model::ScoringMethod::mean,
                       .highest = 3,
                       .better = model::Better::lower};
    scale.lines = {{0.89, model::LineKind::norm, "student norm", "Boudreaux 2018"}};
    return {.code = "csip-boundary",
            .name = "CSIP",
            .area = model::MeasureArea::boundaries,
            .scales = {scale},
            .lead_scale = "nonassertive"};
}

inline std::vector<model::MeasureDefinition> measures()
{
    return {mood_measure(), trust_measure(), boundary_measure(), compassion_measure()};
}

/// Builds a record; everything goes to one client.
class RecordBuilder {
public:
    RecordBuilder& admitted(model::Date day, model::LevelOfCare level = model::LevelOfCare::outpatient)
    {
        const auto id = static_cast<std::int64_t>(record_.episodes.size()) + 1;
        record_.episodes.push_back(
            {.id = {id}, .client = {1}, .admitted_on = day, .levels = {{.from = day, .level = level}}});
        return *this;
    }

    RecordBuilder& level(model::Date day, model::LevelOfCare level)
    {
        record_.episodes.back().levels.push_back({.from = day, .level = level});
        return *this;
    }

    RecordBuilder& discharged(model::Date day)
    {
        record_.episodes.back().discharged_on = day;
        return *this;
    }

    model::GoalId goal(std::string wording, model::Date agreed_on)
    {
        const model::GoalId id{static_cast<std::int64_t>(record_.goals.size()) + 1};
        record_.goals.push_back(
            {.id = id,
             .client = {1},
             .details = {.wording = std::move(wording), .family = "boundaries", .agreed_on = agreed_on}});
        return id;
    }

    model::NoteOutline& session(model::Date day, std::string modality = {}, std::vector<model::Rating> ratings = {})
    {
        const model::NoteId id{static_cast<std::int64_t>(record_.notes.size()) + 1};
        model::NoteOutline note{
            .id = id, .session = {.held_on = day, .starts_at = std::chrono::hours{14}}, .ratings = std::move(ratings)};
        if (!modality.empty()) {
            note.modalities.push_back({.modality = std::move(modality)});
        }
        return record_.notes.emplace_back(std::move(note));
    }

    model::Administration& score(const std::string& measure, model::Date day, double value,
                                 const std::string& scale = "total")
    {
        const model::AdministrationId id{static_cast<std::int64_t>(record_.administrations.size()) + 1};
        return record_.administrations.emplace_back(
            model::Administration{.id = id,
                                  .client = {1},
                                  .details = {.measure = measure, .taken_on = day},
                                  .scores = {{.scale = scale, .value = value}}});
    }

    model::ClientRecord& record() { return record_; }

private:
    model::ClientRecord record_{};
};

} // namespace examples
