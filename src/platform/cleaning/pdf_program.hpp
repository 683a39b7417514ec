#pragma once

#include <string_view>

namespace maillage::platform::cleaning {

// Runs in the sandbox between two runs of qpdf: takes a PDF as qpdf writes it in JSON (version 2) and leaves
// out who made it, what it does by itself, and the files in it. Names are told from their escaped forms by
// qpdf. Of the catalogue and of actions, only what is listed stays.
inline constexpr std::string_view pdf_program = R"py(
import json, re, sys

CATALOGUE = {"/Type", "/Pages", "/Version", "/Extensions", "/PageLabels", "/Names", "/Dests", "/ViewerPreferences",
             "/PageLayout", "/PageMode", "/Outlines", "/StructTreeRoot", "/MarkInfo", "/Lang", "/OCProperties",
             "/AcroForm", "/OutputIntents"}
GONE = {"/AA", "/OpenAction", "/JS", "/JavaScript", "/Metadata", "/PieceInfo", "/EmbeddedFiles", "/EF", "/AF", "/XFA",
        "/Thumb", "/Threads", "/Info", "/Author", "/Renditions", "/LastModified"}
MARKS = {"/FileAttachment", "/RichMedia", "/Movie", "/Sound", "/Screen", "/3D"}
ACTIONS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/ResetForm", "/GoToE", "/GoToR", "/Rendition",
           "/RichMediaExecute", "/Movie", "/Sound", "/Hide", "/SetOCGState", "/Trans", "/GoTo3DView", "/Thread"}
ELSEWHERE = {"/F", "/FFilter", "/FDecodeParms", "/OPI", "/Ref"}
WEB = ("u:https://", "u:http://", "u:mailto:")
REFERENCE = re.compile(r"\d+ \d+ R")


# What stands there, or in the object that is named there.
def said(value, key):
    found, steps = value.get(key), 0
    while isinstance(found, str) and REFERENCE.fullmatch(found) and steps < 100:
        found, steps = objects.get("obj:" + found, {}).get("value"), steps + 1
    return found if isinstance(found, str) else ""


def unwanted(value):
    if said(value, "/Subtype") in MARKS or said(value, "/Type") == "/Filespec":
        return True
    kind = said(value, "/S")
    # An element of the structure has an /S too; one that is called as an action is leaves its place empty.
    return kind in ACTIONS or (kind == "/URI" and not said(value, "/URI").lower().startswith(WEB))


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
        inside = cleaned(thing["stream"]["dict"]) or {}
        # Bytes that another file holds.
        thing["stream"]["dict"] = {name: one for name, one in inside.items() if name not in ELSEWHERE}
        kept[name] = thing
    else:
        kept[name] = {"value": cleaned(thing["value"])}
catalogue = kept["obj:" + root]["value"]
kept["obj:" + root]["value"] = {name: one for name, one in catalogue.items() if name in CATALOGUE}
json.dump({"qpdf": [header, kept]}, sys.stdout)
)py";

}  // namespace maillage::platform::cleaning
