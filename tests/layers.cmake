# Reads every #include of model/, storage/ and app/ below ROOT and fails where a folder reaches for what is not its own.
#   cmake -DROOT=. -P tests/layers.cmake
cmake_minimum_required(VERSION 3.25)

# Which of our folders a folder may include; its own always.
set(may_include_model "")
set(may_include_storage model)
set(may_include_words model storage_errors)
set(may_include_drawing model words)
set(may_include_output drawing)
set(may_include_exchange model storage words)
set(may_include_presenters model storage words drawing exchange)
set(may_include_cli model storage words drawing output exchange)
set(may_include_screens model storage_front words drawing output presenters)

set(storage_errors "storage/(output_place|storage_error).h")
set(storage_front "storage/(casebook|changes|output_place|storage_error).h")

# Other people's headers: "expression -> who may include it", first match counts. `vault` is storage/vault.
set(libraries
  "^wx/ -> screens"
  "^(gtk|gdk|atk|glib|gio)[/.-] -> screens"
  "^(sqlite3\\.h$|SQLiteCpp/) -> storage vault"
  "^sodium(\\.h|/) -> vault"
  "^utf8proc\\.h$ -> storage vault presenters"
  "^cairo[a-z-]*\\.h$ -> output screens"
  "^(pango/|qpdf/|qrencode\\.h|librsvg/) -> output"
  "^nlohmann/ -> model exchange cli"
  "^csv\\.h$ -> exchange"
  "^CLI/ -> cli"
  "^date/ -> model"
  "^(sys/[a-z]+|unistd|fcntl|termios|signal|poll)\\.h$ -> storage vault output exchange cli screens"
  # How the desktop writes days and times.
  "^(langinfo|locale)\\.h$ -> screens"
  # The model knows no file, no clock and no locale.
  "^(c?stdio|[io]?f?stream|iostream|filesystem|locale|clocale|ctime|thread|mutex|random)$ -> storage vault words drawing output exchange presenters cli screens"
  "^[a-z_0-9]+$ -> everyone")

set(breaches "")
function(breach place rule)
  set(breaches "${breaches}  ${place}: ${rule}\n" PARENT_SCOPE)
endfunction()

# The folder a path belongs to: model, storage, vault, or the name below app/.
function(folder_of path result)
  if(path MATCHES "^storage/vault/")
    set(folder vault)
  elseif(path MATCHES "^(model|storage)/")
    set(folder ${CMAKE_MATCH_1})
  elseif(path MATCHES "^app/(main|recent_files)[.]cpp$")
    set(folder screens)
  elseif(path MATCHES "^app/([a-z]+)/")
    set(folder ${CMAKE_MATCH_1})
  else()
    set(folder nowhere)
  endif()
  set(${result} ${folder} PARENT_SCOPE)
endfunction()

# Sets `wrong` to the rule that `file` breaks by including our own header `header`, or to nothing.
function(judge_own file header)
  set(wrong "" PARENT_SCOPE)
  folder_of(${file} from)
  folder_of(${header} to)
  string(REPLACE vault storage from ${from})
  string(REPLACE vault storage to_room ${to})
  if(to STREQUAL nowhere)
    set(wrong "\"${header}\" is not written from the project root" PARENT_SCOPE)
  elseif(NOT from STREQUAL to_room AND NOT to_room IN_LIST may_include_${from})
    foreach(part errors front)
      if(to STREQUAL storage AND "storage_${part}" IN_LIST may_include_${from})
        if(header MATCHES "^${storage_${part}}$")
          return()
        endif()
        set(wrong "${from} may include only ${storage_${part}}, not ${header}" PARENT_SCOPE)
        return()
      endif()
    endforeach()
    set(wrong "${from} may not include ${to_room}" PARENT_SCOPE)
  endif()
endfunction()

# Sets `wrong` to the rule that `file` breaks by including the library header `header`, or to nothing.
function(judge_library file header)
  set(wrong "" PARENT_SCOPE)
  folder_of(${file} from)
  foreach(rule IN LISTS libraries)
    string(REGEX MATCH "^(.*) -> (.*)$" found "${rule}")
    string(REPLACE " " ";" allowed "${CMAKE_MATCH_2}")
    set(expression "${CMAKE_MATCH_1}")
    if(header MATCHES "${expression}")
      if(NOT from IN_LIST allowed AND NOT file IN_LIST allowed AND NOT allowed STREQUAL everyone)
        set(wrong "<${header}> belongs to ${allowed}, not to ${from}" PARENT_SCOPE)
      endif()
      return()
    endif()
  endforeach()
  set(wrong "<${header}> is a library that tests/layers.cmake does not know" PARENT_SCOPE)
endfunction()

get_filename_component(ROOT "${ROOT}" ABSOLUTE)
file(GLOB_RECURSE files RELATIVE "${ROOT}"
  "${ROOT}/model/*.h" "${ROOT}/model/*.cpp" "${ROOT}/storage/*.h" "${ROOT}/storage/*.cpp" "${ROOT}/app/*.h" "${ROOT}/app/*.cpp")
if(NOT files)
  message(FATAL_ERROR "no sources below ${ROOT}")
endif()

foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" text)
  # Only line ends may part the list.
  string(REGEX REPLACE "[];[\\]" "" text "${text}")
  string(REPLACE "\n" ";" lines "${text}")
  set(number 0)
  foreach(line IN LISTS lines)
    math(EXPR number "${number} + 1")
    set(wrong "")
    if(line MATCHES "^[ \t]*#[ \t]*include[ \t]*\"(.*)\"")
      judge_own(${file} "${CMAKE_MATCH_1}")
    elseif(line MATCHES "^[ \t]*#[ \t]*include[ \t]*<(.*)>")
      judge_library(${file} "${CMAKE_MATCH_1}")
    elseif(line MATCHES "sqlite3_(re)?key|PRAGMA (re)?key|[Cc]ipher_" AND NOT file MATCHES "^storage/vault/")
      set(wrong "only storage/vault speaks of the key of a database")
    endif()
    if(wrong)
      breach("${file}:${number}" "${wrong}")
    endif()
  endforeach()
endforeach()

list(LENGTH files count)
if(breaches)
  message(FATAL_ERROR "The layers are breached:\n${breaches}")
endif()
message("${count} files keep to their layers")
