# Scripts, style sheet, fonts and icons of both sites, with hashed names: build/web, shared by all presets.
# Node is needed to build; without it the target says so and the sites run with what build/web holds.
find_program(NODE_EXECUTABLE node)
if(NODE_EXECUTABLE)
  file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS
    "${CMAKE_SOURCE_DIR}/web/*.mjs" "${CMAKE_SOURCE_DIR}/web/css/*.css"
    "${CMAKE_SOURCE_DIR}/web/islands/*.ts" "${CMAKE_SOURCE_DIR}/web/icons/*")
  set(web_manifest "${CMAKE_SOURCE_DIR}/build/web/manifest.json")
  add_custom_command(
    OUTPUT "${web_manifest}"
    COMMAND "${NODE_EXECUTABLE}" "${CMAKE_SOURCE_DIR}/web/build.mjs" "${CMAKE_SOURCE_DIR}/build/web"
    DEPENDS ${web_sources} "${CMAKE_SOURCE_DIR}/package-lock.json"
    COMMENT "Scripts and style sheet"
    VERBATIM)
  add_custom_target(web ALL DEPENDS "${web_manifest}")
else()
  message(WARNING "node is missing: scripts and style sheet are not built")
endif()
