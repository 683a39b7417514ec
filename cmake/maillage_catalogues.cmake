# locales/<language>/*.po, one file per slice, become build/locales/<language>/maillage.mo.
set(MAILLAGE_LOCALES "${CMAKE_BINARY_DIR}/locales")
foreach(language fr en)
  file(GLOB parts CONFIGURE_DEPENDS "${CMAKE_SOURCE_DIR}/locales/${language}/*.po")
  set(merged "${MAILLAGE_LOCALES}/${language}/maillage.po")
  set(compiled "${MAILLAGE_LOCALES}/${language}/maillage.mo")
  add_custom_command(
    OUTPUT "${compiled}"
    COMMAND ${CMAKE_COMMAND} -E make_directory "${MAILLAGE_LOCALES}/${language}"
    COMMAND msgcat --use-first -o "${merged}" ${parts}
    COMMAND msgfmt --check-format -o "${compiled}" "${merged}"
    DEPENDS ${parts} VERBATIM)
  list(APPEND catalogues "${compiled}")
endforeach()
add_custom_target(catalogues ALL DEPENDS ${catalogues})
