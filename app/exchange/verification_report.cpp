#include "app/exchange/verification_report.h"

#include "app/exchange/activity_csv.h"
#include "app/words/dates.h"
#include "app/words/summary_words.h"
#include "app/words/verification_words.h"

#include <nlohmann/json.hpp>

namespace app {

using storage::Tampering;

namespace {

std::string meaning_of(Tampering what)
{
    switch (what) {
    case Tampering::row_edited:
        return verification_words::row_edited();
    case Tampering::row_removed:
        return verification_words::row_removed();
    case Tampering::row_inserted:
        return verification_words::row_inserted();
    case Tampering::row_replayed:
        return verification_words::row_replayed();
    case Tampering::row_unreadable:
        return verification_words::row_unreadable();
    case Tampering::act_edited:
        return verification_words::act_edited();
    case Tampering::act_removed:
        return verification_words::act_removed();
    case Tampering::act_inserted:
        return verification_words::act_inserted();
    case Tampering::acts_reordered:
        return verification_words::acts_reordered();
    case Tampering::log_cut_short:
        return verification_words::log_cut_short();
    case Tampering::file_damaged:
        break;
    }
    return verification_words::file_damaged();
}

/// For programs; once published they stay.
std::string_view code_of(Tampering what)
{
    switch (what) {
    case Tampering::row_edited:
        return "record-edited";
    case Tampering::row_removed:
        return "record-removed";
    case Tampering::row_inserted:
        return "record-inserted";
    case Tampering::row_replayed:
        return "record-replayed";
    case Tampering::row_unreadable:
        return "record-unreadable";
    case Tampering::act_edited:
        return "act-edited";
    case Tampering::act_removed:
        return "act-removed";
    case Tampering::act_inserted:
        return "act-inserted";
    case Tampering::acts_reordered:
        return "acts-reordered";
    case Tampering::log_cut_short:
        return "log-cut-short";
    case Tampering::file_damaged:
        break;
    }
    return "file-damaged";
}

std::string title_of(const storage::TamperFinding& finding, const ClientNames& names, const model::ClockFace& clock)
{
    if (finding.what == Tampering::log_cut_short) {
        return verification_words::log_title();
    }
    if (finding.what == Tampering::file_damaged) {
        return finding.row.table.empty() ? verification_words::file_title()
                                         : verification_words::record_title(
                                               verification_words::kind_of_record(finding.row.table), {}, {}, {});
    }
    if (finding.row.table.empty()) {
        return verification_words::entry_title(finding.act);
    }
    const std::string kind =
        verification_words::numbered(verification_words::kind_of_record(finding.row.table), finding.row.id);
    if (!finding.written || finding.written->is_damaged) {
        return verification_words::record_title(kind, {}, {}, {});
    }
    const model::Act& act = *finding.written;
    return verification_words::record_title(kind, act.client ? names(*act.client) : std::string{},
                                            date_and_time(act.at, clock), act.person_name);
}

} // namespace

FindingWords words_for(const storage::TamperFinding& finding, const ClientNames& names, const model::ClockFace& clock)
{
    const bool is_record = !finding.row.table.empty() && finding.what != Tampering::file_damaged;
    return {.row = is_record ? std::optional{finding.row} : std::nullopt,
            .title = title_of(finding, names, clock),
            .meaning = meaning_of(finding.what)};
}

std::string outcome_words(const storage::VerificationReport& report)
{
    return report.is_sound() ? verification_words::all_sound(report.rows, report.acts)
                             : verification_words::findings(report.findings.size(), report.rows, report.acts);
}

std::string verification_json(const storage::VerificationReport& report, const ClientNames& names,
                              bool is_behind_its_keys)
{
    using Json = nlohmann::ordered_json;
    Json findings = Json::array();
    for (const storage::TamperFinding& finding : report.findings) {
        Json json{{"what", code_of(finding.what)}};
        if (!finding.row.table.empty()) {
            json["table"] = finding.row.table;
            json["id"] = finding.row.id;
        }
        if (finding.act > 0) {
            json["act"] = finding.act;
        }
        if (finding.written) {
            json["written_at"] = iso_moment(finding.written->at);
            json["client"] = finding.written->client ? Json(names(*finding.written->client)) : Json{};
        }
        findings.push_back(std::move(json));
    }
    const Json json{{"sound", report.is_sound()},
                    {"records", report.rows},
                    {"acts", report.acts},
                    {"end", summary_words::log_mark(report.head.number, report.head.mac)},
                    {"behind_its_keys", is_behind_its_keys},
                    {"findings", std::move(findings)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

} // namespace app
