#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/drawing/trajectory_picture.h"
#include "app/exchange/trajectory_csv.h"
#include "app/output/files.h"
#include "app/output/pango_ruler.h"
#include "app/words/cli_words.h"
#include "model/trajectory.h"

#include <iostream>
#include <span>
#include <vector>

namespace app::cli {

void write_trajectory(const Common& common, const TrajectoryOptions& options)
{
    std::vector<std::filesystem::path> outputs;
    for (const auto& output : {options.csv, options.svg, options.png, options.pdf}) {
        if (output) {
            outputs.push_back(*output);
        }
    }
    require_outputs(outputs, options.overwrite, {common.password_file});
    storage::Casebook casebook = open_casebook(common);
    const model::ClientId client = client_with_code(casebook, options.client);
    const model::ClientRecord record = casebook.record_of(client);
    casebook.log_act(model::ActKind::client_viewed, client);
    const auto write_and_say = [&](const std::optional<std::filesystem::path>& file, const std::string& bytes) {
        write(*file, bytes);
        casebook.log_act(model::ActKind::trajectory_saved, client);
        std::cout << words::wrote(file->string()) << '\n';
    };
    const model::Trajectory trajectory =
        model::build_trajectory(record, casebook.measures(), model::period_of(record, model::Range::all, today()));
    if (options.csv) {
        write_and_say(options.csv, trajectory_csv(trajectory, record.client.details.code));
    }
    if (!options.svg && !options.png && !options.pdf) {
        return;
    }
    const Scene chart = trajectory_picture(trajectory, casebook.modalities(), PangoRuler{});
    if (options.svg) {
        write_and_say(options.svg, svg_of(chart));
    }
    if (options.png) {
        write_and_say(options.png, png_of(chart));
    }
    if (options.pdf) {
        write_and_say(options.pdf, pdf_of(std::span{&chart, 1}, {.title = words::trajectory_title(options.client)}));
    }
}

} // namespace app::cli
