# Writes OUTPUT: a source file in which FUNCTION returns the FILES (a list of paths) as name and text, in the order of their names.
string(REGEX REPLACE "::[^:]*$" "" namespace "${FUNCTION}")
string(REGEX REPLACE "^.*::" "" function "${FUNCTION}")
list(SORT FILES)
list(LENGTH FILES count)

file(WRITE "${OUTPUT}" "#include \"model/embedded_file.h\"

#include <array>

namespace ${namespace} {

std::span<const model::EmbeddedFile> ${function}();

std::span<const model::EmbeddedFile> ${function}()
{
    static constexpr std::array<model::EmbeddedFile, ${count}> files{{
")
foreach(file IN LISTS FILES)
  get_filename_component(name "${file}" NAME)
  file(READ "${file}" text)
  file(APPEND "${OUTPUT}" "        {\"${name}\", R\"_embedded_(")
  file(APPEND "${OUTPUT}" "${text}")
  file(APPEND "${OUTPUT}" ")_embedded_\"},\n")
endforeach()
file(APPEND "${OUTPUT}" "    }};
    return files;
}

} // namespace ${namespace}
")
