#pragma once

#include <string_view>

namespace maillage::platform::cleaning {

// Runs in the sandbox between two runs of qpdf: takes a PDF as qpdf writes it in JSON (version 2) and leaves
// out who made it, what it does by itself, and the files in it. Names are told from their escaped forms by
// qpdf. Of the catalogue and of actions, only what is listed stays.
inline constexpr std::string_view pdf_program = R"py(
import json, sys

CATALOGUE = {"/Type", "/Pages", "/Version", "/Extensions", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences",
             "/PageLayout", "/PageMode", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OCProperties",
             "/AcroForm", "/OutputIntents"}
GONE = {"/AA", "/OpenAction", "/JS", "/JavaScript", "/Metadata", "/PieceInfo", "/EmbeddedFiles", "/EF", "/AF", "/XFA",
        "/Thumb", "/Threads", "/Info", "/Author", "/Renditions", "/LastModified"}
MARKS = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToE", "/GoToR", "/Rendition",
           "/RichMediaExecute", "/Movie", "/Sound", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView", "/Thread"}
WEB = ("u:https://", "u:http://", "u:mailto:")


def unwanted(value):
    if value.get("/Subtype") in MARKS or value.get("/Type") == "/Filespec":
        return True
    kind = value.get("/S")
    if kind == "/URI":
        return not str(value.get("/URI", "")).lower().startswith(WEB)
    # A structure element has an /S too, with a parent or children.
    return kind in ACTIONS and "/P" not in value and "/K" not in value


def cleaned(value):
    if isinstance(value, list):
        return [cleaned(one) for one in value]
    if not isinstance(value, dict):
        return value
    if unwanted(value):
        return None
    return {name: cleaned(one) for name, one in value.items() if name not in GONE}


sys.setrecursionlimit(20000)
document = json.load(sys.stdin)
header, objects = document["qpdf"]
root = objects["trailer"]["value"]["/Root"]
kept = {}
for name, thing in objects.items():
    if name == "trailer":
        kept[name] = {"value": {"/Root": root, "/Size": 1}}
    elif "stream" in thing:
        thing["stream"]["dict"] = cleaned(thing["stream"]["dict"]) or {}
        kept[name] = thing
    else:
        kept[name] = {"value": cleaned(thing["value"])}
catalogue = kept["obj:" + root]["value"]
kept["obj:" + root]["value"] = {name: one for name, one in catalogue.items() if name in CATALOGUE}
json.dump({"qpdf": [header, kept]}, sys.stdout)
)py";

}  // namespace maillage::platform::cleaning
